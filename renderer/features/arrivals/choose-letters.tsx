/** A file that holds several letters, or a mail with what it quotes: the writer says which of them come in. */
import { memo, useCallback, useEffect, useMemo, useState } from 'react';
import type { Settings } from '../../../core/document/project.ts';
import { letterAbout } from '../../../core/derived/source-line.ts';
import { publicationWords } from '../../../core/export/words.ts';
import { en } from '../../../core/messages/en.ts';
import { blockText } from '../../../core/text/canonical.ts';
import { letterOf, putIn, type Candidate, type LetterChoice } from '../../state/arrivals.ts';
import { useApp } from '../../state/store.ts';
import { Modal, ModalActions } from '../../ui/modal.tsx';

interface Props extends LetterChoice {
  onClose(): void;
}

export function ChooseLetters({ candidates, refused, onClose }: Props) {
  const settings = useApp((state) => state.project?.settings);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(() => suggested(candidates));
  const toggle = useCallback((index: number) => {
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(index)) after.add(index);
      return after;
    });
  }, []);
  const [drawn, setEnd] = useMoreAndMore(candidates.length);
  const files = new Set(candidates.map(({ read }) => read));
  return (
    <Modal
      title={titleOf(candidates, files.size)}
      hint={en.arrivals.hint}
      onClose={onClose}
      footer={
        <ModalActions
          label={en.arrivals.take(chosen.size)}
          disabled={chosen.size === 0}
          onDo={() => void putIn(candidates.filter((_, i) => chosen.has(i)))}
          onCancel={onClose}
        />
      }
    >
      {refused.length > 0 && (
        <div className="choice-refused" role="alert">
          {refused.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
      <div className="choice-head">
        <button
          type="button"
          className="outlined"
          onClick={() => setChosen(new Set(candidates.keys()))}
          disabled={chosen.size === candidates.length}
        >
          {en.arrivals.all}
        </button>
        <button
          type="button"
          className="outlined"
          onClick={() => setChosen(new Set())}
          disabled={chosen.size === 0}
        >
          {en.arrivals.none}
        </button>
        <span className="hint" role="status">
          {en.arrivals.chosen(chosen.size, candidates.length)}
        </span>
      </div>
      <ul className="choice-list">
        {candidates.slice(0, drawn).map((candidate, i) => (
          <Row
            key={i}
            index={i}
            candidate={candidate}
            file={
              files.size > 1 && candidates[i - 1]?.read !== candidate.read ? candidate.read.source.name : ''
            }
            settings={settings}
            chosen={chosen.has(i)}
            toggle={toggle}
          />
        ))}
      </ul>
      <div ref={setEnd} />
    </Modal>
  );
}

/** Rows that are drawn at once, and then whenever the last comes near: a box of thousands of mails has as many. */
const AT_ONCE = 100;

/** How many rows to draw; what is given to `setEnd` stands after the last of them. */
function useMoreAndMore(all: number): readonly [drawn: number, setEnd: (end: Element | null) => void] {
  const [drawn, setDrawn] = useState(AT_ONCE);
  const [end, setEnd] = useState<Element | null>(null);
  useEffect(() => {
    if (drawn >= all || !end) return;
    const observer = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting && setDrawn(drawn + AT_ONCE),
      { rootMargin: '600px' },
    );
    observer.observe(end);
    return () => observer.disconnect();
  }, [drawn, all, end]);
  return [drawn, setEnd];
}

interface RowProps {
  readonly index: number;
  readonly candidate: Candidate;
  /** Named above the first of its letters. */
  readonly file: string;
  readonly settings: Settings | undefined;
  readonly chosen: boolean;
  toggle(index: number): void;
}

const Row = memo(function Row({ index, candidate, file, settings, chosen, toggle }: RowProps) {
  const { part, taken } = candidate;
  const { title, about, words } = useMemo(() => told(candidate, settings), [candidate, settings]);
  const badge = taken === undefined ? en.arrivals.suggested[part.suggested] : en.arrivals.already(taken);
  return (
    <li data-chosen={chosen || undefined}>
      {file !== '' && <h3>{file}</h3>}
      <label>
        <input type="checkbox" checked={chosen} onChange={() => toggle(index)} />
        <span className="choice-letter">
          <span className="choice-title">
            <strong dir="auto">{title}</strong>
            {badge !== '' && <span className="badge">{badge}</span>}
          </span>
          {about !== '' && (
            <span className="choice-about" dir="auto">
              {about}
            </span>
          )}
          <span className="choice-words" dir="auto">
            {words}
          </span>
        </span>
      </label>
    </li>
  );
});

function told(candidate: Candidate, settings: Settings | undefined) {
  const letter = letterOf(candidate, '', '', settings ? { settings } : null);
  const language = settings?.language ?? 'en';
  return {
    title: candidate.part.title || letter.item.title || en.untitledLetter,
    about: letterAbout(letter, language, publicationWords(language)),
    words: firstWords(candidate),
  };
}

/** The letters themselves; of what was taken before only what is missing, once the writer asks for it. */
function suggested(candidates: readonly Candidate[]): ReadonlySet<number> {
  const again = candidates.some(({ taken }) => taken !== undefined);
  return new Set(candidates.flatMap(({ part }, i) => (!again && part.suggested === 'main' ? [i] : [])));
}

function titleOf(candidates: readonly Candidate[], files: number): string {
  const source = candidates[0]?.read.source;
  if (files > 1) return en.arrivals.filesHold(files, candidates.length);
  return source?.mediaType === undefined
    ? en.arrivals.fileHolds(source?.name ?? '', candidates.length)
    : en.arrivals.clipboardHolds(candidates.length);
}

/** UTF-16 units, about two lines. */
const SHOWN = 180;

function firstWords({ part }: Candidate): string {
  let words = '';
  for (const block of part.imported.blocks) {
    if (words.length > SHOWN) break;
    words += `${words === '' ? '' : ' '}${blockText(block).slice(0, SHOWN).replace(/\s+/g, ' ').trim()}`;
  }
  return words.length > SHOWN ? `${words.slice(0, SHOWN).replace(/\s\S*$/, '')} …` : words;
}
