/** What a project wants cited, as plain JSON: all that the formatting depends on, and what it gives. */
import type { CitationItem, Span } from '../text/block.ts';
import type { CslItem } from '../document/letter.ts';
import type { Project } from '../document/project.ts';
import { citationStyle, type ChosenStyle } from './citation-style.ts';
import { citationsInOrder, citedItem, citedReferences } from './citations-in-order.ts';
import { numbering } from './numbering.ts';
import { byParts } from './remember.ts';

/** All that the formatting depends on, as plain JSON. */
export interface CitationOrder {
  readonly style: ChosenStyle;
  /** BCP 47, of the document. */
  readonly language: string;
  /** The works cited that there are, in order of first citation. */
  readonly items: readonly (CslItem & { readonly id: string })[];
  readonly clusters: readonly {
    readonly id: string;
    /** Number of the note that it makes or stands in; 0 in the text. */
    readonly note: number;
    readonly items: readonly CitationItem[];
    readonly mode?: 'narrative';
  }[];
  /** Stands for a work that isn't there. */
  readonly missing: string;
}

export interface FormattedCitation {
  readonly content: readonly Stretch[];
  /** What stands in the sentence before the note: the author, where the style sets notes. */
  readonly lead?: string;
  /** Some work of it isn't in the project. */
  readonly missing: boolean;
}
export interface FormattedEntry {
  readonly reference: string;
  /** "[1]" */
  readonly margin?: readonly Span[];
  readonly content: readonly Span[];
}
export interface FormattedCitations {
  /** By the citation's id. */
  readonly citations: Readonly<Record<string, FormattedCitation>>;
  /** In the style's order. */
  readonly bibliography: readonly FormattedEntry[];
  /** The style couldn't be used: plain labels stand in its place. */
  readonly failed: boolean;
}

/** A stretch of a citation or entry; `reference` is the work that it tells of. */
export interface Stretch {
  readonly content: readonly Span[];
  readonly reference?: string;
  /** Stands in the margin of an entry: "[1]". */
  readonly margin?: true;
}

const orderOf = byParts(
  (project: Project, missing: string): readonly unknown[] => {
    const parts: unknown[] = [citationStyle(project), project.settings.language, missing];
    if (citationsInOrder(project).length === 0) return parts;
    parts.push(citationsInOrder(project), project.references);
    if (citationStyle(project).notes) parts.push(numbering(project).noteNumbers);
    // Of a letter its head alone is cited: correcting its text changes nothing.
    for (const { id, code, item, addressee, language } of project.letters)
      parts.push(id, code, item, addressee, language);
    return parts;
  },
  (project, missing): CitationOrder => {
    const style = citationStyle(project);
    const { noteNumbers } = numbering(project);
    return {
      style,
      language: project.settings.language,
      items: [...citedReferences(project)].flatMap((id) => citedItem(project, id) ?? []),
      clusters: citationsInOrder(project).map(({ citation, note }) => ({
        id: citation.id,
        note: style.notes ? (noteNumbers.get(note ?? citation.id) ?? 0) : 0,
        items: citation.items,
        ...(citation.mode ? { mode: citation.mode } : {}),
      })),
      missing,
    };
  },
);

/** The same value (`===`) as long as nothing cited, nor its order, nor the style changes. */
export const citationOrder = (project: Project, missing: string): CitationOrder => orderOf(project, missing);
