/** Plain text: paragraphs parted by blank lines, mail's quoting by ">", hard-wrapped lines rejoined. */
import type { IdSource } from '../document/id.ts';
import type { Block } from '../text/block.ts';
import { cleanText } from './clean.ts';
import { directionOf, withDirections } from './direction.ts';
import { withTitle } from './html.ts';
import type { Imported, Proposed } from './imported.ts';
import { NoticeCounter } from './notices.ts';
import { cslDate } from './bibliographic.ts';
import { isHardWrapped, rejoin, wrapWidth } from './wrapping.ts';

/** Lines that follow one another without a blank line, equally deep in mail's quoting. */
interface Stretch {
  readonly quoted: number;
  readonly lines: string[];
}

const RULE = /^\s*([-*_=~])(?:\s*\1){2,}\s*$/;

/** Never fails. Line ends of any system; a form feed parts paragraphs; control characters go, with a notice. */
export function importText(text: string, ids: IdSource): Imported {
  const notices = new NoticeCounter();
  const clean = cleanText(text.replace(/^\ufeff/, ''), notices).replace(/\r\n?|\u2028|\u0085/g, '\n');
  const stretches = stretchesOf(clean.replace(/\f|\u2029/g, '\n\n'));
  const widthOf = widthsOf(stretches);
  let joined = 0;
  const made = stretches.map(({ quoted, lines }): Block => {
    const own = { id: ids(), ...(quoted > 0 ? { quoted } : {}) };
    if (lines.length === 1 && RULE.test(lines[0] ?? '')) return { ...own, type: 'rule' };
    const wrapped = isHardWrapped(lines, widthOf(quoted));
    if (wrapped) joined++;
    const words = wrapped ? rejoin(lines) : keepLines(lines);
    return { ...own, type: 'paragraph', content: [{ text: words }] };
  });
  notices.add('changed', 'lines-joined', joined);
  const direction = directionOf(made);
  const blocks = withDirections(made, direction);
  return {
    blocks,
    metadata: withTitle(signedBy(stretches), blocks, direction),
    notices: notices.list(),
    pictures: [],
  };
}

/** The wrapping of each depth of quoting, which are often by different hands; of few lines that of the whole text. */
function widthsOf(stretches: readonly Stretch[]): (quoted: number) => number {
  const whole = wrapWidth(stretches.map(({ lines }) => lines));
  const widths = new Map<number, number>();
  return (quoted) => {
    let width = widths.get(quoted);
    if (width === undefined) {
      const own = stretches.filter((stretch) => stretch.quoted === quoted).map(({ lines }) => lines);
      width = own.flat().length - own.length >= 6 ? wrapWidth(own) : whole;
      widths.set(quoted, width);
    }
    return width;
  };
}

/**
 * What a letter in plain text tells by its form: a heading in its first line, and at the end, alone in short lines,
 * a name and a date.
 */
function signedBy(stretches: readonly Stretch[]): Proposed[] {
  const found: Proposed[] = [];
  const heading = stretches[0]?.lines.length === 1 ? (stretches[0].lines[0] ?? '').trim() : '';
  if (stretches.length > 1 && heading.length <= 100 && /[\p{L}\p{N}’)]$/u.test(heading)) {
    found.push({ field: 'title', value: heading, foundIn: 'first line', guessed: true });
  }
  const lines = stretches.length > 2 ? (stretches.at(-1)?.lines ?? []).map((line) => line.trim()) : [];
  if (lines.length > 5 || lines.some((line) => line.length > 60)) return found;
  const date = lines.find((line) => cslDate(line).literal === undefined);
  const [name] = lines;
  if (date === undefined || name === undefined || name === date) return found;
  if (/^(?:\p{Lu}[\p{L}.’'-]*\s?){2,5}$/u.test(name))
    found.push({ field: 'author', value: name, foundIn: 'signature', guessed: true });
  found.push({ field: 'date', value: date, foundIn: 'signature', guessed: true });
  return found;
}

/** Lines as they are, without the white space at their ends; common indentation is kept off. */
function keepLines(lines: readonly string[]): string {
  const indent = Math.min(...lines.map((line) => line.length - line.trimStart().length));
  return lines.map((line) => line.slice(indent).trimEnd()).join('\n');
}

function stretchesOf(text: string): Stretch[] {
  const stretches: Stretch[] = [];
  let open: Stretch | undefined;
  for (const line of text.split('\n')) {
    const marker = /^(?:>[ \t]?)+/.exec(line)?.[0] ?? '';
    const quoted = marker.replace(/[^>]/g, '').length;
    const rest = line.slice(marker.length);
    if (rest.trim() === '') {
      open = undefined;
      continue;
    }
    const alone = RULE.test(rest);
    if (!open || open.quoted !== quoted || alone) {
      open = { quoted, lines: [] };
      stretches.push(open);
    }
    open.lines.push(rest);
    if (alone) open = undefined;
  }
  return stretches;
}
