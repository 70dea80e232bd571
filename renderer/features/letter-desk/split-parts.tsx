/** The letters that will come of one that is split, with their codes and titles. */
import type { CslItem } from '../../../core/document/letter.ts';
import { en } from '../../../core/messages/en.ts';

/** A letter that will begin at the block of this index; the one that is split, at 0. */
export interface Part {
  readonly from: number;
  readonly code: string;
  readonly item: Pick<CslItem, 'author' | 'issued'> & { readonly title: string };
  readonly words: number;
}

interface Props {
  readonly parts: readonly Part[];
  onTitle(from: number, title: string): void;
  onGo(from: number): void;
}

export function SplitParts({ parts, onTitle, onGo }: Props) {
  return (
    <ol className="split-parts" aria-label={en.split.parts}>
      {parts.map(({ from, code, item, words }) => (
        <li key={from}>
          <button type="button" className="code" title={en.split.show(code)} onClick={() => onGo(from)}>
            {code}
          </button>
          <input
            type="text"
            dir="auto"
            aria-label={en.split.titleOf(code)}
            placeholder={en.untitledLetter}
            value={item.title}
            onChange={(event) => onTitle(from, event.target.value)}
          />
          <span className="hint">{en.details.words(words)}</span>
        </li>
      ))}
    </ol>
  );
}
