/** What a page says of itself in JSON-LD, in schema.org's words. */
import type { Proposed, ProposedField } from '../imported.ts';

const SCRIPT = /<script\b([^<>]*)>/gi;
const JSON_LD = /\btype\s*=\s*["']?application\/ld\+json\b/i;
const TEXTS =
  /^(?:\w*article|\w*posting|letter|report|review|\w*review|comment|message|creativework|legislation|statement|webpage)$/i;
const MOST = 50;

type Node = Readonly<Record<string, unknown>>;

/** From the first thing in it that is a text; articles before the page that holds them. */
export function jsonLdProposals(html: string): Proposed[] {
  const nodes: Node[] = [];
  for (const source of scriptsIn(html)) {
    try {
      collect(JSON.parse(source.replace(/^\s*<!--|-->\s*$/g, '')), nodes, 0);
    } catch {
      continue;
    }
  }
  const texts = nodes.filter((node) => typesOf(node).some((type) => TEXTS.test(type)));
  const best = texts.find((node) => !typesOf(node).some((type) => /^webpage$/i.test(type))) ?? texts[0];
  if (!best) return [];
  const named = (id: unknown) => nodes.find((node) => node['@id'] === id);
  const proposals: Proposed[] = [];
  const propose = (field: ProposedField, value: string | undefined) => {
    if (value) proposals.push({ field, value, foundIn: 'JSON-LD' });
  };
  propose('title', words(best['headline']) ?? words(best['name']));
  for (const author of list(best['author'] ?? best['creator'])) propose('author', nameOf(author, named));
  propose('date', dateOf(best['datePublished'] ?? best['dateCreated'] ?? best['dateSent']));
  propose(
    'container-title',
    nameOf(list(best['isPartOf'])[0], named) ?? nameOf(list(best['publisher'])[0], named),
  );
  propose('addressee', nameOf(list(best['recipient'])[0], named));
  propose('language', words(list(best['inLanguage'])[0]));
  return proposals;
}

/** What stands in the scripts of JSON-LD. A script that isn't closed ends the search: all behind it is within it. */
function* scriptsIn(html: string): Generator<string> {
  const closing = /<\/script\s*>/gi;
  for (const { 0: tag, 1: attributes = '', index } of html.matchAll(SCRIPT)) {
    const start = index + tag.length;
    if (start < closing.lastIndex) continue;
    closing.lastIndex = start;
    const end = closing.exec(html)?.index;
    if (end === undefined) return;
    if (JSON_LD.test(attributes)) yield html.slice(start, end);
  }
}

function collect(value: unknown, nodes: Node[], depth: number): void {
  if (depth > 6 || nodes.length >= MOST || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const each of value) collect(each, nodes, depth + 1);
    return;
  }
  const node = value as Node;
  nodes.push(node);
  collect(node['@graph'], nodes, depth + 1);
  collect(node['mainEntity'], nodes, depth + 1);
}

function typesOf(node: Node): string[] {
  return list(node['@type']).filter((type): type is string => typeof type === 'string');
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

function words(value: unknown): string | undefined {
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() || undefined : undefined;
}

function nameOf(value: unknown, named: (id: unknown) => Node | undefined): string | undefined {
  if (typeof value === 'string') return /^https?:/i.test(value) ? undefined : words(value);
  if (typeof value !== 'object' || value === null) return undefined;
  const node = value as Node;
  return words(node['name']) ?? words(named(node['@id'])?.['name']);
}

/** The day; a time of another zone doesn't change it. */
function dateOf(value: unknown): string | undefined {
  return words(value)?.replace(/^(\d{4}-\d{2}-\d{2})[T ].*$/, '$1');
}
