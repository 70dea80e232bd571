/**
 * A letter made several: the writer says between which paragraphs a new one begins, and how each is called. What
 * looks like a beginning is proposed.
 */
import { useEffect, useMemo, useState } from 'react';
import type { Letter } from '../../../core/document/letter.ts';
import { beginningsOf, itemOfPart, likelyBeginnings } from '../../../core/import/beginnings.ts';
import { countWords } from '../../../core/derived/typed-quotations.ts';
import { en } from '../../../core/messages/en.ts';
import type { RichText } from '../../../core/text/block.ts';
import { canonicalText } from '../../../core/text/canonical.ts';
import { splitAt, splitCodes } from '../../state/letter-desk.ts';
import { Modal, ModalActions } from '../../ui/modal.tsx';
import { SplitParts, type Part } from './split-parts.tsx';
import { SplitText } from './split-text.tsx';

interface Props {
  readonly letter: Letter;
  onClose(): void;
}

/** What each part tells of itself, and how many words it has; the first is what stays with the letter. */
function cutAt(blocks: RichText, starts: readonly number[]) {
  return [0, ...starts].map((from, i) => {
    const part = blocks.slice(from, starts[i] ?? blocks.length);
    return { from, item: itemOfPart(part), words: countWords(canonicalText(part)) };
  });
}

export function SplitDialog({ letter, onClose }: Props) {
  const { blocks } = letter;
  const [opened] = useState(blocks);
  const signs = useMemo(() => beginningsOf(blocks), [blocks]);
  const likely = useMemo(() => likelyBeginnings(blocks), [blocks]);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(() => new Set(likely));
  const [titles, setTitles] = useState<ReadonlyMap<number, string>>(new Map());
  const [goTo, setGoTo] = useState<{ readonly index: number } | null>(null);
  useEffect(() => {
    if (blocks !== opened) onClose();
  }, [blocks, opened, onClose]);

  const starts = useMemo(() => [...chosen].sort((a, b) => a - b), [chosen]);
  const cut = useMemo(() => cutAt(blocks, starts), [blocks, starts]);
  const codes = [letter.code, ...splitCodes(letter, starts.length)];
  const parts = cut.map(({ from, item, words }, i): Part => {
    const own = i === 0 && letter.item.title ? letter.item.title : item.title;
    return { from, words, code: codes[i] ?? '', item: { ...item, title: titles.get(from) ?? own ?? '' } };
  });
  const toggle = (index: number) => {
    const next = new Set(chosen);
    if (!next.delete(index)) next.add(index);
    setChosen(next);
  };
  const proposals = (['heads', 'numbers', 'headings'] as const).filter((sign) => signs[sign].length > 0);
  return (
    <Modal
      wide
      ownUndo
      title={en.split.title(letter.code)}
      hint={en.split.hint}
      onClose={onClose}
      footer={
        <ModalActions
          label={en.split.split(parts.length)}
          disabled={starts.length === 0}
          onDo={() => {
            splitAt(letter.id, parts);
            onClose();
          }}
          onCancel={onClose}
        />
      }
    >
      <div className="desk-columns">
        <SplitParts
          parts={parts}
          onTitle={(from, title) => setTitles(new Map(titles).set(from, title))}
          onGo={(index) => setGoTo({ index })}
        />
        <section className="desk-text" aria-label={en.split.text}>
          <div className="desk-tools" role="group" aria-label={en.split.propose}>
            <span>{en.split.propose}</span>
            {proposals.map((sign) => (
              <button
                key={sign}
                type="button"
                className="outlined"
                onClick={() => setChosen(new Set(signs[sign]))}
              >
                {en.split.signs[sign](signs[sign].length)}
              </button>
            ))}
            <button
              type="button"
              className="outlined"
              disabled={chosen.size === 0}
              onClick={() => setChosen(new Set())}
            >
              {en.split.nowhere}
            </button>
          </div>
          <SplitText letter={letter} parts={parts.slice(1)} goTo={goTo} onToggle={toggle} />
        </section>
      </div>
    </Modal>
  );
}
