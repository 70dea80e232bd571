/** The passages of a letter as they come out in its new version: which are doubtful, what differs, what is decided. */
import { useMemo, useState } from 'react';
import { differenceOf } from '../../../core/anchoring/nearest.ts';
import type { Reanchored, ReanchorOutcome } from '../../../core/anchoring/reanchor.ts';
import { en } from '../../../core/messages/en.ts';
import type { ReanchorDecision } from '../../../core/operations/replace-letter.ts';
import { Difference } from '../../ui/difference.tsx';
import { stepRows } from './step-rows.ts';
import { usualDecision, type Decisions } from './version-decisions.ts';

interface Props {
  readonly reanchored: readonly Reanchored[];
  readonly codes: ReadonlyMap<string, string>;
  readonly decisions: Decisions;
  readonly active: string | null;
  /** BCP 47, of the letter. */
  readonly language: string;
  onGo(each: Reanchored): void;
  onDecide(id: string, decision: ReanchorDecision): void;
}

/** What needs a look first stands first. */
const ORDER: readonly ReanchorOutcome[] = ['missing', 'changed', 'moved', 'exact'];

/** Passages drawn at first and with each further request. */
const DRAWN = 200;

export function VersionList({ reanchored, ...rest }: Props) {
  const count = (outcome: ReanchorOutcome) => reanchored.filter((each) => each.outcome === outcome).length;
  const [shown, setShown] = useState<ReadonlySet<ReanchorOutcome>>(
    () => new Set(reanchored.every(({ outcome }) => outcome === 'exact') ? ['exact'] : ORDER.slice(0, 3)),
  );
  const [drawn, setDrawn] = useState(DRAWN);
  const rows = ORDER.filter((outcome) => shown.has(outcome)).flatMap((outcome) =>
    reanchored.filter((each) => each.outcome === outcome),
  );
  const toggle = (outcome: ReanchorOutcome) => {
    const next = new Set(shown);
    if (!next.delete(outcome)) next.add(outcome);
    setShown(next);
  };
  if (reanchored.length === 0) return <p className="review-none hint">{en.version.none}</p>;
  return (
    <section className="review-passages" aria-label={en.version.passages}>
      <div className="review-counts">
        {ORDER.toReversed().map((outcome) => (
          <button
            key={outcome}
            type="button"
            aria-pressed={shown.has(outcome)}
            disabled={count(outcome) === 0}
            onClick={() => toggle(outcome)}
          >
            <strong>{count(outcome)}</strong> {en.version.outcomes[outcome]}
          </button>
        ))}
      </div>
      <ul className="review-list" onKeyDown={stepRows}>
        {rows.slice(0, drawn).map((each) => (
          <PassageRow key={each.highlight} each={each} {...rest} />
        ))}
        {rows.length > drawn && (
          <li>
            <button type="button" className="outlined" onClick={() => setDrawn(drawn + DRAWN)}>
              {en.version.more(rows.length - drawn)}
            </button>
          </li>
        )}
      </ul>
    </section>
  );
}

interface RowProps extends Omit<Props, 'reanchored'> {
  readonly each: Reanchored;
}

function PassageRow({ each, codes, decisions, active, language, onGo, onDecide }: RowProps) {
  const { highlight, outcome, oldQuote, quote } = each;
  const code = codes.get(highlight) ?? '';
  const decision = decisions.get(highlight) ?? usualDecision(each);
  const difference = useMemo(() => differenceOf(oldQuote, quote), [oldQuote, quote]);
  return (
    <li data-active={highlight === active || undefined} data-outcome={outcome}>
      <button
        type="button"
        className="review-go"
        data-autofocus
        aria-current={highlight === active || undefined}
        onClick={() => onGo(each)}
        onFocus={(event) => event.currentTarget.matches(':focus-visible') && onGo(each)}
      >
        <span className="review-head">
          <span className="code">{code}</span>
          <span className="badge">
            {decision.kind === 'place' ? en.version.placed : en.version.outcomes[outcome]}
          </span>
        </span>
        <span className="review-words" dir="auto" lang={language}>
          {outcome === 'changed' && decision.kind !== 'place' ? <Difference parts={difference} /> : oldQuote}
        </span>
      </button>
      <select
        aria-label={en.version.decision(code)}
        value={decision.kind}
        onChange={(event) => {
          const kind = event.target.value;
          if (kind === 'accept' || kind === 'unplace' || kind === 'remove') onDecide(highlight, { kind });
        }}
      >
        {outcome !== 'missing' && <option value="accept">{en.version.accept}</option>}
        {decision.kind === 'place' && <option value="place">{en.version.place}</option>}
        <option value="unplace">{en.version.unplace}</option>
        <option value="remove">{en.version.remove}</option>
      </select>
    </li>
  );
}
