/** A part on the page: its number, title and lead, and the points in it. */
import { memo } from 'react';
import { wordCounts } from '../../../core/derived/word-count.ts';
import { letterById } from '../../../core/document/find.ts';
import type { Project, Section } from '../../../core/document/project.ts';
import { en } from '../../../core/messages/en.ts';
import { blockText } from '../../../core/text/canonical.ts';
import { useIsCurrent } from '../../state/one-of-many.ts';
import { setSectionTitle } from '../../state/points.ts';
import { useSettled } from '../../state/settled.ts';
import { app } from '../../state/store.ts';
import { GrowingInput } from '../../ui/growing-input.tsx';
import { LengthBar } from '../../ui/length-bar.tsx';
import { OwnText } from './own-text.tsx';
import { PartMenu } from './part-menu.tsx';
import { PointView } from './point-view.tsx';
import { useResolved } from './resolved.ts';

function PartLength({ id, target }: { readonly id: string; readonly target: number }) {
  const words = useSettled(({ project }) => (project && wordCounts(project).sections.get(id)) ?? 0);
  return (
    <button
      type="button"
      className="part-length"
      title={en.review.lengths.progress}
      onClick={() => app.set({ dialog: { kind: 'whole-target' } })}
    >
      <LengthBar words={words} target={target} />
    </button>
  );
}

interface Props {
  readonly section: Section;
  /** Those of its points that are drawn. */
  readonly points: Section['points'];
}

/** What a part is tied to, as a line above its title says it. */
function tieOf(project: Project, { letter, heading, topic }: Section): string {
  const source = letter === undefined ? undefined : letterById(project, letter);
  const block = heading === undefined ? undefined : source?.blocks.find(({ id }) => id === heading);
  return [source?.code, block ? blockText(block) : undefined, topic].filter(Boolean).join(' · ');
}

export const PartView = memo(function PartView({ section, points }: Props) {
  const number = useResolved().sectionNumber(section.id);
  const depth = useResolved().sectionDepth(section.id);
  const tie = useSettled(({ project }) => (project ? tieOf(project, section) : ''));
  const place = { kind: 'section', id: section.id } as const;
  const current = useIsCurrent(place);
  const name = section.place ? en.answer.matter[section.place] : en.answer.part(number ?? '');
  return (
    <div className="part" data-depth={depth}>
      <section
        className="part-head"
        data-place={`section:${section.id}`}
        aria-label={name}
        onFocus={() => !current && app.set({ place })}
      >
        <p className="eyebrow" dir="auto">
          {[name, section.round && en.numbering.roundTitle(section.round), tie].filter(Boolean).join(' · ')}
        </p>
        <div className="part-line">
          <GrowingInput
            className="part-title"
            value={section.title}
            label={`${en.answer.partTitle} ${number ?? ''}`.trim()}
            placeholder={en.answer.partTitle}
            onChange={(title) => setSectionTitle(section.id, title)}
          />
          <PartMenu section={section} />
        </div>
        {section.target !== undefined && <PartLength id={section.id} target={section.target} />}
        <OwnText
          textRef={{ of: 'lead', id: section.id }}
          text={section.lead}
          label={name}
          placeholder={en.answer.leadPlaceholder}
          place={place}
        />
      </section>
      {points.map((point) => (
        <PointView key={point.id} point={point} />
      ))}
    </div>
  );
});
