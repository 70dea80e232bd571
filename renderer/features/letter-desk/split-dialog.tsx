/** A letter made several: the writer says before which blocks a new one begins. */
import { useState } from 'react';
import type { Letter } from '../../../core/document/letter.ts';
import { en } from '../../../core/messages/en.ts';
import { blockText } from '../../../core/text/canonical.ts';
import { likelyBeginnings } from '../../../core/import/beginnings.ts';
import { splitAt } from '../../state/letter-desk.ts';
import { Modal } from '../../ui/modal.tsx';

interface Props {
  readonly letter: Letter;
  onClose(): void;
}

/** More blocks than this aren't listed; those that look like beginnings always are. */
const LISTED = 400;

export function SplitDialog({ letter, onClose }: Props) {
  const likely = likelyBeginnings(letter.blocks);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(() => new Set(likely));
  const toggle = (index: number) => {
    const next = new Set(chosen);
    if (!next.delete(index)) next.add(index);
    setChosen(next);
  };
  const rows = letter.blocks
    .map((block, index) => ({ index, words: blockText(block).trim() }))
    .filter(({ index, words }) => index > 0 && words !== '' && (index < LISTED || likely.includes(index)));
  return (
    <Modal
      title={en.split.title(letter.code)}
      hint={en.split.hint}
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
            onClick={() => {
              splitAt(
                letter.id,
                [...chosen].sort((a, b) => a - b),
              );
              onClose();
            }}
          >
            {en.split.split(chosen.size + 1)}
          </button>
        </>
      }
    >
      <ul className="split-list" lang={letter.language}>
        {rows.map(({ index, words }) => (
          <li key={index} data-chosen={chosen.has(index) || undefined}>
            <label>
              <input type="checkbox" checked={chosen.has(index)} onChange={() => toggle(index)} />
              <span dir="auto">{words.slice(0, 140)}</span>
            </label>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
