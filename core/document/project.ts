import type { BlockId, ListStyle, RichText } from '../text/block.ts';
import type { Comment } from './comment.ts';
import type { Category, CslItem, Highlight, Letter } from './letter.ts';
import type { Quotation } from './quotation.ts';

export const POINT_STATUSES = ['draft', 'reviewed', 'final'] as const;
export type PointStatus = (typeof POINT_STATUSES)[number];

/** What was changed in the text that the letters are about: its new wording, and where that stands. */
export interface Change {
  readonly id: string;
  readonly wording: RichText;
  /** As they are to be printed: "12", "iv", "40–43". Empty where there is none. */
  readonly page: string;
  readonly line: string;
}

/** A way to answer that the genre knows: "agree", "deny", "change made". */
export interface AnswerType {
  readonly id: string;
  /** As it is printed at the answer. */
  readonly name: string;
  /** What an answer of this type also tells. */
  readonly asks?: 'changes';
}

/** One thing answered: the passages in question and the answer to them. */
export interface Point {
  readonly id: string;
  readonly title: string;
  readonly quotations: readonly Quotation[];
  /** `contrast`: the quotations are set against each other, side by side where there is room. */
  readonly arrangement: 'sequence' | 'contrast';
  readonly answer: RichText;
  readonly status: PointStatus;
  /** Private; never exported unless asked. */
  readonly note: string;
  /** Private too; in the order of adding, no two alike. Absent for none, as the lists below. */
  readonly tags?: readonly string[];
  /** One of the settings' answer types. */
  readonly answerType?: string;
  readonly changes?: readonly Change[];
  /** How long it is to be, in words. */
  readonly target?: number;
  /** A master response: one answer for many places, which refer to it. It is numbered among its kind. */
  readonly master?: true;
  /** Points, master responses most often, that answer what is in question here. They may be gone: a finding. */
  readonly seeMaster?: readonly string[];
  /** Shares the number of the point before it in its section: 3a, 3b. */
  readonly sub?: true;
  /** The point of an earlier round that this one goes on with; it may be gone. */
  readonly continues?: string;
}

export const SECTION_PLACES = ['front', 'back'] as const;
export type SectionPlace = (typeof SECTION_PLACES)[number];

/** A part of the answer. `level` 1 to 3 nests it under the nearest section before it of a smaller level. */
export interface Section {
  readonly id: string;
  readonly level: 1 | 2 | 3;
  readonly title: string;
  /** The letter that this part responds to. */
  readonly letter?: string;
  /** The block of that letter, a heading, below which stands what this part responds to; it may be gone. */
  readonly heading?: string;
  /** What this part is about, where it gathers what several letters say of one thing. */
  readonly topic?: string;
  /** Front matter, before the introduction, or back matter, after the conclusion: not numbered. */
  readonly place?: SectionPlace;
  /** 2, 3 …: the round of letters that it answers; absent in the first one. */
  readonly round?: number;
  /** Text before the first point. */
  readonly lead: RichText;
  readonly points: readonly Point[];
  /** How long it is to be with its points, in words. */
  readonly target?: number;
}

export interface FrontMatter {
  readonly title: string;
  readonly subtitle: string;
  readonly byline: string;
  /** ISO 8601 date, or words. */
  readonly date: string;
  readonly series: string;
  readonly number: string;
  readonly motto: string;
  readonly mottoSource: string;
  readonly colophon: string;
}

export const ENTRY_NUMBERINGS = [
  'decimal',
  'lower-alpha',
  'upper-alpha',
  'lower-roman',
  'upper-roman',
] as const satisfies readonly ListStyle[];

/** A named list, such as demands, conclusions, commitments, changes made, whose entries stand in the author's texts. */
export interface ProjectList {
  readonly id: string;
  /** "Demands", "What we ask"; empty for the language's word for demands. */
  readonly name: string;
  /** What one entry is called: "Demand"; empty for the language's word. */
  readonly label: string;
  /** How entries are numbered; absent for 1, 2, 3. */
  readonly numbering?: (typeof ENTRY_NUMBERINGS)[number];
  /** Where the list is gathered: before the parts, or after the section of this id. Absent for the end. */
  readonly gathered?: { readonly at: 'front' } | { readonly at: 'section'; readonly id: string };
}

export const PAPERS = ['a5', 'half-letter'] as const;
export type Paper = (typeof PAPERS)[number];

export const POINT_NUMBERINGS = ['plain', 'by-part', 'by-reviewer', 'by-letter'] as const;

/** How codes are made; absent values are those of core/derived/code-pattern.ts. */
export interface NumberingSettings {
  readonly points: (typeof POINT_NUMBERINGS)[number];
  /** Pattern of a point's code instead of the one that `points` names: "{letter}-{n}". */
  readonly pattern?: string;
  /** Pattern of a passage's code. */
  readonly passages?: string;
}

/**
 * The codes as they were published. What has one keeps it; those of things that are gone stay here, so that they
 * aren't given again. By the ids of the things.
 */
export interface FrozenCodes {
  /** ISO 8601 date of the last publication. */
  readonly date: string;
  readonly points: Readonly<Record<string, string>>;
  readonly passages: Readonly<Record<string, string>>;
  readonly sections: Readonly<Record<string, string>>;
  /** Numbers of entries that were published before it was written down in which list. */
  readonly demands: Readonly<Record<string, string>>;
  /** List id → block id → the number of the entry, in figures. One that went into another list is in both. */
  readonly entries?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

export interface Settings {
  /** BCP 47, of the answer. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly paper: Paper;
  /** Print the letters as appendices. */
  readonly lettersAppended: boolean;
  /** How long all of it is to be, in words. */
  readonly target?: number;
  /** The answer types to choose from; absent where the genre has none. */
  readonly answerTypes?: readonly AnswerType[];
  /** Words that are spelt right in this project, though no dictionary has them. In the order of the alphabet. */
  readonly words?: readonly string[];
  readonly ignored?: readonly IgnoredWord[];
  /** Pattern of the line under a quotation, and of that under further ones of the same letter; see source-pattern.ts. */
  readonly sourceLine?: string;
  readonly sourceLineShort?: string;
  /** A style that comes with the program, or one of the project's own; absent for Chicago, author and date. */
  readonly citationStyle?: string;
  /** Absent: points are counted through the whole answer. */
  readonly numbering?: NumberingSettings;
}

/** A word whose spelling is left alone where it stands: in one block of the author's, while that is there. */
export interface IgnoredWord {
  readonly block: BlockId;
  readonly word: string;
}

/** A style of citations that was opened from a file: the file's own words, checked (core/citations/read-style.ts). */
export interface CitationStyle {
  readonly id: string;
  readonly name: string;
  /** XML. */
  readonly csl: string;
}

/** A work cited: a CSL-JSON item under the project's own id. */
export interface Reference {
  readonly id: string;
  readonly item: CslItem;
}

/** A picture's bytes lie in the project at `assets/<id>`. */
export interface Asset {
  readonly id: string;
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp';
  readonly name: string;
}

/** A quotation that isn't as its letter has it, and that the writer lets stand so. */
export interface AcceptedQuotation {
  readonly id: string;
  /** The quotation's words, folded as in core/anchoring/fold.ts: however it's set, it stays accepted. */
  readonly text: string;
  readonly reason: string;
}

/**
 * A whole project. What can be computed (numbers, codes of passages, coverage, texts of cross references) is not
 * in it; see core/derived.
 */
export interface Project {
  readonly id: string;
  readonly front: FrontMatter;
  readonly settings: Settings;
  readonly introduction: RichText;
  readonly conclusion: RichText;
  readonly sections: readonly Section[];
  readonly letters: readonly Letter[];
  readonly highlights: readonly Highlight[];
  readonly categories: readonly Category[];
  readonly references: readonly Reference[];
  /** Absent where none was opened. */
  readonly citationStyles?: readonly CitationStyle[];
  readonly assets: readonly Asset[];
  readonly accepted: readonly AcceptedQuotation[];
  /** In the order of writing; absent for none. */
  readonly comments?: readonly Comment[];
  /** Never empty. Absent for the one list that every project begins with; see core/derived/lists.ts. */
  readonly lists?: readonly ProjectList[];
  /** Absent while codes follow the order freely. */
  readonly frozen?: FrozenCodes;
}

const NO_FRONT: FrontMatter = {
  title: '',
  subtitle: '',
  byline: '',
  date: '',
  series: '',
  number: '',
  motto: '',
  mottoSource: '',
  colophon: '',
};

/** A project with nothing in it. `categoryNames` are at most six, in the order of their styles. */
export function emptyProject(id: string, language: string, categoryNames: readonly string[]): Project {
  return {
    id,
    front: NO_FRONT,
    settings: { language, direction: 'ltr', paper: 'a5', lettersAppended: true },
    introduction: [],
    conclusion: [],
    sections: [],
    letters: [],
    highlights: [],
    categories: categoryNames
      .slice(0, 6)
      .map((name, i) => ({ id: `category-${i + 1}`, name, style: (i + 1) as Category['style'] })),
    references: [],
    assets: [],
    accepted: [],
  };
}
