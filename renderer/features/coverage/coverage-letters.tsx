/** Each letter with its ring and what is left of it; choosing one shows only its sentences. */
import { memo } from 'react';
import type { Letter } from '../../../core/document/letter.ts';
import { en } from '../../../core/messages/en.ts';
import { useCoverage } from '../../state/coverage.ts';
import { CoverageRing } from '../../ui/coverage-ring.tsx';

interface Props {
  readonly letters: readonly Letter[];
  /** Id; '' for all. */
  readonly chosen: string;
  choose(id: string): void;
}

export function CoverageLetters({ letters, chosen, choose }: Props) {
  return (
    <ul className="coverage-letters" aria-label={en.coverage.letters}>
      {letters.map((letter) => (
        <Row key={letter.id} letter={letter} isChosen={letter.id === chosen} choose={choose} />
      ))}
    </ul>
  );
}

interface RowProps {
  readonly letter: Letter;
  readonly isChosen: boolean;
  choose(id: string): void;
}

const Row = memo(
  function Row({ letter, isChosen, choose }: RowProps) {
    const covered = useCoverage(letter);
    const told = covered ? en.coverage.percent(covered.percent) : en.coverage.counting;
    const counts =
      covered &&
      (['untouched', 'open', 'answered', 'waived'] as const).filter((state) => covered.totals[state] > 0);
    return (
      <li>
        <button
          type="button"
          className="coverage-letter"
          aria-pressed={isChosen}
          title={isChosen ? en.coverage.showAll : en.coverage.showLetter(letter.code)}
          onClick={() => choose(letter.id)}
        >
          <CoverageRing coverage={covered} label={told} />
          <span className="number">{letter.code}</span>
          <span className="name" dir="auto">
            {letter.item.title || en.untitledLetter}
          </span>
          <span className="percent">{covered ? `${covered.percent} %` : '…'}</span>
          {covered && counts && counts.length > 0 && (
            <span className="counts">
              {counts.map((state) => en.coverage.count(state, covered.totals[state])).join(' · ')}
            </span>
          )}
        </button>
      </li>
    );
  },
  (a, b) => a.letter === b.letter && a.isChosen === b.isChosen,
);
