/**
 * Citations in the text, "(Ashgrove 2019, p. 41)", and the list of works cited, author first and year last. A
 * plain form of our own that needs no style file; the items are CSL-JSON, so that a processor can take its place.
 */
import { hasContent, isSpan, safeUrl, type CitationAtom, type Inline, type RichText } from '../text/block.ts';
import { ownTexts } from '../document/find.ts';
import type { CslItem } from '../document/letter.ts';
import type { Project, Reference } from '../document/project.ts';
import { collatorOf, invertedName, nameList, personName, shortName, yearOf } from './locale.ts';
import { byIdentity, byParts } from './remember.ts';

export interface BibliographyEntry {
  readonly reference: Reference;
  /** Spans only: the whole entry with its full stop. */
  readonly content: readonly Inline[];
}
export interface Bibliography {
  /** The works cited, by author, then year, then title, in the order of the language. */
  readonly entries: readonly BibliographyEntry[];
  /** Reference id → "Ashgrove 2019"; "Ashgrove 2019a" where that alone would name two works. */
  readonly labels: ReadonlyMap<string, string>;
}

const citedIn = (content: readonly Inline[]): readonly string[] =>
  content.flatMap((inline) => {
    if (isSpan(inline)) return [];
    if (inline.type === 'citation') return inline.items.map(({ reference }) => reference);
    return inline.type === 'note' ? citedIn(inline.body) : [];
  });
const citedOf = byIdentity((text: RichText): readonly string[] =>
  text.flatMap((block) => {
    if (hasContent(block)) return citedIn(block.content);
    return block.type === 'table'
      ? block.rows.flatMap((row) => row.flatMap((cell) => citedIn(cell.content)))
      : [];
  }),
);

/** Ids of the references that the author's texts cite, each once, in order of first citation. */
export function citedReferences(project: Project): ReadonlySet<string> {
  return new Set(ownTexts(project).flatMap(({ text }) => citedOf(text)));
}

const bibliographyOf = byParts(
  (project: Project) => [project.references, project.settings.language, ...citedReferences(project)],
  (project): Bibliography => {
    const cited = citedReferences(project);
    const { language } = project.settings;
    return list(
      project.references.filter(({ id }) => cited.has(id)),
      language,
    );
  },
);

/** The works cited in a project. The same value (`===`) as long as it doesn't change. */
export const bibliography = byIdentity((project: Project): Bibliography => bibliographyOf(project));

const yearOfItem = ({ issued }: CslItem): string => (issued ? yearOf(issued) : '');

/** Those who answer for the work: authors, else editors. */
const makers = (item: CslItem) => (item.author?.length ? item.author : (item.editor ?? []));

function list(references: readonly Reference[], language: string): Bibliography {
  const { compare } = collatorOf(language);
  const keyed = references.map((reference) => {
    const { item } = reference;
    const names = nameList(makers(item).map(shortName), language) || (item.title ?? reference.id);
    const author = makers(item).map(invertedName).join(' ') || (item.title ?? reference.id);
    const year = yearOfItem(item);
    return { reference, author, year, label: [names, year].filter(Boolean).join(' ') };
  });
  keyed.sort(
    (a, b) =>
      compare(a.author, b.author) ||
      compare(a.year, b.year) ||
      compare(a.reference.item.title ?? '', b.reference.item.title ?? '') ||
      (a.reference.id < b.reference.id ? -1 : 1),
  );
  const labels = new Map<string, string>();
  const entries = keyed.map(({ reference, label }, i) => {
    const twins = keyed.filter((other) => other.label === label);
    const letter = twins.length > 1 ? suffix(twins.indexOf(keyed[i] as (typeof twins)[number])) : '';
    labels.set(reference.id, label + letter);
    return { reference, content: entry(reference.item, letter, language) };
  });
  return { entries, labels };
}

/** "Ashgrove 2019": who answers for the work, and when; empty where neither is known. */
export function workLabel(item: CslItem, language: string): string {
  return [nameList(makers(item).map(shortName), language), yearOfItem(item)].filter(Boolean).join(' ');
}

/** a, b … z, aa, ab … */
function suffix(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : suffix(Math.floor(index / 26) - 1) + last;
}

/** "Ashgrove, Miriam, and John Pike. *A Room*. Marchester: Harrow Lane Press, 2019." */
function entry(item: CslItem, letter: string, language: string): readonly Inline[] {
  const [first, ...others] = makers(item);
  const people = first ? nameList([invertedName(first), ...others.map(personName)], language) : '';
  const container = item['container-title'];
  const published = [item['publisher-place'], item.publisher].filter(Boolean).join(': ');
  const issue = [item.volume, item.issue && `(${item.issue})`].filter(Boolean).join('');
  const year = yearOfItem(item) && yearOfItem(item) + letter;
  const facts = [item.edition && edition(item.edition), published, year, item.page]
    .filter(Boolean)
    .join(', ');
  const url = item.URL === undefined ? undefined : safeUrl(item.URL);

  const content: Inline[] = [];
  const sentence = (...spans: readonly Inline[]) => {
    if (content.length > 0) content.push({ text: ' ' });
    content.push(...spans);
    const end = spans.at(-1);
    if (end && isSpan(end) && !/[.!?…]["”»]?$/.test(end.text)) content.push({ text: '.' });
  };
  if (people) sentence({ text: people });
  if (item.title) sentence({ text: item.title, ...(container ? {} : { marks: ['emphasis'] as const }) });
  if (container) {
    sentence(
      { text: container, marks: ['emphasis'] },
      ...(issue || facts ? [{ text: `${issue && ` ${issue}`}${facts && `, ${facts}`}` }] : []),
    );
  } else if (facts) sentence({ text: facts });
  if (item.DOI) sentence({ text: `doi:${item.DOI}` });
  else if (url !== undefined) sentence({ text: url, link: url });
  return content;
}

const edition = (told: string): string => (/^\d+$/.test(told) ? `ed. ${told}` : told);

export interface CitationText {
  /** With its brackets: "(see Ashgrove 2019, p. 41)". */
  readonly text: string;
  /** False when the project has no such work; the text says so then. */
  readonly found: boolean;
}

/** @param missing the words for a work that isn't there, in the document's language */
export function citationText(project: Project, citation: CitationAtom, missing: string): CitationText {
  const { labels } = bibliography(project);
  const told = citation.items.map(({ reference, locator, label, prefix, suffix }) => {
    const named = [prefix?.trim(), labels.get(reference) ?? missing].filter(Boolean).join(' ');
    return `${named}${locator ? `, ${label ?? 'p.'} ${locator}` : ''}${suffix ?? ''}`;
  });
  return {
    text: `(${told.join('; ')})`,
    found: citation.items.every(({ reference }) => labels.has(reference)),
  };
}
