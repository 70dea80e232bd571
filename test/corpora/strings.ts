/**
 * Naughty strings and the lines of Unicode's own tests, as titles, as text of answers and as files: nothing throws,
 * and what is written is what is opened. JSON that must be refused is refused.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { locate } from '../../core/anchoring/locate.ts';
import { selectorsOf } from '../../core/anchoring/selectors.ts';
import { countingIds } from '../../core/document/id.ts';
import { publish } from '../../core/export/publish.ts';
import { renderHtml } from '../../core/export/html/page.ts';
import { importHtml } from '../../core/import/html.ts';
import { importMarkdown } from '../../core/import/markdown.ts';
import { importText } from '../../core/import/text.ts';
import { parseJsonBytes } from '../../core/storage/json.ts';
import { canonicalText } from '../../core/text/canonical.ts';
import type { Row } from './figures.ts';
import { projectOf, reopened } from './project-of.ts';

const IMPORTERS = { text: importText, Markdown: importMarkdown, HTML: importHtml };

/** What is wrong with how the words are taken, kept and shown; nothing for sound words. */
function fault(words: string): string | undefined {
  try {
    for (const [name, read] of Object.entries(IMPORTERS)) {
      const project = projectOf(read(words, countingIds('b')), words);
      const again = reopened(project);
      if (typeof again === 'string') return `as ${name} ${again}`;
      if (!isDeepStrictEqual(again.letters, project.letters))
        return `as ${name} is another letter when opened`;
      if (again.front.title !== project.front.title) return `as ${name} is another title when opened`;
      const page = renderHtml(publish(again), { fonts: [], pictures: new Map() });
      if (name === 'text' && !shown(page).includes(squeezed(canonicalText(again.letters[0]?.blocks ?? []))))
        return 'isn’t whole in the page';
    }
    return undefined;
  } catch (error) {
    return `throws ${String(error)}`;
  }
}

/** Without white space, and without the embeddings and overrides that a publication doesn't hold: they would turn it around. */
function squeezed(text: string): string {
  return text.replace(/[\s\u00ad\ufeff\u202a-\u202e]+/g, '');
}

function shown(page: string): string {
  return squeezed(canonicalText(importHtml(page, countingIds('b')).blocks));
}

function row(part: string, inputs: readonly string[]): Row {
  const notes = inputs.flatMap((words) => {
    const wrong = fault(words);
    return wrong === undefined ? [] : [`DIFFERS  ${JSON.stringify(words).slice(0, 60)} ${wrong}`];
  });
  return {
    part,
    what: 'kept and shown',
    good: inputs.length - notes.length,
    of: inputs.length,
    notes,
    asked: 100,
  };
}

/** The characters that a line of one of Unicode's tests is about: "÷ 0020 × 0308 ÷", "1F600 ; …", columns of code points. */
function unicodeLines(path: string): string[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => (line.split('#')[0] ?? '').split(';')[0] ?? '')
    .map((line) => line.match(/\b[0-9A-F]{4,6}\b/g) ?? [])
    .filter((points) => points.length > 0)
    .map((points) => String.fromCodePoint(...points.map((point) => Number.parseInt(point, 16))));
}

/** Each line of a file stands in one letter, is described and found again. */
function located(part: string, lines: readonly string[]): Row {
  const { blocks } = importText(lines.map((line) => `Before ${line} after.`).join('\n\n'), countingIds('b'));
  const text = canonicalText(blocks);
  const notes: string[] = [];
  let of = 0;
  for (const block of blocks) {
    const words = canonicalText([block]);
    const [from, to] = [words.indexOf(' ') + 1, words.lastIndexOf(' ')];
    if (to <= from) continue;
    of++;
    const range = { start: { block: block.id, offset: from }, end: { block: block.id, offset: to } };
    const [own] = selectorsOf(blocks, [range]);
    const found = own && locate(text, [own.position, own.quote]);
    if (!found || text.slice(found.start, found.end) !== words.slice(from, to) || found.confidence < 1)
      notes.push(`DIFFERS  ${JSON.stringify(words).slice(0, 60)}`);
  }
  return { part, what: 'found again', good: of - notes.length, of, notes, asked: 100 };
}

function json(folder: string): Row {
  const notes: string[] = [];
  const names = readdirSync(folder).filter((name) => /^[yn]_/.test(name));
  for (const name of names) {
    const accepted = parseJsonBytes(new Uint8Array(readFileSync(join(folder, name)))) !== undefined;
    if (accepted !== name.startsWith('y')) notes.push(`DIFFERS  ${name}`);
  }
  return {
    part: '07-strings/jsontestsuite',
    what: 'taken or refused',
    good: names.length - notes.length,
    of: names.length,
    notes,
    asked: 100,
  };
}

export function stringRows(corpora: string): Row[] {
  const folder = join(corpora, '07-strings');
  if (!existsSync(folder)) return [];
  const naughty = JSON.parse(readFileSync(join(folder, 'blns/blns.json'), 'utf8')) as string[];
  const rows = [row('07-strings/blns', naughty), json(join(folder, 'jsontestsuite'))];
  const hard = ['GraphemeBreakTest', 'WordBreakTest', 'emoji-zwj-sequences', 'BidiCharacterTest-head'];
  for (const name of [...hard, 'NormalizationTest-part0-part1head']) {
    const lines = unicodeLines(join(folder, 'unicode', `${name}.txt`));
    rows.push(located(`07-strings/${name}`, lines));
    // All of them as one file: what one line can break, it breaks there too.
    rows.push(row(`07-strings/${name}`, [lines.join('\n\n')]));
  }
  return rows;
}
