/** An arrow at the pane's edge towards the hovered passage, when its words are out of view. */
import { useLayoutEffect, useState, type RefObject } from 'react';
import { ArrowDown, ArrowUp } from 'lucide-react';
import type { Highlight, Letter } from '../../../core/document/letter.ts';
import { passageElements } from './dom-position.ts';

interface Props {
  readonly scroll: RefObject<HTMLElement | null>;
  readonly letter: Letter;
  /** The passage that is hovered elsewhere, of this letter. */
  readonly passage: Highlight | undefined;
  readonly code: string;
}

export function OutOfView({ scroll, letter, passage, code }: Props) {
  const [side, setSide] = useState<'above' | 'below' | null>(null);
  useLayoutEffect(() => {
    const view = scroll.current;
    const [block] = view && passage ? passageElements(view, letter.blocks, passage) : [];
    const first = block?.querySelector(`[data-passages~="${CSS.escape(passage?.id ?? '')}"]`);
    if (!view || !first) return setSide(null);
    const box = first.getBoundingClientRect();
    const { top, bottom } = view.getBoundingClientRect();
    setSide(box.bottom < top ? 'above' : box.top > bottom ? 'below' : null);
  }, [scroll, letter, passage]);
  if (side === null) return null;
  const Arrow = side === 'above' ? ArrowUp : ArrowDown;
  return (
    <span className={`out-of-view floating ${side}`} aria-hidden>
      <Arrow size={14} /> {code}
    </span>
  );
}
