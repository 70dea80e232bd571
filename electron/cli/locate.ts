/** `locate`: where selectors lead in the plain text of a letter. */
import { textFragments, type Selector } from '../../core/anchoring/annotation-selectors.ts';
import { refusal, type Refusal } from '../../core/anchoring/annotation-rules.ts';
import { locate } from '../../core/anchoring/locate.ts';
import type { PageNode } from '../../core/anchoring/range-selector.ts';
import { readSelectors } from '../../core/anchoring/read-selectors.ts';
import { readAnnotations } from '../../core/anchoring/web-annotation.ts';
import { pageOf } from '../../core/import/page/page-tree.ts';
import { canonicalText } from '../../core/text/canonical.ts';
import { letterByCode } from './annotate.ts';
import { put, readBytes, readProject } from './files.ts';
import { readJson } from './json-file.ts';
import { readLetters } from './letters.ts';
import { json, UsageError, type ExitStatus, type Terminal } from './terminal.ts';

export interface LocateOptions {
  /** A letter, or a project. */
  readonly file: string;
  readonly selectors: string;
  /** Code of the letter, in a project. */
  readonly letter?: string;
  readonly output?: string;
}

/** One passage looked for, or why it wasn't. */
type Asked = { readonly selectors: readonly Selector[] } | Refusal;

export async function locateSelectors(options: LocateOptions, terminal: Terminal): Promise<ExitStatus> {
  const { text, page } = await textIn(options, terminal);
  const asked = askedFor(readJson(await readBytes(options.selectors)));
  const results = asked.map((each) => {
    if ('rule' in each) return { refused: each.rule, message: each.message };
    const found = locate(text, each.selectors, page);
    if (!found) return { found: null };
    const { start, end, confidence, method } = found;
    const rounded = Math.round(confidence * 1000) / 1000;
    return { found: { start, end, confidence: rounded, method, text: text.slice(start, end) } };
  });
  await put(options.output, json({ length: text.length, results }), terminal);
  const missing = results.filter(({ found }) => !found).length;
  if (missing > 0) terminal.say(`${missing} of ${results.length} lead nowhere.`);
  return missing > 0 || results.length === 0 ? 1 : 0;
}

async function textIn(
  { file, letter: code }: LocateOptions,
  terminal: Terminal,
): Promise<{ text: string; page?: PageNode }> {
  if (/\.pamphlet$/i.test(file)) {
    const { project, binaries } = await readProject(file);
    if (code === undefined) throw new UsageError('Say in which letter of the project: --letter A1');
    const { blocks, original } = letterByCode(project, code);
    const bytes = original && binaries.get(`originals/${original.sha256}`);
    const page = bytes && pageOf(original.name, bytes);
    return { text: canonicalText(blocks), ...(page ? { page } : {}) };
  }
  const named = await readBytes(file);
  const { letters } = await readLetters([named], { language: 'en' }, terminal);
  const page = pageOf(named.name, named.bytes);
  return { text: canonicalText(letters[0]?.blocks ?? []), ...(page ? { page } : {}) };
}

/**
 * What a file of selectors asks for: a list, each of them a selector, a list of alternatives, a text fragment or an
 * address with one, or an annotation; or one of these; or anything that holds annotations.
 */
function askedFor(value: unknown): readonly Asked[] {
  if (Array.isArray(value)) return value.flatMap((each, i) => askedForOne(each, i));
  return askedForOne(value, 0);
}

function askedForOne(value: unknown, index: number): readonly Asked[] {
  if (typeof value === 'string') {
    const fragments = textFragments(value);
    if (fragments.length === 0) return [refusal('selector-unknown', index, '')];
    return fragments.map((fragment) => ({ selectors: [{ type: 'TextFragment', ...fragment }] }));
  }
  const alternatives = Array.isArray(value) ? value : isSelector(value) ? [value] : undefined;
  if (alternatives) {
    const read = readSelectors(alternatives);
    if (typeof read === 'string') return [refusal(read, index, '')];
    return read.map((selectors) => ({ selectors }));
  }
  const { annotations, refused } = readAnnotations(value);
  return [...annotations.flatMap(({ targets }) => targets.map((selectors) => ({ selectors }))), ...refused];
}

function isSelector(value: unknown): boolean {
  const type = typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
  return typeof type === 'string' && type.endsWith('Selector');
}
