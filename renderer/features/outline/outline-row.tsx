/** One part or point of the outline. */
import { memo } from 'react';
import { ChevronRight } from 'lucide-react';
import { numbering } from '../../../core/derived/numbering.ts';
import type { PointStatus, SectionPlace } from '../../../core/document/project.ts';
import { en } from '../../../core/messages/en.ts';
import { useIsCurrent } from '../../state/one-of-many.ts';
import { useOutlineView } from '../../state/outline-view.ts';
import { useSettled } from '../../state/settled.ts';

interface Props {
  readonly kind: 'section' | 'point';
  readonly id: string;
  readonly title: string;
  readonly level: number;
  readonly matter: SectionPlace | undefined;
  readonly status: PointStatus | undefined;
  readonly sub: boolean | undefined;
  readonly expanded: boolean | undefined;
  /** Whether it has the tree's tab stop. */
  readonly stop: boolean;
  /** Where what is dragged would come. */
  readonly drop: 'before' | 'after' | 'into' | undefined;
  /** Whether it is being dragged. */
  readonly isLifted: boolean;
}

export const Row = memo(function Row(props: Props) {
  const { kind, id, level, matter, status, sub, expanded, stop, drop, isLifted } = props;
  const current = useIsCurrent({ kind, id });
  const several = useOutlineView(({ selected }) => selected.size > 1 && selected.has(id));
  const only = useOutlineView(({ selected }) => selected.size <= 1);
  const number = useSettled((state) => {
    const numbers = state.project && numbering(state.project);
    return kind === 'point' ? numbers?.pointCodes.get(id) : numbers?.sectionNumbers.get(id);
  });
  const untitled = kind === 'point' ? en.outline.untitledPoint : en.outline.untitledPart;
  const title = props.title || untitled;
  return (
    <div
      role="treeitem"
      className={`row ${kind}-row`}
      data-row={id}
      data-level={level}
      data-sub={sub || undefined}
      data-empty={!props.title || undefined}
      data-drop={drop}
      data-dragged={isLifted || undefined}
      draggable
      tabIndex={stop ? 0 : -1}
      aria-level={level}
      aria-expanded={expanded}
      aria-selected={several || (only && current)}
      aria-current={current || undefined}
      title={[number, title].filter(Boolean).join(' ')}
    >
      {kind === 'section' && (
        <span className="fold" aria-hidden>
          {expanded !== undefined && <ChevronRight />}
        </span>
      )}
      {(number !== undefined || kind === 'point') && <span className="number">{number}</span>}
      <span className="name" dir="auto">
        {title}
      </span>
      {matter && <span className="matter-mark">{en.outline.matterMarks[matter]}</span>}
      {status === 'final' && <span className="status" aria-label={en.answer.statuses.final} />}
      {status === 'reviewed' && <span className="status half" aria-label={en.answer.statuses.reviewed} />}
    </div>
  );
});
