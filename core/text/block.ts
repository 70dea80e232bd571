/**
 * Rich text: a flat list of blocks, each holding inline content. Letters, answers, introductions and notes are
 * all made of it. Everything is plain JSON; readonly throughout, edits make new values.
 *
 * Nesting (lists in lists, quotations in quotations) is told by a depth on the block, as in Word's model, so that
 * a position is just a block and an offset.
 */
export type BlockId = string;

export const MARKS = [
  'strong',
  'emphasis',
  'underline',
  'strike',
  'superscript',
  'subscript',
  'smallcaps',
  'code',
] as const;
export type Mark = (typeof MARKS)[number];

/** A run of characters with the same marks. `marks` is in the order of {@link MARKS} and absent when empty. */
export interface Span {
  readonly text: string;
  readonly marks?: readonly Mark[];
  /** Absolute URL; http, https or mailto only. */
  readonly link?: string;
}

/** A footnote written by the author, with its text. Found in answers, never in letters. */
export interface NoteAtom {
  readonly type: 'note';
  readonly id: string;
  readonly body: readonly Inline[];
}
/** The mark of a letter's own note, whose text is the block `note` near the letter's end. */
export interface NoteMarkAtom {
  readonly type: 'note-mark';
  readonly note: BlockId;
}
/** What a locator may count: the terms of CSL. */
export const LOCATOR_LABELS = [
  'page',
  'chapter',
  'section',
  'paragraph',
  'part',
  'book',
  'volume',
  'issue',
  'line',
  'verse',
  'note',
  'figure',
  'folio',
  'column',
  'article',
  'appendix',
] as const;
export type LocatorLabel = (typeof LOCATOR_LABELS)[number];

/** One of the works in a citation. */
export interface CitationItem {
  /** Id of a work of the project, or of a letter. */
  readonly reference: string;
  /** Where in it, without the word for what is counted: "41", "12–14". */
  readonly locator?: string;
  /** What the locator counts; absent for pages. */
  readonly label?: LocatorLabel;
  readonly prefix?: string;
  readonly suffix?: string;
  /** The author is named in the sentence, and left out here. */
  readonly authorOut?: true;
}
/** Works cited at one place, together: "(Ashgrove 2019, 41; Tarn 1987)", or a note, as the style has it. */
export interface CitationAtom {
  readonly type: 'citation';
  /** Unique among the author's notes and citations. */
  readonly id: string;
  /** At least one. */
  readonly items: readonly CitationItem[];
  /** The author stands in the sentence, the rest in brackets or in the note: "Ashgrove (2019)". */
  readonly mode?: 'narrative';
}
export const REFERENCE_FORMS = ['number', 'title', 'page'] as const;
/**
 * What a reference says beside the name and number that it says by itself: the number alone, the title too, or the
 * page, which only paper has.
 */
export type ReferenceForm = (typeof REFERENCE_FORMS)[number];
export interface CrossReferenceAtom {
  readonly type: 'cross-reference';
  readonly target: CrossReferenceTarget;
  /** Absent for name and number: "point 12". */
  readonly form?: ReferenceForm;
}
export type CrossReferenceTarget =
  | { readonly kind: 'point'; readonly id: string }
  | { readonly kind: 'section'; readonly id: string }
  | { readonly kind: 'letter'; readonly id: string }
  /** The id of the block that is an entry of a list: "Demand 3". */
  | { readonly kind: 'demand'; readonly id: BlockId }
  /** A highlight: "A1-3". */
  | { readonly kind: 'passage'; readonly id: string }
  /** A block of a letter: "Letter A1, p. 4". */
  | { readonly kind: 'place'; readonly letter: string; readonly id: BlockId }
  /** A footnote of the author's: "note 5". */
  | { readonly kind: 'note'; readonly id: string };

/** Inline things that aren't text. They take no room: they count zero UTF-16 units in the canonical text. */
export type Atom = NoteAtom | NoteMarkAtom | CitationAtom | CrossReferenceAtom;
export type Inline = Span | Atom;

interface Common {
  readonly id: BlockId;
  /** Depth of block quotation, 1 or more; absent outside quotations. */
  readonly quoted?: number;
  /** Set only where it differs from the text's own direction. */
  readonly direction?: 'ltr' | 'rtl';
  /** The page that it begins on in what it was read from, as printed there: "4", "iv". Only in letters. */
  readonly page?: string;
}

export interface Paragraph extends Common {
  readonly type: 'paragraph';
  readonly content: readonly Inline[];
  /** Depth of the list whose item this paragraph continues; absent outside lists. */
  readonly indent?: number;
  /** An entry of this list of the project (a demand, say): numbered where it stands and gathered with the others. */
  readonly entry?: string;
}
export interface Heading extends Common {
  readonly type: 'heading';
  /** 1 to 6. */
  readonly level: number;
  readonly content: readonly Inline[];
}
export const LIST_STYLES = [
  'bullet',
  'decimal',
  'lower-alpha',
  'upper-alpha',
  'lower-roman',
  'upper-roman',
] as const;
export type ListStyle = (typeof LIST_STYLES)[number];
export interface ListItem extends Common {
  readonly type: 'item';
  readonly list: ListStyle;
  /** Depth of nesting, 1 or more. */
  readonly level: number;
  /** The number of this item where a list begins with another number than 1 or begins anew. */
  readonly start?: number;
  readonly content: readonly Inline[];
}
/** The line under a block quotation that says whose it is. */
export interface Attribution extends Common {
  readonly type: 'attribution';
  readonly content: readonly Inline[];
}
/** Lines kept as they are: verse, addresses, code. Lines are parted by a line feed in the text. */
export interface Verse extends Common {
  readonly type: 'verse' | 'preformatted';
  readonly content: readonly Inline[];
}
/** The text of a letter's own note; `label` is its mark as printed ("1", "*"). */
export interface NoteBlock extends Common {
  readonly type: 'note';
  readonly label: string;
  readonly content: readonly Inline[];
}
export interface TableCell {
  readonly content: readonly Inline[];
  readonly header?: true;
  /** Columns and rows that the cell spans; absent for 1. */
  readonly columns?: number;
  readonly rows?: number;
}
export interface Table extends Common {
  readonly type: 'table';
  readonly rows: readonly (readonly TableCell[])[];
}
/** A picture; `content` is its caption. */
export interface Picture extends Common {
  readonly type: 'picture';
  readonly asset: string;
  readonly alternative: string;
  readonly content: readonly Inline[];
}
export interface Rule extends Common {
  readonly type: 'rule';
}

export type Block = Paragraph | Heading | ListItem | Attribution | Verse | NoteBlock | Table | Picture | Rule;
export type TextBlock = Exclude<Block, Table | Rule>;

export type RichText = readonly Block[];

export function isSpan(inline: Inline): inline is Span {
  return 'text' in inline;
}

export function hasContent(block: Block): block is TextBlock {
  return block.type !== 'table' && block.type !== 'rule';
}

export function paragraph(id: BlockId, text = ''): Paragraph {
  return { id, type: 'paragraph', content: text === '' ? [] : [{ text }] };
}

const SAFE_SCHEMES = new Set(['http:', 'https:', 'mailto:']);

/** The URL in its normal form if it is absolute and of a scheme that may be kept, else undefined. */
export function safeUrl(url: string): string | undefined {
  const trimmed = url.trim();
  if (!URL.canParse(trimmed)) return undefined;
  const parsed = new URL(trimmed);
  return SAFE_SCHEMES.has(parsed.protocol) ? parsed.href : undefined;
}
