/** How a work is called where no style says: in lists of the window, and where a style has nothing for it. */
import type { CitationAtom, Span } from '../text/block.ts';
import type { CslItem } from '../document/letter.ts';
import type { Project } from '../document/project.ts';
import { citedItem } from './citations-in-order.ts';
import { formatCslDate, invertedName, nameList, personName, shortName, yearOf } from './locale.ts';

/** Those who answer for the work: authors, else editors. */
const makers = (item: CslItem) => (item.author?.length ? item.author : (item.editor ?? []));

const yearOfItem = ({ issued }: CslItem): string => (issued ? yearOf(issued) : '');

/** "Ashgrove 2019": who answers for the work, and when; empty where neither is known. */
export function workLabel(item: CslItem, language: string): string {
  return [nameList(makers(item).map(shortName), language), yearOfItem(item)].filter(Boolean).join(' ');
}

/** The same; its title or its id where neither is known. */
export function plainLabel(item: CslItem & { readonly id: string }, language: string): string {
  const names = nameList(makers(item).map(shortName), language) || item.title?.trim() || item.id;
  return [names, yearOfItem(item)].filter(Boolean).join(' ');
}

/** "Ashgrove, Miriam, and John Pike. *A Room*. 2019." */
export function plainEntry(item: CslItem & { readonly id: string }, language: string): readonly Span[] {
  const [first, ...others] = makers(item);
  const people = first ? nameList([invertedName(first), ...others.map(personName)], language) : '';
  const date = formatCslDate(item.issued, language);
  const title = item.title?.trim() ?? (people ? '' : item.id);
  const sentence = (text: string): string => (/[.!?…]["”»]?$/.test(text) ? text : `${text}.`);
  return [
    ...(people ? [{ text: `${sentence(people)} ` }] : []),
    ...(title
      ? [{ text: title, marks: ['emphasis' as const] }, { text: /[.!?…]$/.test(title) ? '' : '.' }]
      : []),
    ...(date ? [{ text: ` ${sentence(date)}` }] : []),
  ].filter(({ text }) => text !== '');
}

/** "(Ashgrove 2019, 41)", by no style: until it has been formatted. */
export function plainCitation(
  project: Project,
  { items }: CitationAtom,
  missing: string,
): { readonly text: string; readonly missing: boolean } {
  const { language } = project.settings;
  const told = items.map(({ reference, locator, prefix, suffix }) => {
    const item = citedItem(project, reference);
    const named = [prefix?.trim(), item ? plainLabel(item, language) : missing].filter(Boolean).join(' ');
    return { text: `${named}${locator ? `, ${locator}` : ''}${suffix ?? ''}`, found: item !== undefined };
  });
  return { text: `(${told.map(({ text }) => text).join('; ')})`, missing: told.some(({ found }) => !found) };
}
