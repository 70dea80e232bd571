/** Inline content as it is to be published: notes numbered, citations and cross references in words. */
import {
  isSpan,
  safeUrl,
  type Atom,
  type CrossReferenceAtom,
  type Inline,
  type RichText,
  type Span,
} from '../text/block.ts';
import type { Project } from '../document/project.ts';
import { crossReferenceText } from '../derived/cross-reference.ts';
import { numbering } from '../derived/numbering.ts';
import { targetKey } from '../derived/references.ts';
import { publishedCitation } from './published-citation.ts';
import type {
  PublicationWords,
  PublishedContent,
  PublishedInline,
  PublishedLink,
  PublishedSpan,
} from './publication.ts';

/** What a text is published within. */
export interface Setting {
  readonly project: Project;
  readonly words: PublicationWords;
  /** What cross references lead to, each by its key (core/derived/references.ts). */
  readonly referred: ReadonlySet<string>;
  /** Anchors of the letters' blocks that references lead to, by key; a block without one is reached by its letter. */
  readonly places: ReadonlyMap<string, string>;
}

/** The words of a span, with nothing else that may hang on it; a link only if it is safe. */
export function publishedSpan(span: Span, text = span.text): PublishedSpan {
  const link = span.link === undefined ? undefined : safeUrl(span.link);
  return { text, ...(span.marks ? { marks: span.marks } : {}), ...(link === undefined ? {} : { link }) };
}

/** Content of the author's own texts. */
export function ownContent(content: readonly Inline[], setting: Setting, inNote = false): PublishedContent {
  return content.flatMap((inline): readonly PublishedInline[] => {
    if (isSpan(inline)) return inline.text === '' ? [] : [publishedSpan(inline)];
    return ownAtom(inline, setting, inNote);
  });
}

function ownAtom(atom: Atom, setting: Setting, inNote: boolean): readonly PublishedInline[] {
  const { project } = setting;
  switch (atom.type) {
    case 'note': {
      const number = numbering(project).noteNumbers.get(atom.id) ?? 0;
      const anchor = setting.referred.has(`note ${atom.id}`) ? { anchor: atom.id } : {};
      return [{ type: 'note', number, content: ownContent(atom.body, setting, true), ...anchor }];
    }
    case 'citation':
      return publishedCitation(atom, setting, inNote);
    case 'cross-reference':
      return [published(atom, setting)];
    case 'note-mark':
      return [];
  }
}

function published({ target, form }: CrossReferenceAtom, setting: Setting): PublishedLink {
  const { project, words, places } = setting;
  const { text, found } = crossReferenceText(project, target, words, form);
  const inLetter = target.kind === 'letter' || target.kind === 'passage' || target.kind === 'place';
  if (!found || (inLetter && !project.settings.lettersAppended)) return { type: 'reference', text };
  const note = target.kind === 'note' ? numbering(project).noteNumbers.get(target.id) : undefined;
  return {
    type: 'reference',
    text,
    target: target.kind === 'place' ? (places.get(targetKey(target)) ?? target.letter) : target.id,
    ...(note === undefined ? {} : { note }),
    ...(form === 'page' ? { page: true } : {}),
  };
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
