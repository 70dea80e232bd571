/** An arrow at the pane's edge towards the hovered passage, when its words are out of view. */
import { useLayoutEffect, useState, type RefObject } from 'react';
import { ArrowDown, ArrowUp } from 'lucide-react';

interface Props {
  readonly scroll: RefObject<HTMLElement | null>;
  /** The passage that is hovered elsewhere, of this letter. */
  readonly hovered: string | null;
  readonly code: string;
}

export function OutOfView({ scroll, hovered, code }: Props) {
  const [side, setSide] = useState<'above' | 'below' | null>(null);
  useLayoutEffect(() => {
    const view = scroll.current;
    const first = hovered === null ? null : view?.querySelector(`[data-passages~="${CSS.escape(hovered)}"]`);
    if (!view || !first) return setSide(null);
    const box = first.getBoundingClientRect();
    const { top, bottom } = view.getBoundingClientRect();
    setSide(box.bottom < top ? 'above' : box.top > bottom ? 'below' : null);
  }, [scroll, hovered]);
  if (side === null) return null;
  const Arrow = side === 'above' ? ArrowUp : ArrowDown;
  return (
    <span className={`out-of-view floating ${side}`} aria-hidden>
      <Arrow size={14} /> {code}
    </span>
  );
}
