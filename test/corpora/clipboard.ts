/**
 * How faithfully HTML from other programs' clipboards comes in: each input of the corpora that have an expected
 * form is imported and compared with that. Run from `npm run corpora`, or alone with tsx.
 *
 * An expected form is another editor's, so it may tell less than the input. Such cases stand in `LESS`, by name,
 * with the reason; they are counted apart and never as equal.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { micromark } from 'micromark';
import { countingIds } from '../../core/document/id.ts';
import { importHtml } from '../../core/import/html.ts';
import { readModel, sameAsModel } from './ckeditor-model.ts';
import { readExpected } from './expected-html.ts';
import { compare, formOf, words, type Comparison, type Line } from './form.ts';
import { LESS } from './expected-less.ts';

interface Pair {
  readonly name: string;
  readonly html: string;
  readonly expected: readonly Line[];
  /** The words of the corpus' own normal form of this very input, where it has one. */
  readonly normal?: string;
  readonly sameShape?: (own: string, expected: string) => boolean;
}

interface Set {
  readonly name: string;
  readonly pairs: readonly Pair[];
}

export function clipboardSets(corpora: string): Set[] {
  const read = (...path: string[]) => readFileSync(join(corpora, ...path), 'utf8');
  const sets: Set[] = [];
  const editor = '01-clipboard-ckeditor5';
  if (existsSync(join(corpora, editor))) {
    const pairs = readdirSync(join(corpora, editor, 'cases')).map((name): Pair => {
      const html = read(editor, 'cases', name, 'input.html');
      const expected = readModel(read(editor, 'cases', name, 'model.html'));
      const normal = existsSync(join(corpora, editor, 'cases', name, 'normalized.html'))
        ? { normal: words(readExpected(read(editor, 'cases', name, 'normalized.html'))) }
        : {};
      return { name, html, expected, sameShape: sameAsModel, ...normal };
    });
    sets.push({ name: editor, pairs: pairs.filter(({ expected }) => expected.length > 0) });
  }
  if (existsSync(join(corpora, '01-clipboard-lexical'))) {
    const cases = JSON.parse(read('01-clipboard-lexical', 'cases.json')) as {
      name: string;
      pastedHTML: string;
      expectedHTML: string;
      plainTextInsert?: string;
    }[];
    const pairs = cases
      // With `plainTextInsert`, something is typed after the paste.
      .filter(({ plainTextInsert }) => plainTextInsert === undefined)
      .map(({ name, pastedHTML, expectedHTML }) => {
        // That editor writes code blocks as `code` without `pre`.
        const html = expectedHTML.replace(/^<code/, '<pre').replace(/<\/code>$/, '</pre>');
        return { name, html: pastedHTML, expected: readExpected(html) };
      });
    sets.push({ name: '01-clipboard-lexical', pairs });
  }
  if (existsSync(join(corpora, '05-markdown'))) {
    const cases = JSON.parse(read('05-markdown', 'turndown-html-to-markdown.json')) as {
      name: string;
      input_html: string;
      expected_markdown: string;
    }[];
    const pairs = cases.map(({ name, input_html, expected_markdown }, i) => ({
      name: `${i} ${name}`,
      html: input_html,
      expected: readExpected(micromark(expected_markdown, { allowDangerousHtml: true })),
    }));
    sets.push({ name: '05-markdown turndown', pairs });
  }
  return sets;
}

/** @returns Whether the words of every pair were equal. Prints figures and what differed. */
export function runClipboard(corpora: string, print: (line: string) => void): boolean {
  let whole = true;
  for (const { name: set, pairs } of clipboardSets(corpora)) {
    const results = pairs.map((pair) => {
      const { blocks } = importHtml(pair.html, countingIds('b'));
      const own = formOf(blocks);
      const normal = words(own) === pair.normal;
      return { pair, normal, result: compare(own, pair.expected, pair.sameShape) };
    });
    const share = (count: number, of: number) => `${count} of ${of} (${((100 * count) / of).toFixed(1)} %)`;
    const equal = results.filter(({ result }) => result.text).length;
    const normal = results.filter(({ result, normal }) => !result.text && normal).length;
    const less = results.filter(({ pair, result }) => LESS[pair.name] && !isSame(result));
    const told = results.length - less.length;
    const same = results.filter(({ result }) => isSame(result)).length;
    print(`${set}: ${pairs.length} pairs`);
    print(
      `  text equal: ${share(equal, results.length)}${normal > 0 ? `; ${normal} more equal the corpus’ own normalized.html of that input` : ''}`,
    );
    print(`  structure and marks equal: ${share(same, told)} of those whose form tells as much as the input`);
    if (less.length > 0) print(`  the expected form tells less or other than the input: ${less.length}`);
    for (const { pair, normal, result } of results) {
      if (isSame(result)) continue;
      const reason = LESS[pair.name];
      const what = [!result.text && 'text', !result.structure && 'structure', !result.marks && 'marks'];
      print(
        `    ${reason ? 'less' : 'DIFFERS'} ${pair.name} (${what.filter(Boolean).join(', ')}): ${reason?.why ?? result.difference}`,
      );
      if (!result.text && !normal) whole = false;
    }
  }
  return whole;
}

function isSame({ text, structure, marks }: Comparison): boolean {
  return text && structure && marks;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const corpora = join(import.meta.dirname, '../../../shared/corpora');
  if (!existsSync(corpora)) console.log('No corpora here.');
  else if (!runClipboard(corpora, (text) => console.log(text))) process.exitCode = 1;
}
