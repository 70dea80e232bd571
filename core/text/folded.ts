/** A text with some of its characters written otherwise, which knows where each unit stands in the original. */
export interface Folded {
  readonly text: string;
  /** Offset in the original (UTF-16 units) at which the folded unit at `at` begins. */
  startOf(at: number): number;
  /** Offset in the original at which the folded unit before `at` ends. */
  endOf(at: number): number;
  /** Whether `at` parts whole pieces of the original: isn't within what stands for one character of it. */
  isBorder(at: number): boolean;
}
import { lastUpTo } from './first-index.ts';

/** The text as it is. */
export function unfolded(text: string): Folded {
  return { text, startOf: (at) => Math.min(at, text.length), endOf: (at) => at, isBorder: () => true };
}

/** Puts a folded text together of stretches, in order. */
export class Folding {
  readonly #pieces: string[] = [];
  /** From `folded[i]` on, units stand for those from `originals[i]` on, one for one if `plain`. */
  readonly #folded: number[] = [];
  readonly #originals: number[] = [];
  readonly #ends: number[] = [];
  readonly #plain: boolean[] = [];
  #length = 0;

  /** @param same the stretch is as in the original, from `at` up to `end` of it */
  add(text: string, at: number, end: number, same: boolean): void {
    if (text === '') return;
    this.#pieces.push(text);
    this.#folded.push(this.#length);
    this.#originals.push(at);
    this.#ends.push(end);
    this.#plain.push(same);
    this.#length += text.length;
  }

  /** @param whole length of the original */
  done(whole: number): Folded {
    const [folded, originals, ends, plain] = [this.#folded, this.#originals, this.#ends, this.#plain];
    const length = this.#length;
    const find = (at: number) => Math.max(0, lastUpTo(folded, at));
    return {
      text: this.#pieces.join(''),
      startOf(at) {
        if (at >= length) return whole;
        const i = find(at);
        return (originals[i] ?? 0) + (plain[i] ? at - (folded[i] ?? 0) : 0);
      },
      endOf(at) {
        if (at <= 0) return 0;
        const i = find(at - 1);
        return plain[i] ? (originals[i] ?? 0) + at - (folded[i] ?? 0) : (ends[i] ?? whole);
      },
      isBorder(at) {
        if (at <= 0 || at >= length) return true;
        const i = find(at);
        return plain[i] === true || folded[i] === at;
      },
    };
  }
}
