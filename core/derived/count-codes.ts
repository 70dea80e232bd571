/**
 * Counting things in order, with codes that were published before kept as they are.
 *
 * - **K1** In a series things are counted 1, 2, 3 … in their order. One that shares the number of the thing before
 *   it makes that number's things 1a, 1b, 1c.
 * - **K2** What has a published code keeps it, wherever it goes and whatever is set.
 * - **K3** What is new and stands before something published of its series takes the whole number published last
 *   before it (0 where there is none) with a letter: 4a. What is new at the end goes on with the next number.
 * - **K4** Letters of a number go on after the last one published with it, whatever the order on the page: between
 *   4 and 4a comes 4b. So 4a stays 4a.
 * - **K5** A code that was published isn't given to another thing, even when the thing that had it is gone.
 */
import type { Series } from './code-pattern.ts';

export interface Counted {
  readonly id: string;
  readonly series: Series;
  /** Shares the number of the one before it; not true of the first. */
  readonly shares?: boolean | undefined;
}

/** a, b … z, aa, ab …; `index` from 0. */
export function codeLetters(index: number): string {
  let letters = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(97 + ((rest - 1) % 26)) + letters;
  return letters;
}

/** The inverse of {@link codeLetters}; -1 for no letters. */
function lettersIndex(letters: string): number {
  let value = 0;
  for (const letter of letters) value = value * 26 + letter.charCodeAt(0) - 96;
  return value - 1;
}

const keyOf = ({ before, after }: Series) => `${before}\0${after}`;

interface Parsed {
  readonly number: number;
  /** The code without letters at its end. */
  readonly base: string;
}

/** A code read as one of the series; undefined when it is of another. */
function parse(code: string, { before, after }: Series): Parsed | undefined {
  if (!code.startsWith(before)) return undefined;
  const digits = /^\d{1,9}/.exec(code.slice(before.length))?.[0];
  if (digits === undefined) return undefined;
  const base = before + digits + after;
  return code.startsWith(base) && /^[a-z]*$/.test(code.slice(base.length))
    ? { number: Number(digits), base }
    : undefined;
}

/** Not empty. */
type Group = readonly Counted[];

const seriesOfGroup = (group: Group): Series => group[0]?.series ?? { before: '', after: '' };

function groupCodes(group: Group, number: number): readonly string[] {
  const { before, after } = seriesOfGroup(group);
  return group.map((_, i) => `${before}${number}${after}${group.length > 1 ? codeLetters(i) : ''}`);
}

function grouped(items: readonly Counted[]): readonly Group[] {
  const groups: Counted[][] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (item.shares && last) last.push(item);
    else groups.push([item]);
  }
  return groups;
}

/**
 * Counts lists of one project's points, or of its passages, sections or demands. Lists that are counted by one
 * counter share no code that is new.
 */
export class CodeCounter {
  readonly #frozen: ReadonlyMap<string, string>;
  readonly #taken: Set<string>;
  /** Base → index of the letters given last. */
  readonly #letters = new Map<string, number>();

  constructor(frozen: Readonly<Record<string, string>> | undefined) {
    this.#frozen = new Map(Object.entries(frozen ?? {}));
    this.#taken = new Set(this.#frozen.values());
    for (const code of this.#taken) {
      const letters = /[a-z]{1,4}$/.exec(code)?.[0] ?? '';
      const base = code.slice(0, code.length - letters.length);
      this.#letters.set(base, Math.max(this.#letters.get(base) ?? -1, lettersIndex(letters)));
    }
  }

  /** The code published for a thing, which may be gone. */
  published(id: string): string | undefined {
    return this.#frozen.get(id);
  }

  /** @returns Id → code, in the order of `items`. */
  count(items: readonly Counted[]): Map<string, string> {
    return this.#frozen.size === 0 ? countFreely(items) : this.#countOn(items);
  }

  /** `code`, with letters where it is given already. */
  claim(code: string): string {
    if (this.#taken.has(code)) return this.#lettered(code);
    this.#taken.add(code);
    return code;
  }

  #countOn(items: readonly Counted[]): Map<string, string> {
    const codes = new Map<string, string>();
    const last = new Map<string, number>();
    const highest = new Map<string, number>();
    items.forEach(({ id, series }, i) => {
      const key = keyOf(series);
      if (!highest.has(key)) highest.set(key, this.#highest(series));
      const code = this.#frozen.get(id);
      if (code !== undefined && parse(code, series)) last.set(key, i);
    });
    /** Series → base of the code published last before. */
    const bases = new Map<string, string>();
    let at = 0;
    for (const group of grouped(items)) {
      const key = keyOf(seriesOfGroup(group));
      if (at > (last.get(key) ?? -1) && group.every(({ id }) => !this.#frozen.has(id))) {
        const { number, made } = this.#next(group, (highest.get(key) ?? 0) + 1);
        highest.set(key, number);
        for (const [i, { id }] of group.entries()) codes.set(id, made[i] ?? '');
      } else {
        this.#between(group, bases, codes);
      }
      at += group.length;
    }
    return codes;
  }

  /** The first number from `number` on that is free for all of the group. */
  #next(group: readonly Counted[], number: number): { number: number; made: readonly string[] } {
    const made = groupCodes(group, number);
    if (made.some((code) => this.#taken.has(code))) return this.#next(group, number + 1);
    for (const code of made) this.#taken.add(code);
    return { number, made };
  }

  /** @param bases series → base of the code published last before; brought up to date */
  #between(group: readonly Counted[], bases: Map<string, string>, codes: Map<string, string>): void {
    let own: string | undefined;
    for (const { id, series } of group) {
      const key = keyOf(series);
      const code = this.#frozen.get(id);
      if (code === undefined) {
        codes.set(id, this.#lettered(own ?? bases.get(key) ?? `${series.before}0${series.after}`));
        continue;
      }
      codes.set(id, code);
      const parsed = parse(code, series);
      if (parsed) bases.set(key, parsed.base);
      own = parsed?.base ?? code;
    }
  }

  #highest(series: Series): number {
    let highest = 0;
    for (const code of this.#taken) highest = Math.max(highest, parse(code, series)?.number ?? 0);
    return highest;
  }

  /** The base with the next letters that no code has. */
  #lettered(base: string): string {
    let index = this.#letters.get(base) ?? -1;
    do index++;
    while (this.#taken.has(base + codeLetters(index)));
    this.#letters.set(base, index);
    const code = base + codeLetters(index);
    this.#taken.add(code);
    return code;
  }
}

function countFreely(items: readonly Counted[]): Map<string, string> {
  const codes = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const group of grouped(items)) {
    const key = keyOf(seriesOfGroup(group));
    const number = (counts.get(key) ?? 0) + 1;
    counts.set(key, number);
    const made = groupCodes(group, number);
    for (const [i, { id }] of group.entries()) codes.set(id, made[i] ?? '');
  }
  return codes;
}
