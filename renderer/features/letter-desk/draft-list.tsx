/** The quotations of a draft that aren't in the letters, each with what comes nearest and what is to become of it. */
import { differenceOf } from '../../../core/anchoring/nearest.ts';
import type { Letter } from '../../../core/document/letter.ts';
import type { MissingDecision, MissingQuotation } from '../../../core/import/draft/part-reader.ts';
import { unquoted } from '../../../core/import/draft/passages.ts';
import { en } from '../../../core/messages/en.ts';
import { rangeText } from '../../../core/text/canonical.ts';
import type { DraftDecisions } from '../../state/draft.ts';
import { Difference } from '../../ui/difference.tsx';
import { stepRows } from './step-rows.ts';

interface Props {
  readonly letters: readonly Letter[];
  readonly missing: readonly MissingQuotation[];
  readonly decisions: DraftDecisions;
  readonly active: number;
  onGo(index: number): void;
  onDecide(index: number, decision: MissingDecision): void;
}

export function DraftList({ missing, ...rest }: Props) {
  return (
    <section className="review-passages" aria-label={en.draft.missing}>
      <ul className="review-list" onKeyDown={stepRows}>
        {missing.map((each, index) => (
          <QuotationRow key={index} each={each} index={index} {...rest} />
        ))}
      </ul>
    </section>
  );
}

interface RowProps extends Omit<Props, 'missing'> {
  readonly each: MissingQuotation;
  readonly index: number;
}

function QuotationRow({ each, index, letters, decisions, active, onGo, onDecide }: RowProps) {
  const { quotation, nearest, part, point } = each;
  const decision = decisions.get(index) ?? { kind: 'text' };
  const taken = decision.kind === 'passage' ? decision : undefined;
  // What the words of the draft become, or would become.
  const passage = taken ?? nearest;
  const letter = letters.find(({ id }) => id === passage?.letter);
  const isNearest = taken !== undefined && taken.range === nearest?.range;
  const wording = unquoted(quotation) ?? quotation;
  return (
    <li data-active={index === active || undefined}>
      <button
        type="button"
        className="review-go"
        data-autofocus
        aria-current={index === active || undefined}
        onClick={() => onGo(index)}
        onFocus={(event) => event.currentTarget.matches(':focus-visible') && onGo(index)}
      >
        <span className="review-head">
          <span className="hint">{[part, point].filter(Boolean).join(' · ') || en.outline.untitledPart}</span>
        </span>
        <span className="review-words" dir="auto" lang={letter?.language}>
          {passage && letter && decision.kind !== 'drop' ? (
            <Difference parts={differenceOf(wording, rangeText(letter.blocks, passage.range))} />
          ) : decision.kind === 'drop' ? (
            <del>{wording}</del>
          ) : (
            wording
          )}
        </span>
        <span className="hint">{letter ? en.draft.nearest(letter.code) : en.draft.nothingNear}</span>
      </button>
      <select
        aria-label={en.draft.decision(index + 1)}
        value={taken ? (isNearest ? 'nearest' : 'selected') : decision.kind}
        onChange={({ target: { value } }) => {
          if (value === 'text' || value === 'drop') onDecide(index, { kind: value });
          if (value === 'nearest' && nearest)
            onDecide(index, { kind: 'passage', letter: nearest.letter, range: nearest.range });
        }}
      >
        <option value="text">{en.draft.asText}</option>
        {nearest && <option value="nearest">{en.draft.takeNearest}</option>}
        {taken && !isNearest && <option value="selected">{en.draft.taken}</option>}
        <option value="drop">{en.draft.drop}</option>
      </select>
    </li>
  );
}
