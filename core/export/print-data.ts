/**
 * The one JSON value that the typesetter's template reads. It differs from the publication tree in what a template
 * can't do for itself: labels are checked, text is cleaned, lists and quotations are nested, the letters'
 * highlighted text is cut into words. The same publication gives the same data.
 */
import { printBlocks, type PrintBlock } from './print/blocks.ts';
import { BracketCutter, type PrintBracket } from './print/brackets.ts';
import { cleanLine, cleanLines, cleanUrl } from './print/clean.ts';
import { contentText, printContent, type ContentContext, type PrintContent } from './print/content.ts';
import { hasPolytonicGreek, printLanguage, type PrintLanguage } from './print/language.ts';
import { Labels } from './print/labels.ts';
import type {
  Publication,
  PublicationWords,
  PublishedBlock,
  PublishedLetter,
  PublishedList,
  PublishedPart,
  PublishedPoint,
  PublishedPrivate,
  PublishedQuotation,
  PublishedWay,
} from './publication.ts';

type Direction = 'ltr' | 'rtl';

export interface PrintQuotation extends PrintLanguage {
  readonly direction: Direction;
  readonly code: string;
  /** Label of the passage in the appended letter. */
  readonly to: string | null;
  readonly blocks: readonly PrintBlock[];
  readonly source: string;
  /** Of an outside work: its citation, in the place of the source. */
  readonly cited: PrintContent;
  /** Short enough to be kept on a page with the answer's first lines. */
  readonly short: boolean;
}
export interface PrintPoint {
  readonly label: string | null;
  readonly number: string;
  readonly title: string;
  /** What the contents say of a point without a title: the first words of what it answers. */
  readonly opening: string;
  readonly contrast: boolean;
  readonly continuation: PrintContent;
  /** "Master Response 2"; empty for other points. */
  readonly master: string;
  /** Where a master response is referred to, in words with `{places}`; and the places. */
  readonly uses: readonly PrintWay[];
  readonly see: readonly PrintWay[];
  readonly quotations: readonly PrintQuotation[];
  /** "" for none. */
  readonly answerType: string;
  readonly answer: readonly PrintBlock[];
  readonly changes: readonly { readonly place: string; readonly wording: readonly PrintBlock[] }[];
  readonly privately: readonly PrintPrivate[];
}
/** Lines of text; `quote`, `by` and the authors of replies may be empty. */
export interface PrintPrivate {
  readonly label: string;
  readonly by: string;
  readonly quote: string;
  readonly lines: readonly string[];
  readonly replies: readonly { readonly by: string; readonly lines: readonly string[] }[];
}
/** Words that lead to a label, or nowhere. */
export interface PrintWay {
  readonly text: string;
  readonly to: string | null;
}
export interface PrintList {
  readonly title: string;
  /** Names the place to the application. */
  readonly place: string;
  /** Numbers that were published and that no entry has any more. */
  readonly withdrawn: readonly string[];
  readonly items: readonly {
    readonly number: string;
    readonly to: string | null;
    readonly from: string;
    readonly content: PrintContent;
  }[];
}
export interface PrintPart {
  readonly label: string | null;
  readonly number: string;
  /** Depth of its heading, 1 to 3; never skips one. */
  readonly level: number;
  readonly title: string;
  readonly respondsTo: string;
  readonly runningHead: string;
  readonly lead: readonly PrintBlock[];
  readonly points: readonly PrintPoint[];
  /** Lists that are gathered after this part. */
  readonly lists: readonly PrintList[];
}
export interface PrintLetter extends PrintLanguage {
  readonly direction: Direction;
  readonly label: string | null;
  /** Label under which this letter's words are marked; unlike any id. */
  readonly words: string;
  readonly code: string;
  readonly title: string;
  readonly about: string;
  readonly link: string | null;
  readonly corrected: boolean;
  readonly blocks: readonly PrintBlock[];
  readonly brackets: readonly PrintBracket[];
}
export interface PrintData extends PrintLanguage {
  readonly direction: Direction;
  readonly paper: Publication['paper'];
  readonly polytonicGreek: boolean;
  readonly words: PublicationWords;
  /** For the document's metadata. */
  readonly document: { readonly title: string; readonly author: string; readonly date: PrintDate | null };
  readonly front: Omit<Publication['front'], 'isoDate'>;
  readonly frontMatter: readonly PrintPart[];
  readonly introduction: readonly PrintBlock[];
  readonly parts: readonly PrintPart[];
  readonly conclusion: readonly PrintBlock[];
  readonly backMatter: readonly PrintPart[];
  readonly withdrawn: readonly string[];
  /** Lists that are gathered before the parts, and at the end. */
  readonly frontLists: readonly PrintList[];
  readonly endLists: readonly PrintList[];
  readonly bibliography: readonly {
    readonly label: string | null;
    /** "[1]" */
    readonly margin?: PrintContent;
    readonly content: PrintContent;
  }[];
  readonly letters: readonly PrintLetter[];
  readonly colophon: string;
  /** Words for every page of a working copy; "" for another. */
  readonly workingCopy: string;
  readonly privately: readonly { readonly place: string; readonly items: readonly PrintPrivate[] }[];
}
export interface PrintDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Whether it fills no more than some eight lines. */
function isShort(blocks: readonly PublishedBlock[]): boolean {
  if (!blocks.every((block) => block.type === 'paragraph') || blocks.length > 3) return false;
  const text = blocks.map((block) => JSON.stringify(block.content)).join('\n');
  return text.length + 60 * (text.match(/\\n/g)?.length ?? 0) < 560;
}

export function printData(publication: Publication): PrintData {
  const labels = new Labels(publication);
  const context: ContentContext = { target: labels.target, place: labels.place };
  const blocks = (source: Parameters<typeof printBlocks>[0]) => printBlocks(source, context);
  const listsAt = (at: 'front' | 'end') =>
    publication.lists.filter(({ gathered }) => gathered.at === at).map((list) => printList(list, context));
  const { front } = publication;
  const title = cleanLine(front.title);
  // The order of these calls is the order in print, so that the first of two things with one anchor is labelled.
  return {
    ...printLanguage(publication.language),
    direction: publication.direction,
    paper: publication.paper,
    polytonicGreek: hasPolytonicGreek(JSON.stringify(publication)),
    words: mapValues(publication.words, cleanLine),
    document: {
      title: title || cleanLine(front.subtitle) || cleanLine(front.series) || cleanLine(front.byline) || '—',
      author: cleanLine(front.byline),
      date: printDate(front.isoDate),
    },
    front: {
      title: cleanLines(front.title).trim(),
      subtitle: cleanLines(front.subtitle).trim(),
      byline: cleanLine(front.byline),
      date: cleanLine(front.date),
      series: cleanLine(front.series),
      number: cleanLine(front.number),
      motto: cleanLines(front.motto).trim(),
      mottoSource: cleanLine(front.mottoSource),
    },
    frontMatter: printParts(publication.frontMatter, [], labels, context),
    introduction: blocks(publication.introduction),
    frontLists: listsAt('front'),
    parts: printParts(publication.parts, publication.lists, labels, context),
    conclusion: blocks(publication.conclusion),
    backMatter: printParts(publication.backMatter, [], labels, context),
    withdrawn: publication.withdrawn.map(cleanLine),
    endLists: listsAt('end'),
    bibliography: publication.bibliography.map((entry) => ({
      label: labels.place(entry.anchor),
      ...(entry.margin ? { margin: printContent(entry.margin, context) } : {}),
      content: printContent(entry.content, context),
    })),
    letters: publication.letters.map((letter, i) => printLetter(letter, i, labels, context)),
    colophon: cleanLines(publication.colophon).trim(),
    workingCopy: publication.privately ? cleanLine(publication.words.workingCopy) : '',
    privately: (publication.privately ?? []).map(({ place, items }) => ({
      place: cleanLine(place),
      items: items.map(printPrivate),
    })),
  };
}

function printList(list: PublishedList, context: ContentContext): PrintList {
  return {
    title: cleanLine(list.title),
    place: `list-${list.anchor}`,
    withdrawn: list.withdrawn.map(cleanLine),
    items: list.items.map((item) => ({
      number: cleanLine(item.number),
      to: context.target(item.anchor),
      from: cleanLine(item.from.text),
      content: printContent(item.content, { ...context, withoutNotes: true }),
    })),
  };
}

function printParts(
  parts: readonly PublishedPart[],
  lists: readonly PublishedList[],
  labels: Labels,
  context: ContentContext,
): readonly PrintPart[] {
  let level = 0;
  return parts.map((part) => {
    const quoted = new Set<string>();
    level = Math.min(part.depth, level + 1);
    return {
      label: labels.place(part.anchor),
      number: cleanLine(part.number),
      level,
      title: cleanLine(part.title),
      respondsTo: cleanLine(part.respondsTo ?? ''),
      runningHead: cleanLine(part.runningHead),
      lead: printBlocks(part.lead, context),
      points: part.points.map((point) => printPoint(point, quoted, labels, context)),
      lists: lists
        .filter(({ gathered }) => gathered.at === 'part' && gathered.last === part.anchor)
        .map((list) => printList(list, context)),
    };
  });
}

/** @param quoted the letters quoted so far in the part */
function printPoint(
  point: PublishedPoint,
  quoted: Set<string>,
  labels: Labels,
  context: ContentContext,
): PrintPoint {
  const label = labels.place(point.anchor);
  const quotations = point.quotations.map((quotation) => {
    // The long source line once for each letter in a part, where it fills two lines of a small page.
    const again = quoted.has(quotation.letter);
    quoted.add(quotation.letter);
    return printQuotation(quotation, again ? quotation.shortSource : quotation.source, context);
  });
  const answer = printBlocks(point.answer, context);
  return {
    label,
    number: cleanLine(point.number),
    title: cleanLine(point.title),
    opening: openingWords([...quotations.flatMap((quotation) => quotation.blocks), ...answer]),
    contrast: point.arrangement === 'contrast' && quotations.length > 1,
    continuation: printContent(point.continuation ?? [], context),
    master: point.master ? cleanLine(point.name) : '',
    uses: (point.master ?? []).map((way) => printWay(way, context)),
    see: point.see.map((way) => printWay(way, context)),
    quotations,
    answerType: cleanLine(point.answerType ?? ''),
    answer,
    changes: (point.changes ?? []).map(({ place, wording }) => ({
      place: cleanLine(place),
      wording: printBlocks(wording, context),
    })),
    privately: (point.privately ?? []).map(printPrivate),
  };
}

function printPrivate({ label, by, quote, text, replies }: PublishedPrivate): PrintPrivate {
  const lines = (words: string) => cleanLines(words).trim().split('\n');
  return {
    label: cleanLine(label),
    by: cleanLine(by ?? ''),
    quote: cleanLine(quote ?? ''),
    lines: lines(text),
    replies: (replies ?? []).map((reply) => ({ by: cleanLine(reply.by), lines: lines(reply.text) })),
  };
}

const printWay = ({ text, target }: PublishedWay, context: ContentContext): PrintWay => ({
  text: cleanLine(text),
  to: context.target(target),
});

function printQuotation(
  quotation: PublishedQuotation,
  source: string,
  context: ContentContext,
): PrintQuotation {
  const blocks = printBlocks(quotation.blocks, context);
  return {
    ...printLanguage(quotation.language),
    direction: quotation.direction,
    code: cleanLine(quotation.code),
    to: context.target(quotation.passage),
    blocks,
    source: cleanLine(source),
    cited: printContent(quotation.cited ?? [], context),
    short: isShort(quotation.blocks) && source.length < 300,
  };
}

function printLetter(
  letter: PublishedLetter,
  index: number,
  labels: Labels,
  context: ContentContext,
): PrintLetter {
  const label = labels.place(letter.anchor);
  const language = printLanguage(letter.language);
  const brackets = new BracketCutter(letter.passages, language.lang, labels);
  const blocks = printBlocks(withoutTitle(letter), { ...context, brackets });
  return {
    ...language,
    direction: letter.direction,
    label,
    words: `words of letter ${index + 1}`,
    code: cleanLine(letter.code),
    title: cleanLine(letter.title),
    about: cleanLine(letter.about),
    link: cleanUrl(letter.link) ?? null,
    corrected: letter.corrected,
    blocks,
    brackets: brackets.brackets,
  };
}

/** The letter's text without the heading that says once more what stands right above it. */
function withoutTitle({ title, blocks }: PublishedLetter): PublishedLetter['blocks'] {
  const [first, ...rest] = blocks;
  if (first?.type !== 'heading') return blocks;
  const plain = first.content.every((inline) => 'text' in inline && !('passages' in inline));
  const words = first.content.map((inline) => ('text' in inline ? inline.text : '')).join('');
  return plain && cleanLine(words) === cleanLine(title) ? rest : blocks;
}

/** About six words of the first text among the blocks, with an ellipsis where more follows. */
function openingWords(blocks: readonly PrintBlock[]): string {
  for (const block of blocks) {
    const content = 'content' in block ? block.content : 'lines' in block ? block.lines.flat() : [];
    const words = contentText(content).trim().split(/\s+/);
    if (words[0] === '' || words[0] === undefined) continue;
    return words.length > 6
      ? `${words
          .slice(0, 6)
          .join(' ')
          .replace(/[.,;:–—]+$/, '')}…`
      : words.join(' ');
  }
  return '';
}

function printDate(iso: string | undefined): PrintDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? '');
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const real = new Date(Date.UTC(year, month - 1, day));
  return real.getUTCMonth() === month - 1 && real.getUTCDate() === day ? { year, month, day } : null;
}

function mapValues<T extends object>(values: T, change: (value: string) => string): T {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(String(value))])) as T;
}
