/** A file that holds several letters, or a mail with what it quotes: the writer says which of them come in. */
import { memo, useCallback, useMemo, useState } from 'react';
import { letterAbout } from '../../../core/derived/source-line.ts';
import { publicationWords } from '../../../core/export/words.ts';
import { en } from '../../../core/messages/en.ts';
import { blockText } from '../../../core/text/canonical.ts';
import { letterOf, putIn, type Candidate } from '../../state/arrivals.ts';
import { useApp } from '../../state/store.ts';
import { Modal } from '../../ui/modal.tsx';

interface Props {
  readonly candidates: readonly Candidate[];
  onClose(): void;
}

export function ChooseLetters({ candidates, onClose }: Props) {
  const settings = useApp((state) => state.project?.settings);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(() => suggested(candidates));
  const toggle = useCallback((index: number) => {
    setChosen((before) => {
      const after = new Set(before);
      if (!after.delete(index)) after.add(index);
      return after;
    });
  }, []);
  const rows = useMemo(
    () =>
      candidates.map((candidate) => {
        const letter = letterOf(candidate, '', '', settings ? { settings } : null);
        const language = settings?.language ?? 'en';
        return {
          title: candidate.part.title || letter.item.title || en.untitledLetter,
          about: letterAbout(letter, language, publicationWords(language)),
          words: firstWords(candidate),
        };
      }),
    [candidates, settings],
  );
  const files = new Set(candidates.map(({ read }) => read));
  return (
    <Modal
      title={titleOf(candidates, files.size)}
      hint={en.arrivals.hint}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="outlined" onClick={onClose}>
            {en.cancel}
          </button>
          <button
            type="button"
            className="primary"
            disabled={chosen.size === 0}
            onClick={() => void putIn(candidates.filter((_, i) => chosen.has(i)))}
          >
            {en.arrivals.take(chosen.size)}
          </button>
        </>
      }
    >
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
        {rows.map((row, i) => {
          const { read, part, taken } = candidates[i] as Candidate;
          return (
            <Row
              key={i}
              index={i}
              {...row}
              file={files.size > 1 && candidates[i - 1]?.read !== read ? read.source.name : ''}
              badge={taken === undefined ? en.arrivals.suggested[part.suggested] : en.arrivals.already(taken)}
              chosen={chosen.has(i)}
              toggle={toggle}
            />
          );
        })}
      </ul>
    </Modal>
  );
}

interface RowProps {
  readonly index: number;
  /** Named above the first of its letters. */
  readonly file: string;
  readonly title: string;
  readonly about: string;
  readonly words: string;
  readonly badge: string;
  readonly chosen: boolean;
  toggle(index: number): void;
}

const Row = memo(function Row({ index, file, title, about, words, badge, chosen, toggle }: RowProps) {
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
