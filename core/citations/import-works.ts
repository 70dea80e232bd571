/**
 * Works from BibTeX, RIS, CSL-JSON or a DOI, pasted or from a file. Citation.js reads BibTeX and RIS; only its parsers are
 * called, by the kind of text, never its guessing at addresses: nothing is fetched. What couldn't be kept is told.
 */
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import type { CslItem } from '../document/letter.ts';
import { readReferences } from '../import/draft/references.ts';
import { cleanItem } from './clean-item.ts';
import { isRecord } from './is-record.ts';

export type ImportedWorks =
  | {
      readonly ok: true;
      readonly works: readonly CslItem[];
      /** What was left out or has to be looked at, in a writer's words. */
      readonly notices: readonly string[];
    }
  | { readonly ok: false; readonly message: string };

/** UTF-16 units; some ten thousand works. */
const LONGEST = 10_000_000;
const MOST = 20_000;

const DOI = /^(?:(?:https?:\/\/)?(?:dx\.)?doi\.org\/|doi:\s*)?(10\.\d{4,9}\/[^\s"<>]+)$/i;

/** @param name of the file, or what the text is called in a sentence */
export function importWorks(name: string, text: string): ImportedWorks {
  const trimmed = text.replace(/^\ufeff/, '').trim();
  if (trimmed === '') return failed(`There is nothing in ${name}.`);
  if (trimmed.length > LONGEST)
    return failed(`There is too much in ${name}. Take the works over in several parts.`);
  const doi = DOI.exec(trimmed)?.[1];
  if (doi !== undefined) {
    return {
      ok: true,
      works: [{ type: 'document', DOI: doi }],
      notices: [
        `Of ${doi} only the DOI is known: nothing is looked up outside this computer. Fill in the rest.`,
      ],
    };
  }
  if (/^[[{]/.test(trimmed)) return ofJson(name, trimmed);
  if (/^[ \t]*TY {2}-/m.test(trimmed)) return ofRecords(name, risRecords(trimmed), '@ris/file', lostOfRis);
  if (/^[ \t]*@\s*\p{L}+\s*[{(]/mu.test(trimmed))
    return ofRecords(name, bibtexRecords(trimmed), '@bibtex/text', lostOfBibtex);
  return failed(`${capital(name)} holds no works that are understood here: BibTeX, RIS, CSL-JSON or a DOI.`);
}

const failed = (message: string): ImportedWorks => ({ ok: false, message });
const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

function ofJson(name: string, text: string): ImportedWorks {
  let count = 0;
  const read = readReferences(name, text, () => `work-${++count}`);
  if (!read.ok) return failed(read.failure.message);
  const notices = new Set<string>();
  const works = read.references.slice(0, MOST).map(({ id, item }) => {
    const clean = cleanItem({ ...item, id });
    const lost = Object.keys(item).filter((field) => !(field in clean) && field !== 'id');
    if (lost.length > 0) notices.add(`Left out of ${titleOf(clean)}: ${lost.slice(0, 8).join(', ')}.`);
    return withoutId(clean);
  });
  return works.length > 0
    ? { ok: true, works, notices: [...notices] }
    : failed(`There are no works in ${name}.`);
}

interface TextRecord {
  readonly text: string;
  /** What it needs of others: BibTeX's @string. */
  readonly preamble: string;
}

/** Each record alone, so that a damaged one doesn't take the others along. */
function ofRecords(
  name: string,
  records: readonly TextRecord[],
  type: string,
  lostOf: (text: string, item: string) => readonly string[],
): ImportedWorks {
  const works: CslItem[] = [];
  const notices: string[] = [];
  for (const { text, preamble } of records.slice(0, MOST)) {
    const items = parse(preamble + text, type);
    if (items.length === 0) {
      notices.push(
        `This couldn’t be read and was left out: “${text.trim().replace(/\s+/g, ' ').slice(0, 80)}…”`,
      );
    }
    for (const item of items) {
      works.push(withoutId(item));
      const lost = lostOf(text, JSON.stringify(item));
      if (lost.length > 0) notices.push(`Left out of ${titleOf(item)}: ${lost.join(', ')}.`);
    }
  }
  if (works.length === 0)
    return failed(
      `Nothing in ${name} could be read. The first record: “${records[0]?.text.trim().slice(0, 80) ?? ''}…”`,
    );
  return { ok: true, works, notices };
}

function parse(text: string, type: string): readonly (CslItem & { readonly id: string })[] {
  try {
    const found = plugins.input.chain(text, { generateGraph: false, forceType: type });
    if (!Array.isArray(found)) return [];
    return found.filter(isRecord).map((item) => cleanItem({ ...item, id: '' }));
  } catch {
    return [];
  }
}

function withoutId({ id: _, ...item }: CslItem & { readonly id: string }): CslItem {
  return item;
}

const titleOf = (item: CslItem): string =>
  item.title ? `“${item.title.slice(0, 60)}”` : 'a work without a title';

function bibtexRecords(text: string): readonly TextRecord[] {
  const parts = text.split(/^(?=[ \t]*@\s*\p{L}+\s*[{(])/mu).filter((part) => /^\s*@/.test(part));
  const isOf = (part: string, kinds: string): boolean =>
    new RegExp(`^\\s*@\\s*(?:${kinds})\\b`, 'i').test(part);
  const preamble = parts.filter((part) => isOf(part, 'string')).join('\n');
  return parts
    .filter((part) => !isOf(part, 'string|comment|preamble'))
    .map((part) => ({ text: part, preamble: preamble === '' ? '' : `${preamble}\n` }));
}

function risRecords(text: string): readonly TextRecord[] {
  return text
    .split(/^(?=[ \t]*TY {2}-)/m)
    .filter((part) => /^\s*TY {2}-/.test(part))
    .map((part) => ({ text: /^ER {2}-/m.test(part) ? part : `${part.trimEnd()}\nER  - \n`, preamble: '' }));
}

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Fields whose value comes in another form. */
const CHANGED =
  /^(?:author|editor|translator|pages?|date|year|month|day|urldate|type|edition|number|crossref|keywords|language|langid)$/i;

function lostOfBibtex(text: string, item: string): readonly string[] {
  const kept = folded(item);
  const fields = text.matchAll(/[,\s]([\w-]+)\s*=\s*(?:\{((?:[^{}]|\{[^{}]*\})*)\}|"([^"]*)")/g);
  return [...fields].flatMap(([, field = '', braced, quoted]) => {
    const value = folded((braced ?? quoted ?? '').replace(/\\[a-z"'`^~]+/gi, ''));
    return CHANGED.test(field) || value === '' || kept.includes(value) ? [] : [field];
  });
}

const RIS_CHANGED = /^(?:TY|ER|ID|A\d|AU|ED|PY|Y\d|DA|SP|EP|KW|LA)$/;

function lostOfRis(text: string, item: string): readonly string[] {
  const kept = folded(item);
  return [...text.matchAll(/^[ \t]*([A-Z][A-Z0-9]) {2}- ?(.*)$/gm)].flatMap(([, tag = '', value = '']) =>
    RIS_CHANGED.test(tag) || folded(value) === '' || kept.includes(folded(value)) ? [] : [tag],
  );
}
