/** What is left to do, in groups that can be folded; each thing one click or Enter away. */
import { ChevronDown, CircleCheck } from 'lucide-react';
import { memo, useMemo, useState } from 'react';
import type { Finding } from '../../../core/derived/findings/finding.ts';
import { findingTags } from '../../../core/derived/findings/finding-tags.ts';
import { allTags } from '../../../core/derived/point-filter.ts';
import { en } from '../../../core/messages/en.ts';
import { useQuotations } from '../../state/quotations.ts';
import { findingKey, isInLetter, useRemaining, visit, type RemainingGroup } from '../../state/remaining.ts';
import { useSettled } from '../../state/settled.ts';
import { stepRows } from '../../ui/list-keys.ts';
import { describe } from './describe.ts';
import './remaining.css';

/** Rows of a group that are drawn before more are asked for. */
const FIRST = 40;
const STEP = 200;

const NONE: readonly string[] = [];

interface Props {
  /** Gives the focus to the letter, where its text doesn't take it with its caret. */
  onLetter(): void;
}

export function useRemainingCount(): number {
  return useRemaining(({ count }) => count);
}

export function RemainingPane({ onLetter }: Props) {
  const { groups, count } = useRemaining();
  const comparing = useQuotations(({ progress }) => progress !== null);
  const hasProject = useSettled(({ project }) => project !== null);
  const tags = useSettled(({ project }) => project && allTags(project)) ?? NONE;
  const [chosen, setTag] = useState('');
  const tag = tags.includes(chosen) ? chosen : '';
  const tagged = useSettled(({ project }) => (tag === '' ? null : project));
  const shown = useMemo(() => {
    if (!tagged) return groups;
    return groups
      .map(({ group, findings }) => ({
        group,
        findings: findings.filter((finding) => findingTags(tagged, finding).includes(tag)),
      }))
      .filter(({ findings }) => findings.length > 0);
  }, [groups, tagged, tag]);
  if (!hasProject) return null;
  return (
    <section className="remaining" aria-label={en.review.remaining.title} onKeyDown={stepRows}>
      {count === 0 ? (
        <div className="empty">
          <CircleCheck aria-hidden />
          <h2>{en.review.remaining.nothing}</h2>
          <p>{comparing ? en.review.remaining.comparing : en.review.remaining.nothingHint}</p>
        </div>
      ) : (
        <>
          <p className="hint remaining-count">
            {en.review.remaining.count(count)}. {en.review.remaining.hint}
          </p>
          {tags.length > 0 && (
            <label className="remaining-tag">
              {en.review.filter.fields.tag}
              <select value={tag} onChange={(event) => setTag(event.target.value)}>
                <option value="">{en.review.filter.any}</option>
                {tags.map((each) => (
                  <option key={each}>{each}</option>
                ))}
              </select>
            </label>
          )}
          {shown.length === 0 && <p className="hint remaining-count">{en.review.remaining.noneTagged}</p>}
          {shown.map(({ group, findings }) => (
            <Group key={group} group={group} findings={findings} onLetter={onLetter} />
          ))}
        </>
      )}
    </section>
  );
}

interface GroupProps extends Props {
  readonly group: RemainingGroup;
  readonly findings: readonly Finding[];
}

function Group({ group, findings, onLetter }: GroupProps) {
  const [open, setOpen] = useState(true);
  const [limit, setLimit] = useState(FIRST);
  const more = findings.length - limit;
  return (
    <div className="remaining-group">
      <h2>
        <button
          type="button"
          className="remaining-title"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          data-row
        >
          <ChevronDown aria-hidden />
          <span className="grow">{en.review.remaining.groups[group]}</span>
          <span className="count">{findings.length.toLocaleString('en')}</span>
        </button>
      </h2>
      {open && (
        <ul>
          {findings.slice(0, limit).map((finding) => (
            <Row key={findingKey(finding)} finding={finding} onLetter={onLetter} />
          ))}
        </ul>
      )}
      {open && more > 0 && (
        <button type="button" className="remaining-more" data-row onClick={() => setLimit(limit + STEP)}>
          {en.review.remaining.more(Math.min(more, STEP))}
        </button>
      )}
    </div>
  );
}

/** Redrawn when the project settles only if what it says has changed. */
const Row = memo(function Row({ finding, onLetter }: Props & { readonly finding: Finding }) {
  const line = useSettled(({ project }) => {
    if (!project) return '';
    const { where, words, what } = describe(project, finding);
    return [where, words.slice(0, 200), what].join('\u0000');
  });
  const [where, words, what] = line.split('\u0000');
  const go = () => {
    const { project } = useSettled.getState();
    visit(finding);
    if (project && isInLetter(project, finding)) onLetter();
  };
  return (
    <li>
      <button type="button" className="remaining-row" data-row onClick={go}>
        {where && <span className="where">{where}</span>}
        {words && (
          <span className="words" dir="auto">
            {words}
          </span>
        )}
        {what && <span className="what">{what}</span>}
      </button>
    </li>
  );
});
