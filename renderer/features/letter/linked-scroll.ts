/** Two texts beside each other that are scrolled together: the one that the reader moves leads the other. */
import { createContext, useContext, useEffect, type RefObject } from 'react';
import type { LinkedPlaces } from '../../../core/anchoring/linked-places.ts';
import type { BlockId, RichText } from '../../../core/text/block.ts';
import { textIndex } from '../../../core/text/canonical.ts';
import { blockElement } from './dom-position.ts';
import { placeIn, showAt } from './reading-place.ts';

export interface LinkedHalf {
  readonly scroll: HTMLElement;
  readonly blocks: RichText;
  /** Draws what is around a block, out of its turn. */
  draw(block: BlockId): void;
}

export type HalfIndex = 0 | 1;

/** Milliseconds in which a half that was moved isn't taken for one that the reader moves. */
const FOLLOWING = 250;
/** Frames that a place is waited for, until its block is drawn. */
const PATIENCE = 30;

export class LinkedScroll {
  readonly #halves: [LinkedHalf?, LinkedHalf?] = [];
  #places: LinkedPlaces | null = null;
  /** The half that follows, and until when what it does is not the reader's. */
  #following: { readonly half: HalfIndex; readonly until: number } | undefined;
  #frame = 0;
  /** The half that the reader moved last. */
  #lead: HalfIndex = 0;
  /** Until when both are brought to their places by something else. */
  #held = 0;

  /** @returns what takes the half away again */
  join(index: HalfIndex, half: LinkedHalf): () => void {
    this.#halves[index] = half;
    const stop = new AbortController();
    const listen = { passive: true, signal: stop.signal } as const;
    half.scroll.addEventListener('scroll', () => this.#scrolled(index), listen);
    for (const kind of ['wheel', 'pointerdown', 'keydown'])
      half.scroll.addEventListener(kind, () => this.#taken(index), listen);
    // Other widths break the lines anew.
    const size = new ResizeObserver(() => this.#places && this.#follow(this.#lead));
    size.observe(half.scroll);
    return () => {
      stop.abort();
      size.disconnect();
      if (this.#halves[index] === half) delete this.#halves[index];
    };
  }

  /** @param places From the first half to the second; null where each is scrolled by itself. @param lead moves the other now */
  link(places: LinkedPlaces | null, lead: HalfIndex): void {
    this.#places = places;
    this.#lead = lead;
    if (places) this.#follow(lead);
  }

  /** Leaves both where they are, while something else brings them to their places. */
  hold(): void {
    cancelAnimationFrame(this.#frame);
    this.#held = performance.now() + FOLLOWING;
  }

  #taken(index: HalfIndex): void {
    if (this.#following?.half === index) this.#following = undefined;
  }

  #scrolled(index: HalfIndex): void {
    const now = performance.now();
    if (now < this.#held) return;
    if (this.#following?.half === index && now < this.#following.until) return;
    this.#lead = index;
    this.#follow(index);
  }

  #follow(lead: HalfIndex): void {
    cancelAnimationFrame(this.#frame);
    let patience = PATIENCE;
    const move = () => {
      const other: HalfIndex = lead === 0 ? 1 : 0;
      const [from, to] = [this.#halves[lead], this.#halves[other]];
      const place = from && placeOf(from);
      if (!from || !to || !this.#places || place === undefined) return;
      this.#following = { half: other, until: performance.now() + FOLLOWING };
      const target = lead === 0 ? this.#places.there(place) : this.#places.back(place);
      if (!bringTo(to, target) && patience-- > 0) this.#frame = requestAnimationFrame(move);
    };
    this.#frame = requestAnimationFrame(move);
  }
}

/** The place at the top of the view, as `linkedPlaces` counts. */
function placeOf({ scroll, blocks }: LinkedHalf): number | undefined {
  if (scroll.scrollTop <= 0) return 0;
  const top = placeIn(scroll);
  const index = top && textIndex(blocks).order.get(top.block);
  if (!top || index === undefined) return undefined;
  const height = blockElement(scroll, top.block)?.getBoundingClientRect().height ?? 0;
  return index + (height > 0 ? Math.min(1, Math.max(0, -top.top / height)) : 0);
}

/** False while the block of the place isn't drawn. */
function bringTo({ scroll, blocks, draw }: LinkedHalf, place: number): boolean {
  if (place <= 0) {
    scroll.scrollTop = 0;
    return true;
  }
  const block = blocks[Math.min(Math.floor(place), blocks.length - 1)];
  if (!block) return true;
  const element = blockElement(scroll, block.id);
  if (!element) {
    draw(block.id);
    return false;
  }
  const share = place - Math.floor(place);
  return showAt(scroll, { block: block.id, top: -share * element.getBoundingClientRect().height });
}

/** What a half is one of; null for a letter that stands alone. */
export const HalfContext = createContext<{ readonly link: LinkedScroll; readonly index: HalfIndex } | null>(
  null,
);

/** Has a text be scrolled together with the one beside it, where that is wanted. */
export function useLinkedHalf(
  scroll: RefObject<HTMLElement | null>,
  blocks: RichText,
  drawAt: RefObject<((block: BlockId) => void) | null>,
): void {
  const half = useContext(HalfContext);
  useEffect(() => {
    const element = scroll.current;
    if (!half || !element) return undefined;
    return half.link.join(half.index, {
      scroll: element,
      blocks,
      draw: (block) => drawAt.current?.(block),
    });
  }, [half, scroll, blocks, drawAt]);
}
