/** Where, in a text that holds several letters or comments one after another, another is likely to begin. */
import type { CslItem } from '../document/letter.ts';
import type { Block, RichText } from '../text/block.ts';
import { blockText } from '../text/canonical.ts';
import { cslDate, personName } from './bibliographic.ts';
import {
  headerLine,
  isAttribution,
  isSeparator,
  proposalsOfAttribution,
  proposalsOfHeads,
} from './mail/attribution.ts';

/** Indexes of blocks, rising, never 0; each list by another sign. */
export interface Beginnings {
  /** Heads of mails, lines that say whose words follow, "Comment 12", salutations. */
  readonly heads: readonly number[];
  /** "1.", "2.", "3." … at the head of paragraphs, or as items of a list. */
  readonly numbers: readonly number[];
  /** Headings of the highest level. */
  readonly headings: readonly number[];
}

const NAMED: readonly RegExp[] = [
  // "Comment 12", "Submission 3:", "Letter A", "Reviewer 2".
  /^(comment|submission|letter|reviewer|referee|response|kommentar|stellungnahme|brief|commentaire|lettre|comentario|carta)\s+(no\.?\s*|nr\.?\s*|#)?([a-z]?\d{1,4}|[a-z])\b[.:)]?(\s|$)/i,
  // "Nora Vane says:", "Posted by Nora Vane".
  /^[^.!?:]{2,60}\s(says|said|comments|commented|replied|dit|dice|sagt|meint|schreibt)\s*:$/i,
  /^(posted|submitted|comment(ed)?|eingereicht|kommentar|publié)\s+(by|von|par|por)\s+\S/i,
];
const SALUTATION =
  /^(dear|sehr geehrte[rns]?|liebe[rs]?|chère?s?|estimad[oa]s?|gentile|geachte|beste)\s.{1,80}[,!:]?$/i;
const NUMBERED = /^[(#]?(\d{1,4})[.):]\s+\S/;
/** A salutation nearer than this many blocks to a head belongs to it. */
const NEAR = 4;
const LEAST_NUMBERS = 3;

function firstLine(block: Block): string {
  return (blockText(block).split('\n')[0] ?? '').trim();
}

/** Says whose words follow. */
function isHead(block: Block): boolean {
  if (block.type === 'note' || block.type === 'item' || block.quoted !== undefined) return false;
  const line = firstLine(block);
  const mail = isSeparator(line) || isAttribution(line) || headerLine(line)?.field === 'author';
  return mail || NAMED.some((pattern) => pattern.test(line));
}

function headsIn(text: RichText): readonly number[] {
  const found: number[] = [];
  text.forEach((block, index) => {
    const last = found.at(-1);
    if (isHead(block)) {
      // A head may be of several blocks: "-----Original Message-----", "From: …", "Sent: …".
      const goesOn =
        last !== undefined &&
        text.slice(last, index).every((each) => isHead(each) || headerLine(firstLine(each)) !== undefined);
      if (!goesOn) found.push(index);
    } else if (
      block.type === 'paragraph' &&
      block.quoted === undefined &&
      SALUTATION.test(firstLine(block))
    ) {
      if (last === undefined || index - last >= NEAR) found.push(index);
    }
  });
  return found;
}

export function beginningsOf(text: RichText): Beginnings {
  const levels = text.flatMap((block) => (block.type === 'heading' ? [block.level] : []));
  const highest = Math.min(...levels);
  const headings = text.flatMap((block, index) =>
    block.type === 'heading' && block.level === highest ? [index] : [],
  );
  const places = (found: readonly number[]) => found.filter((index) => index > 0);
  return { heads: places(headsIn(text)), numbers: places(numbersIn(text)), headings: places(headings) };
}

function numbersIn(text: RichText): readonly number[] {
  const written: number[] = [];
  const items: number[] = [];
  text.forEach((block, index) => {
    if (block.quoted !== undefined) return;
    if (block.type === 'item' && block.list === 'decimal' && block.level === 1) items.push(index);
    if (block.type !== 'paragraph' && block.type !== 'heading') return;
    if (Number(NUMBERED.exec(blockText(block))?.[1] ?? 0) === written.length + 1) written.push(index);
  });
  return [written, items].find(({ length }) => length >= LEAST_NUMBERS) ?? [];
}

/** The signs that count unasked: heads, else numbers that were written out. A list or a heading may be just that. */
export function likelyBeginnings(text: RichText): readonly number[] {
  const { heads, numbers } = beginningsOf(text);
  if (heads.length > 0) return heads;
  return numbers.every((index) => text[index]?.type !== 'item') ? numbers : [];
}

/** A head or a salutation among the first blocks is the letter's own, unless another stands above it. */
const OWN_HEAD = 4;

/**
 * In how many places another letter seems to begin: by heads alone, for a single letter may have numbers and headings
 * too.
 */
export function furtherLetters(text: RichText): number {
  const { heads } = beginningsOf(text);
  const [first] = text;
  return first && isHead(first) ? heads.length : heads.filter((index) => index > OWN_HEAD).length;
}

/** Lines at the head of a part in which its head is looked for. */
const HEAD_LINES = 8;

/** What a part tells of itself: title, author and day from its head; else its first words for a title. */
export function itemOfPart(blocks: RichText): Pick<CslItem, 'title' | 'author' | 'issued'> {
  const lines = blocks
    .slice(0, HEAD_LINES)
    .flatMap((block) => blockText(block).split('\n'))
    .map((line) => line.trim())
    .filter(Boolean)
    .slice(0, HEAD_LINES);
  const found = [
    ...proposalsOfHeads(lines, ''),
    ...lines.filter((line) => isAttribution(line)).flatMap(proposalsOfAttribution),
  ];
  const value = (field: string) => found.find((each) => each.field === field)?.value;
  const [author, date] = [value('author'), value('date')];
  return {
    title: value('title') ?? shortened(lines.find((line) => !isSeparator(line)) ?? ''),
    ...(author ? { author: [personName(author)] } : {}),
    ...(date ? { issued: cslDate(date) } : {}),
  };
}

/** Cut at a word's end near 60 UTF-16 units. */
function shortened(line: string): string {
  if (line.length <= 64) return line;
  const at = line.lastIndexOf(' ', 60);
  return `${line.slice(0, at > 0 ? at : 60)}…`;
}
