/** What a letter came from: the file's name, size and hash, its text where it is one, and the changes made since. */
import { useEffect, useState } from 'react';
import type { Letter } from '../../../core/document/letter.ts';
import { decodeText } from '../../../core/import/decode.ts';
import { NoticeCounter } from '../../../core/import/notices.ts';
import { en } from '../../../core/messages/en.ts';
import { differenceOf, type DifferencePart } from '../../../core/anchoring/nearest.ts';
import { canonicalText } from '../../../core/text/canonical.ts';
import { bridge } from '../../platform/bridge.ts';
import { aroundChanges } from '../../ui/around-changes.ts';
import { readAgain, readOriginal } from '../../state/originals.ts';
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
  return decodeText(part, new NoticeCounter()).slice(0, SHOWN);
}

const isText = (mediaType: string) => /^(text\/|message\/|application\/xhtml)/.test(mediaType);

export function OriginalDialog({ letter, onClose }: Props) {
  const { original } = letter;
  const [text, setText] = useState<string | null>(null);
  const [difference, setDifference] = useState<readonly DifferencePart[] | null>(null);

  useEffect(() => {
    let gone = false;
    void readOriginal(letter.id).then(async (file) => {
      if (gone || !file || !original) return;
      if (isText(original.mediaType)) setText(beginningOf(file.bytes));
      if (!letter.corrected) return;
      const again = await readAgain(letter);
      if (gone || !again) return;
      setDifference(differenceOf(canonicalText(again.part.imported.blocks), canonicalText(letter.blocks)));
    });
    return () => {
      gone = true;
    };
  }, [letter, original]);

  if (!original) {
    return (
      <Modal title={en.original.title(letter.code)} onClose={onClose}>
        <p>{en.original.none}</p>
      </Modal>
    );
  }
  return (
    <Modal
      title={en.original.title(letter.code)}
      onClose={onClose}
      footer={
        <button
          type="button"
          className="outlined"
          onClick={() => void bridge.saveBinary(`originals/${original.sha256}`, original.name)}
        >
          {en.original.save}
        </button>
      }
    >
      <p>
        {original.name} · {en.original.bytes(original.size)}
      </p>
      <p className="hint hash">SHA-256 {original.sha256}</p>
      {letter.corrected && (
        <section>
          <h3>{en.original.changes}</h3>
          <p className="original-text difference" dir="auto" lang={letter.language}>
            {difference === null ? (
              en.original.comparing
            ) : (
              <Difference parts={aroundChanges(difference, CONTEXT)} />
            )}
          </p>
        </section>
      )}
      {text !== null && (
        <section>
          <h3>{en.original.text}</h3>
          <pre className="original-text" tabIndex={0} aria-label={en.original.text}>
            {text}
          </pre>
        </section>
      )}
    </Modal>
  );
}
