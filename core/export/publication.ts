/**
 * The publication tree: a project as it is to be published, with every number, code and text resolved. HTML,
 * print data, Markdown and docx are drawn from it and decide nothing but looks. Plain JSON; the same project
 * gives the same tree, byte for byte.
 */
import type { ListStyle, Mark } from '../text/block.ts';

export interface PublishedSpan {
  readonly text: string;
  readonly marks?: readonly Mark[];
  readonly link?: string;
  /** In a letter: ids of the passages that cover this run, in order of their beginning. */
  readonly passages?: readonly string[];
}
/** A numbered footnote of the answer; numbers run through the whole publication. */
export interface PublishedNote {
  readonly type: 'note';
  readonly number: number;
  readonly content: readonly PublishedInline[];
  /** Where a reference leads to it. */
  readonly anchor?: string;
}
/** "point 12": words that lead to the thing with the anchor `target`, or to nowhere when it is missing. */
export interface PublishedLink {
  readonly type: 'reference';
  readonly text: string;
  readonly marks?: readonly Mark[];
  readonly target?: string;
  /** The number of the footnote that it leads to; `target` is that note's anchor. */
  readonly note?: number;
  /** On paper its page follows. */
  readonly page?: true;
}
/** The superscript mark of a letter's own note. */
export interface PublishedNoteMark {
  readonly type: 'note-mark';
  readonly label: string;
}
/** A quotation set within the text, in quotation marks, with its source in brackets after it. */
export interface PublishedRunIn {
  readonly type: 'quotation';
  /** The marks around it, with the spaces that the language sets within them. */
  readonly open: string;
  readonly close: string;
  readonly content: readonly PublishedSpan[];
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Anchor of the passage in the appended letter, if the letter is appended. */
  readonly passage: string;
  /** "A1, ¶ 6", without brackets. */
  readonly source: string;
}
export type PublishedInline =
  PublishedRunIn | PublishedSpan | PublishedNote | PublishedLink | PublishedNoteMark;
export type PublishedContent = readonly PublishedInline[];

interface Common {
  readonly quoted?: number;
  readonly direction?: 'ltr' | 'rtl';
  /** In a letter, where a reference leads to this block. */
  readonly anchor?: string;
}
export type PublishedBlock = Common &
  (
    | {
        readonly type: 'paragraph';
        readonly content: PublishedContent;
        readonly indent?: number;
        /** An entry of a list, and what it is called where it stands: "Demand 3". */
        readonly entry?: { readonly anchor: string; readonly label: string };
      }
    | { readonly type: 'heading'; readonly level: number; readonly content: PublishedContent }
    | {
        readonly type: 'item';
        readonly list: ListStyle;
        readonly level: number;
        /** Ready numbers: 1 for the first item of an ordered list, and so on; 0 for bullets. */
        readonly ordinal: number;
        readonly content: PublishedContent;
      }
    | { readonly type: 'attribution'; readonly content: PublishedContent }
    | { readonly type: 'verse' | 'preformatted'; readonly content: PublishedContent }
    | { readonly type: 'note'; readonly label: string; readonly content: PublishedContent }
    | {
        readonly type: 'table';
        readonly rows: readonly (readonly {
          readonly content: PublishedContent;
          readonly header?: true;
          readonly columns?: number;
          readonly rows?: number;
        }[])[];
      }
    | {
        readonly type: 'picture';
        readonly asset: string;
        readonly mediaType: string;
        readonly alternative: string;
        readonly content: PublishedContent;
      }
    | { readonly type: 'rule' }
  );

export interface PublishedQuotation {
  /** Anchor of the passage in the appended letter: the passage's id there, if the letter is appended. */
  readonly passage: string;
  /** "A1-3" */
  readonly code: string;
  /** Anchor of the letter. */
  readonly letter: string;
  readonly blocks: readonly PublishedBlock[];
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Where it stands: "Town clerk, Statement of the council, 3 May 2026, ¶ 6". */
  readonly source: string;
  /** A short form for a second quotation of the same letter in a point: "A1, ¶ 9". */
  readonly shortSource: string;
  /** Of an outside work: its citation as the style has it, in the place of both. */
  readonly cited?: readonly Extract<PublishedInline, { readonly text: string }>[];
}

/** The new wording of something that was changed, and where it stands: "page 12, line 40". */
export interface PublishedChange {
  readonly place: string;
  readonly wording: readonly PublishedBlock[];
}

/** A note, tags or a comment, in a working copy. */
export interface PublishedPrivate {
  /** "Private note", "Comment". */
  readonly label: string;
  /** Who wrote it, and when. */
  readonly by?: string;
  /** The words that it is about. */
  readonly quote?: string;
  readonly text: string;
  readonly replies?: readonly { readonly by: string; readonly text: string }[];
}
export interface PrivateGroup {
  readonly place: string;
  readonly items: readonly PublishedPrivate[];
}

/** Words that lead to another place of the publication, where it's there. */
export interface PublishedWay {
  readonly text: string;
  readonly target?: string;
}

export interface PublishedPoint {
  /** Anchor, unique in the publication. */
  readonly anchor: string;
  /** "12", "R1.3a", or "M2" of a master response. */
  readonly number: string;
  /** "point 12", "Master Response 2" */
  readonly name: string;
  readonly title: string;
  /** A master response: where it is referred to, passages and points. Absent for other points. */
  readonly master?: readonly PublishedWay[];
  /** What answers it in its stead: "Master Response 2 (The roof)". */
  readonly see: readonly PublishedWay[];
  /** "continues point 4; continued in 4·III": what it goes on with, and what goes on with it. */
  readonly continuation?: PublishedContent;
  readonly arrangement: 'sequence' | 'contrast';
  readonly quotations: readonly PublishedQuotation[];
  /** "Agreed": stands before the answer. */
  readonly answerType?: string;
  readonly answer: readonly PublishedBlock[];
  /** Absent where nothing is told of changes. */
  readonly changes?: readonly PublishedChange[];
  /** Only in a working copy. */
  readonly privately?: readonly PublishedPrivate[];
}

export interface PublishedPart {
  readonly anchor: string;
  /** "2", or "2.1" for a nested one; empty for front and back matter. */
  readonly number: string;
  /** How many parts it stands in, itself counted. */
  readonly depth: 1 | 2 | 3;
  readonly title: string;
  /** "A1 · Statement of the council · Town clerk, 3 May 2026", when it responds to a letter. */
  readonly respondsTo?: string;
  /** What stands in the running head of the left page: the letter's short title, or the part's own. */
  readonly runningHead: string;
  readonly lead: readonly PublishedBlock[];
  readonly points: readonly PublishedPoint[];
}

export interface PublishedPassage {
  /** Anchor of its beginning in the letter. */
  readonly id: string;
  readonly code: string;
  /** Anchors, numbers and names ("point 12") of the points that answer it; empty for an open one. */
  readonly answeredIn: readonly {
    readonly anchor: string;
    readonly number: string;
    readonly name: string;
  }[];
  /** 1 to 6. */
  readonly style: number;
}

export interface PublishedLetter {
  readonly anchor: string;
  readonly code: string;
  /** Empty when it has none. */
  readonly title: string;
  /** "The town clerk to …, Harbour Gazette, 3 May 2026": all that is known but the title. */
  readonly about: string;
  readonly link?: string;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly blocks: readonly PublishedBlock[];
  /** In order of their beginning. */
  readonly passages: readonly PublishedPassage[];
  readonly corrected: boolean;
}

export interface PublishedList {
  /** Anchor of the gathered list. */
  readonly anchor: string;
  readonly title: string;
  /**
   * Where it is gathered: before the parts, at the end, or with the part that is named; `last` is then the anchor of
   * the last part nested in that one, after which it stands.
   */
  readonly gathered:
    { readonly at: 'front' | 'end' } | { readonly at: 'part'; readonly part: string; readonly last: string };
  /** Numbers that were published and that no entry has any more. */
  readonly withdrawn: readonly string[];
  readonly items: readonly {
    /** Of the entry where it stands. */
    readonly anchor: string;
    /** "3", "c", "iii" */
    readonly number: string;
    /** Where it stands: "point 4". */
    readonly from: PublishedWay;
    readonly content: PublishedContent;
  }[];
}

export interface Publication {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly paper: 'a5' | 'half-letter';
  readonly words: PublicationWords;
  readonly front: {
    readonly title: string;
    readonly subtitle: string;
    readonly byline: string;
    /** As it is to be printed, in the publication's language. */
    readonly date: string;
    /** ISO 8601 when the date is one, for metadata. */
    readonly isoDate?: string;
    readonly series: string;
    readonly number: string;
    readonly motto: string;
    readonly mottoSource: string;
  };
  /** Parts without number before the introduction. */
  readonly frontMatter: readonly PublishedPart[];
  readonly introduction: readonly PublishedBlock[];
  readonly parts: readonly PublishedPart[];
  readonly conclusion: readonly PublishedBlock[];
  /** Parts without number after the conclusion. */
  readonly backMatter: readonly PublishedPart[];
  /** The lists that have entries, gathered. */
  readonly lists: readonly PublishedList[];
  /** The works cited, in the order of the style. */
  readonly bibliography: readonly {
    readonly anchor: string;
    /** What numbers the entry, where the style counts: "[1]". */
    readonly margin?: PublishedContent;
    readonly content: PublishedContent;
  }[];
  /** The letters as appendices; empty when they aren't to be printed. */
  readonly letters: readonly PublishedLetter[];
  /** Published codes of points that are gone, so that nobody looks for them in vain. */
  readonly withdrawn: readonly string[];
  readonly colophon: string;
  /** What is private and stands at no point; there, if empty, in a working copy only. */
  readonly privately?: readonly PrivateGroup[];
}

/** The publication's own words in its language. `{…}` marks where a value goes. */
export interface PublicationWords {
  readonly contents: string;
  readonly introduction: string;
  readonly conclusion: string;
  readonly notes: string;
  readonly bibliography: string;
  readonly letters: string;
  /** Heading of an appended letter: "Letter {code}". */
  readonly letter: string;
  readonly demands: string;
  /** "Demand {number}" beside a demand in the text. */
  readonly demand: string;
  /** "Part {number}". */
  readonly part: string;
  /** "point {number}" in a cross reference. */
  readonly point: string;
  /** "Master Response {number}". */
  readonly masterResponse: string;
  /** "See {name}.", at a point that is answered elsewhere. */
  readonly see: string;
  /** "This response answers {places}.", at a master response. */
  readonly answers: string;
  /** "from {place}", at an entry of a list that was gathered. */
  readonly from: string;
  /** "{reference} on page {page}". */
  readonly onPage: string;
  /** "note {number}" in a cross reference. */
  readonly note: string;
  /** "Untitled", at front or back matter without a title. */
  readonly untitled: string;
  /** "continues {point}", at a point of a later round. */
  readonly continues: string;
  /** "continued in {points}", at a point that a later round comes back to. */
  readonly continuedIn: string;
  /** "Withdrawn: {codes}", at the end of the contents. */
  readonly withdrawn: string;
  /** "(cont.)" beside a bracket on a further page. */
  readonly continued: string;
  /** "In response to". */
  readonly inResponseTo: string;
  /** "against", between two passages set against each other. */
  readonly against: string;
  /** "answered in", before numbers of points at a letter's passage. */
  readonly answeredIn: string;
  /** "Passage {code}", for screen readers at the start of a bracketed passage. */
  readonly passage: string;
  /** "Text corrected by the editor of this pamphlet" at a letter that was. */
  readonly corrected: string;
  /** "missing reference", where a cross reference leads nowhere. */
  readonly missing: string;
  /** "to {name}", between a letter's author and whom it was written to. */
  readonly addressedTo: string;
  /** "emphasis added", as it stands in brackets at a quotation's end. */
  readonly emphasisAdded: string;
  /** Instead of it, where the words quoted have emphasis of their own: "italics added", … */
  readonly italicsAdded: string;
  readonly boldAdded: string;
  readonly underliningAdded: string;
  /** … "other emphasis in the original". */
  readonly otherEmphasis: string;
  /** "Skip to the text", the first link of a page for those who go by keyboard. */
  readonly skipToText: string;
  /** Heading of the box that tells what was changed. */
  readonly changesMade: string;
  /** "page {number}", where a change stands. */
  readonly changedPage: string;
  readonly changedLine: string;
  /** What a working copy says on every page. */
  readonly workingCopy: string;
  /** Heading of what is private and stands at no point. */
  readonly privateNotes: string;
  readonly privateNote: string;
  readonly tags: string;
  readonly comment: string;
  /** Before the reason for which a passage was left unanswered. */
  readonly waived: string;
  /** "Emphasis" etc. aren't here: marks are shown, not told. */
  readonly backToText: string;
}
