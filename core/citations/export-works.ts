/** A project's works for other programs: BibTeX, RIS and CSL-JSON, written by Citation.js. */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { citedItem, citedReferences, type CitedItem } from '../derived/citations-in-order.ts';
import type { Project } from '../document/project.ts';
import { cleanItem } from './clean-item.ts';
import type { WorkForm } from './work-forms.ts';

/** Accents and other scripts as they stand, which its writer would leave out; then it escapes no signs either. */
const { format } = plugins.config.get('@bibtex');
format.asciiOnly = false;
format.useIdAsLabel = true;

/**
 * @param cited Only works that are cited, with the letters that are, in the order of their first citation; else all
 *   works in their order.
 * @returns the whole text of a file; the same project gives the same
 */
export function exportWorks(project: Project, form: WorkForm, cited = false): string {
  const ids = cited ? [...citedReferences(project)] : project.references.map(({ id }) => id);
  const items = withKeys(ids.flatMap((id) => citedItem(project, id) ?? []).map((item) => cleanItem(item)));
  switch (form) {
    case 'works-csl':
      return `${JSON.stringify(items, null, 2)}\n`;
    case 'works-bib':
      return items.length > 0 ? `${written('bibtex', items.map(inTex))}\n` : '';
    case 'works-ris':
      return items.length > 0 ? `${written('ris', items)}\n` : '';
  }
}

function written(name: string, items: readonly CitedItem[]): string {
  const text = plugins.output.format(name, items);
  if (typeof text !== 'string') throw new TypeError(`Citation.js gave no text for ${name}`);
  return text.trim();
}

/** Under keys that a person knows again: "ashgrove2019", and "ashgrove2019b" for another of that name. */
function withKeys(items: readonly CitedItem[]): readonly CitedItem[] {
  const taken = new Set<string>();
  return items.map((item) => {
    const name = item.author?.[0]?.family ?? item.author?.[0]?.literal ?? item.title ?? '';
    const year = item.issued?.['date-parts']?.[0]?.[0] ?? '';
    const base = `${ascii(name).slice(0, 24) || 'work'}${year}`;
    let key = base;
    for (let n = 1; taken.has(key); n++) key = base + suffix(n);
    taken.add(key);
    return { ...item, id: key };
  });
}

const ascii = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');

/** 1 → "b", 25 → "z", 26 → "-27". */
const suffix = (n: number): string => (n < 26 ? String.fromCharCode(97 + n) : `-${n + 1}`);

const TEX_SIGNS: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
/** What BibTeX takes as it stands, and what has no words. */
const VERBATIM: ReadonlySet<string> = new Set(['id', 'type', 'URL', 'DOI']);

/** With the signs that mean something to TeX written so that they are themselves. */
function inTex(item: CitedItem): CitedItem {
  const escaped = (value: unknown): unknown => {
    if (typeof value === 'string')
      return value.replace(/[\\{}~^&%$#_]/g, (sign) => TEX_SIGNS[sign] ?? `\\${sign}`);
    if (Array.isArray(value)) return value.map(escaped);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, escaped(each)]));
  };
  return Object.fromEntries(
    Object.entries(item).map(([field, value]) => [field, VERBATIM.has(field) ? value : escaped(value)]),
  ) as unknown as CitedItem;
}
