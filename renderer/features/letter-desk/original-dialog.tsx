/** What a letter came from: name, size and hash of each file, its text where it is one, and the changes made since. */
import { useEffect, useState } from 'react';
import type { Change } from '../../../core/anchoring/changes.ts';
import { originalsOf, type Letter, type Original } from '../../../core/document/letter.ts';
import { decodeText } from '../../../core/import/decode.ts';
import { NoticeCounter } from '../../../core/import/notices.ts';
import { en } from '../../../core/messages/en.ts';
import { changesSinceOriginal, readOriginal, saveOriginal } from '../../state/originals.ts';
import { aroundChanges } from '../../ui/around-changes.ts';
import { Difference } from '../../ui/difference.tsx';
import { Modal } from '../../ui/modal.tsx';

interface Props {
  readonly letter: Letter;
  onClose(): void;
}

/** UTF-16 units of an original that are shown; the whole can be saved. */
const SHOWN = 200_000;

/** UTF-16 units of unchanged text kept on each side of a change. */
const CONTEXT = 60;

/** The first lines of a text, as far as they are shown; a line isn't cut, for that may cut a character. */
function beginningOf(bytes: Uint8Array): string {
  const end = bytes.length > 4 * SHOWN ? bytes.lastIndexOf(0x0a, 4 * SHOWN) : bytes.length;
  const part = bytes.subarray(0, end > 0 ? end : 4 * SHOWN);
  return decodeText(part, new NoticeCounter());
}

export function OriginalDialog({ letter, onClose }: Props) {
  const originals = originalsOf(letter);
  if (originals.length === 0) {
    return (
      <Modal title={en.original.title(letter.code)} onClose={onClose}>
        <p>{en.original.none}</p>
      </Modal>
    );
  }
  return (
    <Modal title={en.original.title(letter.code)} onClose={onClose}>
      {letter.corrected && <Changes letter={letter} />}
      <ul className="originals">
        {originals.map((original) => (
          <OriginalView key={original.sha256} original={original} only={originals.length === 1} />
        ))}
      </ul>
    </Modal>
  );
}

const isText = (mediaType: string) => /^(text\/|message\/|application\/xhtml)/.test(mediaType);

function OriginalView({ original, only }: { original: Original; only: boolean }) {
  const { name, mediaType, size, sha256 } = original;
  const [text, setText] = useState<string | null>(null);
  const [lost, setLost] = useState(false);
  useEffect(() => {
    let gone = false;
    void readOriginal(original).then((bytes) => {
      if (gone) return;
      if (!bytes) setLost(true);
      else if (isText(mediaType)) setText(beginningOf(bytes));
    });
    return () => {
      gone = true;
    };
  }, [original, mediaType]);
  return (
    <li>
      <div className="original-head">
        <p>
          <strong dir="auto">{name}</strong> · {en.original.bytes(size)}
        </p>
        <button
          type="button"
          className="outlined"
          disabled={lost}
          onClick={() => void saveOriginal(original)}
        >
          {en.original.save}
        </button>
      </div>
      <p className="hint hash">SHA-256 {sha256}</p>
      {lost && <p className="field-error">{en.original.lost}</p>}
      {!lost && !isText(mediaType) && <p className="hint">{en.original.notText}</p>}
      {text !== null && (
        <details open={only}>
          <summary>{en.original.text}</summary>
          <pre className="original-text" dir="auto" tabIndex={0} aria-label={en.original.text}>
            {text.slice(0, SHOWN)}
          </pre>
          {text.length > SHOWN && <p className="hint">{en.original.more}</p>}
        </details>
      )}
    </li>
  );
}

/** Places listed; the letter itself shows the rest. */
const LISTED = 300;

function Changes({ letter }: { letter: Letter }) {
  const [changes, setChanges] = useState<readonly Change[] | 'reading' | 'unreadable'>('reading');
  useEffect(() => {
    let gone = false;
    void changesSinceOriginal(letter).then((found) => {
      if (!gone) setChanges(found ?? 'unreadable');
    });
    return () => {
      gone = true;
    };
  }, [letter]);
  return (
    <section className="changes">
      <h3>{en.original.changes}</h3>
      {changes === 'reading' && <p className="hint">{en.original.comparing}</p>}
      {changes === 'unreadable' && <p className="field-error">{en.original.unreadable}</p>}
      {Array.isArray(changes) && <ChangeList changes={changes as readonly Change[]} letter={letter} />}
    </section>
  );
}

function ChangeList({ changes, letter }: { changes: readonly Change[]; letter: Letter }) {
  if (changes.length === 0) return <p className="hint">{en.original.onlyForm}</p>;
  return (
    <>
      <p className="hint">{en.original.legend}</p>
      <ul className="change-list" lang={letter.language}>
        {changes.slice(0, LISTED).map((change, i) => (
          <li key={i} className="difference" dir="auto">
            <Difference parts={aroundChanges(change, CONTEXT)} />
          </li>
        ))}
      </ul>
      {changes.length > LISTED && <p className="hint">{en.original.moreChanges(changes.length - LISTED)}</p>}
    </>
  );
}
