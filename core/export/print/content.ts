/** Inline content for print. */
import type { Mark } from '../../text/block.ts';
import type { PublishedContent } from '../publication.ts';
import type { BracketCutter } from './brackets.ts';
import { printLanguage, type PrintLanguage } from './language.ts';
import { breakable, cleanLine, cleanLines, cleanUrl } from './clean.ts';

export type PrintInline =
  /** `word` holds indices of the letter's brackets in force from here on: a mark is set before the text. */
  | {
      readonly text: string;
      readonly marks?: readonly Mark[];
      readonly link?: string;
      readonly word?: readonly number[];
      /** Labels of the passages that begin here. */
      readonly labels?: readonly string[];
    }
  | { readonly note: number; readonly content: PrintContent; readonly label?: string }
  /** A quotation within the text, its source in brackets after it. */
  | ({
      readonly quotation: PrintContent;
      readonly open: string;
      readonly close: string;
      readonly direction: 'ltr' | 'rtl';
      readonly source: string;
      readonly to: string | null;
    } & PrintLanguage)
  /**
   * A cross reference; `to` is the label of something that is in the data, or null. `page` says that its page is told
   * too, in the words of `onPage`.
   */
  | {
      readonly reference: string;
      readonly marks?: readonly Mark[];
      readonly to: string | null;
      readonly page?: true;
    }
  | { readonly marker: string }
  /** Indices of the brackets that begin in this block: where their codes stand for a reader who can't see. */
  | { readonly begins: readonly number[] };
export type PrintContent = readonly PrintInline[];

export interface ContentContext {
  /** The label of an anchor, or null if nothing bears it. */
  readonly target: (anchor: string | undefined) => string | null;
  /** The label to set at the bearer of an anchor itself, once. */
  readonly place: (anchor: string) => string | null;
  /** Set within a letter. */
  readonly brackets?: BracketCutter;
  /** Leaves out footnotes where content is repeated, as in the list of demands. */
  readonly withoutNotes?: true;
}

export function printContent(content: PublishedContent, context: ContentContext): PrintContent {
  const result: PrintInline[] = [];
  const begun: number[] = [];
  for (const inline of content) {
    if ('text' in inline && !('type' in inline)) {
      const text = breakable(cleanLines(inline.text));
      if (text === '') continue;
      const link = cleanUrl(inline.link);
      const looks = {
        ...(inline.marks && inline.marks.length > 0 ? { marks: inline.marks } : {}),
        ...(link !== undefined ? { link } : {}),
      };
      if (!context.brackets || !inline.passages || inline.passages.length === 0) {
        context.brackets?.uncovered(text);
        result.push({ text, ...looks });
        continue;
      }
      const cut = context.brackets.covered(text, inline.passages);
      begun.push(...cut.begins);
      for (const piece of cut.pieces) {
        result.push({ ...piece, ...looks });
      }
    } else if (inline.type === 'note') {
      if (context.withoutNotes) continue;
      const label = inline.anchor === undefined ? null : context.place(inline.anchor);
      const content = printContent(inline.content, context);
      result.push({ note: inline.number, content, ...(label === null ? {} : { label }) });
    } else if (inline.type === 'quotation') {
      result.push({
        ...printLanguage(inline.language),
        quotation: printContent(inline.content, { target: context.target, place: context.place }),
        open: cleanLines(inline.open),
        close: cleanLines(inline.close),
        direction: inline.direction,
        source: cleanLine(inline.source),
        to: context.target(inline.passage),
      });
    } else if (inline.type === 'reference') {
      const { text, marks, target } = inline;
      const to = context.target(target);
      // Spaces at its ends part it from other pieces of the same citation.
      const words = breakable(cleanLines(text).replaceAll('\n', ' '));
      const page = inline.page && to !== null ? { page: true as const } : {};
      result.push({ reference: words, ...(marks ? { marks } : {}), to, ...page });
    } else {
      result.push({ marker: cleanLine(inline.label) });
    }
  }
  return begun.length > 0 ? [{ begins: begun }, ...result] : result;
}

/** Content parted at its line feeds, which are dropped; a note or reference belongs to the line it stands in. */
export function contentLines(content: PrintContent): readonly PrintContent[] {
  const lines: PrintInline[][] = [[]];
  for (const inline of content) {
    if (!('text' in inline)) {
      lines.at(-1)?.push(inline);
      continue;
    }
    inline.text.split('\n').forEach((text, i) => {
      if (i > 0) lines.push([]);
      // Marks stand before the first line's piece.
      const { word, ...looks } = inline;
      if (text !== '' || i === 0)
        lines.at(-1)?.push({ ...looks, text, ...(word && i === 0 ? { word } : {}) });
    });
  }
  return lines;
}

export function contentText(content: PrintContent): string {
  return content
    .map((inline) =>
      'text' in inline
        ? inline.text
        : 'quotation' in inline
          ? inline.open + contentText(inline.quotation) + inline.close
          : '',
    )
    .join('');
}
