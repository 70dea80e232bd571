/** A citation as it is to be published: words in the text, or a note of its own where the style wants notes. */
import { formattedCitations } from '../citations/formatted.ts';
import type { Stretch } from '../derived/citation-order.ts';
import { citationStyle } from '../derived/citation-style.ts';
import { numbering } from '../derived/numbering.ts';
import type { Project } from '../document/project.ts';
import { safeUrl, type CitationAtom } from '../text/block.ts';
import type { PublicationWords, PublishedInline } from './publication.ts';

/** Anchor of a work's entry in the bibliography. That of a letter is its appendix's already. */
export function citedAnchor(reference: string, project: Project): string {
  return project.references.some(({ id }) => id === reference) ? reference : `${reference}-cited`;
}

/** @param inNote whether it stands in a footnote, whose words it then belongs to */
export function publishedCitation(
  citation: CitationAtom,
  { project, words }: { readonly project: Project; readonly words: PublicationWords },
  inNote: boolean,
): readonly PublishedInline[] {
  const formatted = formattedCitations(project, words.missing).citations[citation.id];
  if (!formatted) return [];
  const listed = listedIn(project, words);
  const content = formatted.content.flatMap((stretch) => published(stretch, project, listed));
  if (!citationStyle(project).notes || inNote) return content;
  const number = numbering(project).noteNumbers.get(citation.id) ?? 0;
  return [
    ...(formatted.lead === undefined ? [] : [{ text: formatted.lead }]),
    { type: 'note', number, content },
  ];
}

function listedIn(project: Project, words: PublicationWords): ReadonlySet<string> {
  return new Set(formattedCitations(project, words.missing).bibliography.map(({ reference }) => reference));
}

function published(
  { content, reference }: Stretch,
  project: Project,
  listed: ReadonlySet<string>,
): readonly PublishedInline[] {
  const target =
    reference !== undefined && listed.has(reference) ? citedAnchor(reference, project) : undefined;
  return content.map(({ text, marks, link }): PublishedInline => {
    const looks = { text, ...(marks ? { marks } : {}) };
    const url = link === undefined ? undefined : safeUrl(link);
    if (url !== undefined) return { ...looks, link: url };
    return target === undefined ? looks : { type: 'reference', ...looks, target };
  });
}
