/** The coverage view: how much of each letter is dealt with, and a list of the sentences that wait. */
import { useMemo, useRef, useState } from 'react';
import { coverageRows, type CoverageFilter } from '../../../core/derived/coverage-rows.ts';
import { tagsOfPassages } from '../../../core/derived/passages.ts';
import type { SentencePlace } from '../../../core/derived/sentence-places.ts';
import { stepLeft } from '../../../core/derived/sentence-places.ts';
import { en } from '../../../core/messages/en.ts';
import { useKnownLetters } from '../../state/coverage.ts';
import { goToStop } from '../../state/left-over.ts';
import { askAnswerOfSentences } from '../../state/masters.ts';
import { showWords } from '../../state/navigation.ts';
import { useSettled } from '../../state/settled.ts';
import { openProjectState } from '../../state/store.ts';
import { waiveSentences } from '../../state/waive.ts';
import { CoverageFilters } from './coverage-filters.tsx';
import { CoverageLetters } from './coverage-letters.tsx';
import { SentenceList, type Chosen } from './sentence-list.tsx';
import { WaiveForm } from './waive-form.tsx';
import './coverage.css';

const FIRST: CoverageFilter = { states: ['untouched', 'open'] };

/** Whether nothing but what is left is asked for, and all of that. */
function isUsual({ states, ...further }: CoverageFilter): boolean {
  const asked = new Set(states);
  return (
    FIRST.states.length === asked.size &&
    FIRST.states.every((state) => asked.has(state)) &&
    !Object.values(further).some(Boolean)
  );
}

interface Props {
  /** Writes the table of all sentences. */
  onExport(): void;
}

export function CoveragePane({ onExport }: Props) {
  const project = useSettled((state) => state.project);
  const known = useKnownLetters();
  const [filter, setFilter] = useState(FIRST);
  const [chosen, setChosen] = useState<Chosen>({ active: 0, anchor: 0 });
  const [waiving, setWaiving] = useState<'chosen' | 'all' | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const waive = useRef<HTMLDivElement>(null);
  // A letter or tag that is gone is no filter.
  const letter = project?.letters.some(({ id }) => id === filter.letter) ? filter.letter : '';
  const tag = project && tagsOfPassages(project.highlights).includes(filter.tag ?? '') ? filter.tag : '';
  const rows = useMemo(
    () => project && coverageRows(project, known, { ...filter, letter: letter ?? '', tag: tag ?? '' }),
    // The list of known letters is another at each drawing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [project, filter, letter, tag, known.length, known.at(-1)],
  );
  if (!project || !rows) return null;

  const last = Math.max(rows.count - 1, 0);
  const active = Math.min(chosen.active, last);
  const anchor = Math.min(chosen.anchor, last);
  const [from, to] = [Math.min(active, anchor), Math.max(active, anchor)];
  const several = to > from;
  const places = (which: 'chosen' | 'all') => {
    const [first, after] = which === 'all' ? [0, rows.count] : [from, to + 1];
    return Array.from({ length: after - first }, (_, i) => rows.at(first + i)).filter(
      (place) => place !== undefined,
    );
  };
  const isFirst = isUsual(filter);
  const hasLetters = project.letters.length > 0;

  return (
    <div className="coverage">
      {hasLetters && (
        <CoverageLetters
          letters={project.letters}
          chosen={letter ?? ''}
          choose={(id) => setFilter({ ...filter, letter: id === letter ? '' : id })}
        />
      )}
      {hasLetters && (
        <CoverageFilters
          project={project}
          filter={{ ...filter, tag: tag ?? '' }}
          change={setFilter}
          clear={isFirst ? undefined : () => setFilter(FIRST)}
        />
      )}
      <div className="coverage-tools" ref={waive}>
        <span className="hint" aria-live="polite">
          {several ? en.coverage.selected(to - from + 1) : en.coverage.found(rows.count)}
        </span>
        <button type="button" disabled={rows.count === 0} onClick={() => setWaiving('chosen')}>
          {en.coverage.waive}
        </button>
        <button type="button" disabled={rows.count === 0} onClick={() => setWaiving('all')}>
          {en.coverage.waiveAll}
        </button>
        <button
          type="button"
          disabled={rows.count === 0}
          onClick={() => askAnswerOfSentences(places('chosen'))}
        >
          {en.coverage.master}
        </button>
        <button type="button" disabled={!hasLetters} onClick={onExport}>
          {en.coverage.export}
        </button>
      </div>
      {rows.count > 0 ? (
        <SentenceList
          ref={list}
          project={project}
          rows={rows}
          chosen={{ active, anchor }}
          choose={setChosen}
          go={goTo}
          waive={() => setWaiving('chosen')}
          answerElsewhere={() => askAnswerOfSentences(places('chosen'))}
        />
      ) : (
        <Nothing hasLetters={hasLetters} isAll={isFirst} isCounting={known.length < project.letters.length} />
      )}
      {waiving && (
        <WaiveForm
          count={waiving === 'all' ? rows.count : to - from + 1}
          anchor={waive}
          onWaive={(reason) => {
            waiveSentences(places(waiving), reason);
            setChosen({ active: waiving === 'all' ? 0 : from, anchor: waiving === 'all' ? 0 : from });
          }}
          onClose={() => {
            setWaiving(null);
            list.current?.focus();
          }}
        />
      )}
    </div>
  );
}

function Nothing(props: {
  readonly hasLetters: boolean;
  readonly isAll: boolean;
  readonly isCounting: boolean;
}) {
  if (!props.hasLetters) return <p className="hint coverage-nothing">{en.coverage.noLetters}</p>;
  if (props.isCounting) return <p className="hint coverage-nothing">{en.coverage.someCounting}</p>;
  if (!props.isAll) return <p className="hint coverage-nothing">{en.coverage.nothingHere}</p>;
  return (
    <div className="empty">
      <h2>{en.coverage.nothing}</h2>
      <p>{en.coverage.nothingHint}</p>
    </div>
  );
}

/** To what is left of a sentence; to the sentence itself where nothing is. */
function goTo(place: SentencePlace): void {
  const { letter, block, from, to, state } = place;
  const start = { block: block.id, offset: from };
  const isLeft = state === 'untouched' || state === 'open';
  const before = { letter: letter.id, block: block.id, offset: from - 1 };
  const stop = isLeft ? stepLeft(openProjectState(), before, 1) : undefined;
  const isHere =
    stop?.letter === letter.id &&
    (stop.kind === 'passage' || (stop.range.start.block === block.id && stop.range.start.offset < to));
  if (stop && isHere) goToStop(stop);
  else showWords(letter.id, { start, end: { block: block.id, offset: to } });
}
