/** What a project wants cited, and that done: computed once for as long as it stays the same. */
import type { Project } from '../document/project.ts';
import { citationStyle } from '../derived/citation-style.ts';
import { citationsInOrder, citedItem, citedReferences } from '../derived/citations-in-order.ts';
import { numbering } from '../derived/numbering.ts';
import { byIdentity, byParts } from '../derived/remember.ts';
import { formatCitations, type CitationOrder, type FormattedCitations } from './format.ts';

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

const formatted = byIdentity(formatCitations);

/** @param missing the words for a work that isn't there, in the document's language */
export const formattedCitations = (project: Project, missing: string): FormattedCitations =>
  formatted(citationOrder(project, missing));
