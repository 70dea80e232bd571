/**
 * The brackets in the margin of an appended letter: which there are and where they hold.
 *
 * A passage may be discontinuous; each unbroken stretch of it gets a bracket of its own. A stretch ends where
 * visible text follows that it doesn't cover, so it runs on over block borders, pictures and rules.
 */
import type { PublishedPassage } from '../publication.ts';
import { cleanLine } from './clean.ts';
import type { Labels } from './labels.ts';
import { cutWords } from './words.ts';

export interface PrintBracket {
  readonly code: string;
  /** Category, 1 to 6: the pattern of the rule. */
  readonly style: number;
  readonly answers: readonly { readonly number: string; readonly to: string | null }[];
}
export interface CutPiece {
  readonly text: string;
  readonly word?: readonly number[];
  /** Labels of the passages that begin with this piece. */
  readonly labels?: readonly string[];
}

export class BracketCutter {
  readonly brackets: PrintBracket[] = [];
  readonly #passages: ReadonlyMap<string, PublishedPassage>;
  readonly #language: string;
  readonly #labels: Labels;
  readonly #open = new Map<string, number>();

  constructor(passages: readonly PublishedPassage[], language: string, labels: Labels) {
    this.#passages = new Map(passages.map((passage) => [passage.id, passage]));
    this.#language = language;
    this.#labels = labels;
  }

  /** Takes note of text that no passage covers: open brackets end before it, unless it is white space. */
  uncovered(text: string): void {
    if (/\S/.test(text)) this.#open.clear();
  }

  /** Cuts covered text; `begins` are the indices of the brackets that begin in it. */
  covered(
    text: string,
    ids: readonly string[],
  ): { readonly pieces: readonly CutPiece[]; readonly begins: readonly number[] } {
    if (!/\S/.test(text)) return { pieces: [{ text }], begins: [] };
    const known = ids.filter((id) => this.#passages.has(id));
    for (const id of this.#open.keys()) if (!known.includes(id)) this.#open.delete(id);
    const begins: number[] = [];
    const labels: string[] = [];
    for (const id of known) {
      if (this.#open.has(id)) continue;
      const index = this.#begin(id);
      const label = this.#labels.place(id);
      if (label !== null) labels.push(label);
      this.#open.set(id, index);
      begins.push(index);
    }
    const word = known.flatMap((id) => this.#open.get(id) ?? []);
    const pieces: CutPiece[] = [];
    const words = cutWords(text, this.#language);
    const last = words.findLastIndex((one) => one.visible);
    const first = words.findIndex((one) => one.visible);
    words.forEach((one, i) => {
      if (!one.visible) pieces.push({ text: one.text });
      else pieces.push({ text: one.text, word, ...(i === first && labels.length > 0 ? { labels } : {}) });
      if (i === last) pieces.push({ text: '', word });
    });
    return { pieces, begins };
  }

  #begin(id: string): number {
    const passage = this.#passages.get(id);
    this.brackets.push({
      code: cleanLine(passage?.code ?? ''),
      style: Math.min(Math.max(Math.trunc(passage?.style ?? 1) || 1, 1), 6),
      answers: (passage?.answeredIn ?? []).map((answer) => ({
        number: cleanLine(answer.number),
        to: this.#labels.target(answer.anchor),
      })),
    });
    return this.brackets.length - 1;
  }
}
