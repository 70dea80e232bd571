/** Inline content as it is to be published: notes numbered, citations and cross references in words. */
import { isSpan, safeUrl, type Atom, type Inline, type RichText, type Span } from '../text/block.ts';
import type { Project } from '../document/project.ts';
import { citationText } from '../derived/citation.ts';
import { crossReferenceText } from '../derived/cross-reference.ts';
import { numbering } from '../derived/numbering.ts';
import type { PublicationWords, PublishedContent, PublishedInline, PublishedSpan } from './publication.ts';

/** What a text is published within. */
export interface Setting {
  readonly project: Project;
  readonly words: PublicationWords;
  /** Whether what is private goes along. */
  readonly withNotes?: boolean;
}

/** The words of a span, with nothing else that may hang on it; a link only if it is safe. */
export function publishedSpan(span: Span, text = span.text): PublishedSpan {
  const link = span.link === undefined ? undefined : safeUrl(span.link);
  return { text, ...(span.marks ? { marks: span.marks } : {}), ...(link === undefined ? {} : { link }) };
}

/** Content of the author's own texts. */
export function ownContent(content: readonly Inline[], setting: Setting): PublishedContent {
  return content.flatMap((inline): readonly PublishedInline[] => {
    if (isSpan(inline)) return inline.text === '' ? [] : [publishedSpan(inline)];
    return ownAtom(inline, setting);
  });
}

function ownAtom(atom: Atom, setting: Setting): readonly PublishedInline[] {
  const { project, words } = setting;
  switch (atom.type) {
    case 'note': {
      const number = numbering(project).noteNumbers.get(atom.id) ?? 0;
      return [{ type: 'note', number, content: ownContent(atom.body, setting) }];
    }
    case 'citation': {
      const { text, found } = citationText(project, atom, words.missing);
      return [
        { type: 'reference', text, ...(found && atom.items[0] ? { target: atom.items[0].reference } : {}) },
      ];
    }
    case 'cross-reference': {
      const { kind, id } = atom.target;
      const { text, found } = crossReferenceText(project, atom.target, words);
      const reachable = found && (kind !== 'letter' || project.settings.lettersAppended);
      return [{ type: 'reference', text, ...(reachable ? { target: id } : {}) }];
    }
    case 'note-mark':
      return [];
  }
}

/** Content of a letter; the marks of its own notes are looked up among its blocks. */
export function letterContent(content: readonly Inline[], letter: RichText): PublishedContent {
  return content.flatMap((inline): readonly PublishedInline[] => {
    if (isSpan(inline)) return inline.text === '' ? [] : [publishedSpan(inline)];
    if (inline.type !== 'note-mark') return [];
    const note = letter.find(({ id }) => id === inline.note);
    return note?.type === 'note' ? [{ type: 'note-mark', label: note.label }] : [];
  });
}

/** Content of a quotation: the words alone. The letter's note marks would point to notes that aren't quoted. */
export function quotedContent(content: readonly Inline[]): PublishedContent {
  return content.filter(isSpan).flatMap((span) => (span.text === '' ? [] : [publishedSpan(span)]));
}
