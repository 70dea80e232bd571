/**
 * How faithfully HTML from other programs' clipboards comes in: each input of the corpora that have an expected
 * form is imported and compared with that.
 *
 * An expected form is another editor's, so it may tell less than the input, or other. `criteria.ts` says when one
 * can't judge; both figures are given, with and without such pairs.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { micromark } from 'micromark';
import { countingIds } from '../../core/document/id.ts';
import { importHtml } from '../../core/import/html.ts';
import { readModel, sameAsModel } from './ckeditor-model.ts';
import { readExpected } from './expected-html.ts';
import { foreignMarker, lackedKinds, splitWords, without } from './criteria.ts';
import { compare, formOf, type Comparison, type Line } from './form.ts';
import type { Row } from './figures.ts';
import { inputFacts, type Kind } from './input-facts.ts';

interface Pair {
  readonly name: string;
  readonly html: string;
  readonly expected: readonly Line[];
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
      return { name, html, expected, sameShape: sameAsModel };
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

interface Judged {
  readonly pair: Pair;
  readonly raw: Comparison;
  /** Compared without the kinds that the expected form lacks as a whole. */
  readonly net: Comparison;
  /** Why the expected form can't judge the text, or the structure, of any reading of that input. */
  readonly noText?: string;
  readonly noStructure?: string;
  readonly lacked: readonly Kind[];
}

function judge(pair: Pair): Judged {
  const { expected, html, sameShape } = pair;
  const own = formOf(importHtml(html, countingIds('b')).blocks);
  const facts = inputFacts(html);
  const split = splitWords(expected, facts);
  const marker = foreignMarker(expected, facts);
  const lacked = lackedKinds(expected, facts);
  return {
    pair,
    raw: compare(own, expected, sameShape),
    net: compare(without(own, lacked), without(expected, lacked), sameShape),
    ...(split === undefined ? {} : { noText: `split: “${split}” is one word in the input` }),
    ...(marker === undefined ? {} : { noStructure: `marker: ${marker}` }),
    lacked,
  };
}

/** Raw figures are of all pairs; net ones of those that `criteria.ts` lets judge. */
export function clipboardRows(corpora: string): Row[] {
  const sets = clipboardSets(corpora).map(({ name, pairs }) => ({ name, all: pairs.map(judge) }));
  const together = { name: '01 and 05, all pairs', all: sets.flatMap(({ all }) => all), asked: true };
  return [...sets.map((set) => ({ ...set, asked: false })), together].flatMap(({ name, all, asked }) => {
    const text = all.filter(({ noText }) => noText === undefined);
    const form = text.filter(({ noStructure }) => noStructure === undefined);
    const row = (what: string, of: readonly Judged[], equal: (one: Judged) => boolean): Row => ({
      part: name,
      what,
      good: of.filter(equal).length,
      of: of.length,
    });
    return [
      row('text, raw', all, (one) => one.raw.text),
      { ...row('text, net', text, (one) => one.net.text), ...(asked ? { asked: 100 } : {}) },
      row('structure and marks, raw', all, (one) => isSame(one.raw)),
      {
        ...row('structure and marks, net', form, (one) => isSame(one.net)),
        ...(asked ? { asked: 95 } : { notes: all.flatMap(noteOf) }),
      },
    ];
  });
}

function noteOf({ pair, raw, net, noText, noStructure, lacked }: Judged): string[] {
  if (isSame(raw)) return [];
  const { name } = pair;
  const beside = noText ?? (net.text && net.marks ? noStructure : undefined);
  if (beside !== undefined) return [`set aside  ${name}: ${beside}`];
  if (isSame(net)) {
    const but = lacked.length > 0 ? `the ${lacked.join(' and ')} that the form lacks` : 'underlines of links';
    return [`equal but for ${but}  ${name}`];
  }
  const what = [!net.text && 'text', !net.structure && 'structure', !net.marks && 'marks'].filter(Boolean);
  return [`DIFFERS  ${name} (${what.join(', ')}): ${net.difference}`];
}

function isSame({ text, structure, marks }: Comparison): boolean {
  return text && structure && marks;
}
