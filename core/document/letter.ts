import type { RichText } from '../text/block.ts';
import type { TextRange } from '../text/canonical.ts';

/** A name as CSL-JSON has it: `literal` for bodies and for names that aren't to be inverted. */
export interface PersonName {
  readonly family?: string;
  readonly given?: string;
  readonly literal?: string;
}

/** Year, month, day as far as known; or words, where it isn't a date of the calendar. As in CSL-JSON. */
export interface CslDate {
  readonly 'date-parts'?: readonly (readonly number[])[];
  readonly literal?: string;
}

/** A CSL-JSON item, of the fields that Pamphleteer shows; others of the specification may stand beside them. */
export interface CslItem {
  readonly type: string;
  readonly title?: string;
  readonly author?: readonly PersonName[];
  readonly editor?: readonly PersonName[];
  readonly issued?: CslDate;
  readonly 'container-title'?: string;
  readonly publisher?: string;
  readonly 'publisher-place'?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly page?: string;
  readonly edition?: string;
  readonly URL?: string;
  readonly DOI?: string;
  readonly ISBN?: string;
}

export const LETTER_KINDS = [
  'letter',
  'article',
  'statement',
  'review',
  'comment',
  'mail',
  'own',
  'work',
  'agency',
  'organisation',
  'individual',
  'reviewer',
  'editor',
  'party',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** The letter that codes of a kind begin with: A1, O3, I12. */
export const KIND_CODES: Readonly<Record<LetterKind, string>> = {
  letter: 'A',
  article: 'A',
  statement: 'A',
  review: 'R',
  comment: 'A',
  mail: 'A',
  own: 'A',
  work: 'W',
  agency: 'A',
  organisation: 'O',
  individual: 'I',
  reviewer: 'R',
  editor: 'E',
  party: 'P',
};

/** What an importer says of something that it couldn't keep or had to decide. `count` times in this letter. */
export interface ImportNotice {
  readonly kind: 'left-out' | 'changed' | 'decided';
  /** Names the sentence in the messages file: "script", "form", "picture-remote", "encoding" … */
  readonly what: string;
  readonly count: number;
  /** A short extract or name that helps to find it. */
  readonly detail?: string;
}

/** The file or clipboard that a letter came from; its bytes lie in the project at `originals/<sha256>`. */
export interface Original {
  readonly name: string;
  readonly mediaType: string;
  /** Lower-case hex. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
}

/** A text that is answered, or drawn upon: letter, article, review, comment, own earlier letter, outside work. */
export interface Letter {
  readonly id: string;
  /** "A1": shown everywhere, unique in the project. */
  readonly code: string;
  readonly kind: LetterKind;
  readonly item: CslItem;
  readonly addressee: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly blocks: RichText;
  readonly original?: Original;
  /** Those of the letters that were joined to it, in the order of their texts; absent where there are none. */
  readonly furtherOriginals?: readonly Original[];
  /** What its earlier versions came from, the oldest first, each once; absent where there are none. */
  readonly earlier?: readonly Original[];
  readonly notices: readonly ImportNotice[];
  /** True once its text has been corrected after import. */
  readonly corrected: boolean;
}

/** All that a letter came from, in the order of its text. */
export function originalsOf(letter: Pick<Letter, 'original' | 'furtherOriginals'>): readonly Original[] {
  return [...(letter.original ? [letter.original] : []), ...(letter.furtherOriginals ?? [])];
}

/** These originals in their order, each once, without those in `but`; undefined where none are left. */
export function originalsWithout(
  originals: readonly Original[],
  but: readonly Original[],
): readonly Original[] | undefined {
  const taken = new Set(but.map(({ sha256 }) => sha256));
  const left = originals.filter(({ sha256 }) => !taken.has(sha256) && taken.add(sha256));
  return left.length > 0 ? left : undefined;
}

/** A passage of a letter. It may overlap others, nest, cross blocks and have gaps. */
export interface Highlight {
  readonly id: string;
  readonly letter: string;
  /** In reading order, not touching each other. A range whose words were cut away is empty (start = end). */
  readonly ranges: readonly TextRange[];
  /** The words as they stood when they were last there; ranges joined by " […] ". Checked when a file is opened. */
  readonly quote: string;
  readonly category: string;
  /** Private; never exported unless asked. */
  readonly note: string;
  /** Set when the writer decided to leave it without an answer; the reason may be empty only while she types. */
  readonly waived?: { readonly reason: string };
  /** Private as the note; in the order of adding, no two alike. Absent for none. */
  readonly tags?: readonly string[];
  /** Points, master responses most often, that answer it without quoting it. They may be gone: a finding. */
  readonly seeMaster?: readonly string[];
}

export const CATEGORY_STYLES = ['solid', 'double', 'dotted', 'dashed', 'wavy', 'thick'] as const;

export interface Category {
  readonly id: string;
  readonly name: string;
  /** 1 to 6: names tint and pattern of the margin rule together, so that neither is told by colour alone. */
  readonly style: 1 | 2 | 3 | 4 | 5 | 6;
}
