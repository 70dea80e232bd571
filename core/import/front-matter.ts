import { parse } from 'yaml';
import type { Proposed, ProposedField } from './imported.ts';

/** Keys in lower case; values as YAML 1.2 reads them (dates stay text). */
export type FrontMatterFields = Readonly<Record<string, unknown>>;

export interface SplitMarkdown {
  readonly body: string;
  /** Absent where there is none; `undefined` fields with `broken` where it isn't a YAML mapping. */
  readonly fields?: FrontMatterFields;
  readonly broken: boolean;
}

const FENCED = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)(?:\r?\n|^)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;

/** Takes the YAML between two lines `---` off the beginning. What can't be read stays in the body. */
export function splitFrontMatter(markdown: string): SplitMarkdown {
  const match = FENCED.exec(markdown);
  if (!match) return { body: markdown, broken: false };
  let value: unknown;
  try {
    value = parse(match[1] ?? '', {
      schema: 'core',
      maxAliasCount: 20,
      uniqueKeys: false,
      logLevel: 'error',
    });
  } catch {
    return { body: markdown, broken: true };
  }
  const body = markdown.slice(match[0].length);
  if (value === null || value === undefined) return { body, fields: {}, broken: false };
  if (typeof value !== 'object' || Array.isArray(value)) return { body: markdown, broken: true };
  const entries = Object.entries(value).map(([key, field]) => [key.toLowerCase(), field] as const);
  return { body, fields: Object.fromEntries(entries), broken: false };
}

/** A field as words: strings and numbers; of a name its parts; undefined for anything else. */
export function words(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const name = value as { family?: unknown; given?: unknown; literal?: unknown; name?: unknown };
    if (typeof name.family === 'string') {
      return typeof name.given === 'string' ? `${name.family}, ${name.given}` : name.family;
    }
    return words(name.literal ?? name.name);
  }
  return undefined;
}

const KEYS: Readonly<Record<string, ProposedField>> = {
  title: 'title',
  author: 'author',
  authors: 'author',
  from: 'author',
  by: 'author',
  byline: 'author',
  date: 'date',
  language: 'language',
  lang: 'language',
  direction: 'direction',
  dir: 'direction',
  publication: 'container-title',
  journal: 'container-title',
  'container-title': 'container-title',
  site: 'container-title',
  publisher: 'publisher',
  url: 'URL',
  source: 'URL',
  addressee: 'addressee',
  to: 'addressee',
  code: 'code',
  kind: 'kind',
  type: 'kind',
};

export function proposalsOf(fields: FrontMatterFields): Proposed[] {
  return Object.entries(fields).flatMap(([key, value]) => {
    const field = KEYS[key];
    if (!field) return [];
    const values = Array.isArray(value) ? value.map(words) : [words(value)];
    return values.flatMap((text) => (text ? [{ field, value: text, foundIn: 'front matter' }] : []));
  });
}
