/**
 * Selector cases of other programs. Theirs are to find all places of a quote and ours the likeliest one, so a case is
 * good where ours is one of theirs; where they find none, ours may give words that come near, never with full
 * confidence.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { Selector } from '../../core/anchoring/annotation-selectors.ts';
import { locate } from '../../core/anchoring/locate.ts';
import { selectorsOf } from '../../core/anchoring/selectors.ts';
import { paragraph } from '../../core/text/block.ts';
import type { Row } from './figures.ts';

interface Place {
  readonly startContainerXPath: string;
  readonly startOffset: number;
  readonly endContainerXPath: string;
  readonly endOffset: number;
}

/** A page's text, node by node, its head left out: no letter has one. */
interface PageText {
  readonly text: string;
  /** UTF-16 offset in the text of a node named as "//b/text()[2]"; undefined where the text hasn't it. */
  readonly offsetOf: (path: string) => number | undefined;
}

function pageText(html: string): PageText {
  let text = '';
  const found: { tag: string; nth: number; at: number }[] = [];
  const visit = (node: Tree.Element) => {
    let nth = 0;
    for (const child of node.childNodes) {
      if ('value' in child) {
        found.push({ tag: node.tagName, nth: ++nth, at: text.length });
        text += child.value;
      } else if ('tagName' in child && child.tagName !== 'head') visit(child);
    }
  };
  for (const node of parse(html).childNodes) if ('tagName' in node) visit(node);
  const offsetOf = (path: string) => {
    const [, tag, nth = '1'] = /^\/\/(\w+)\/text\(\)(?:\[(\d+)\])?$/.exec(path) ?? [];
    return found.find((node) => node.tag === tag && node.nth === Number(nth))?.at;
  };
  return { text, offsetOf };
}

function extent({ offsetOf }: PageText, place: Place): readonly [number, number] | undefined {
  const [start, end] = [offsetOf(place.startContainerXPath), offsetOf(place.endContainerXPath)];
  return start === undefined || end === undefined
    ? undefined
    : [start + place.startOffset, end + place.endOffset];
}

function annotatorCases(corpora: string, file: string, part: string): Row {
  const path = join(corpora, '06-anchoring/annotator', file);
  const cases = JSON.parse(readFileSync(path, 'utf8')) as {
    name: string;
    html: string;
    selector: Selector;
    expected: Place[];
  }[];
  const notes: string[] = [];
  let [good, of] = [0, 0];
  for (const { name, html, selector, expected } of cases) {
    const page = pageText(html);
    const places = expected.map((place) => extent(page, place));
    const nowhere =
      selector.type === 'TextQuoteSelector' &&
      !(selector.exact + (selector.prefix ?? '') + (selector.suffix ?? ''));
    if (places.includes(undefined) || nowhere) {
      notes.push(
        `set aside  ${name}: ${nowhere ? 'a quote of nothing names every place' : 'in the head of a page'}`,
      );
      continue;
    }
    of++;
    const found = locate(page.text, [selector]);
    const fine =
      places.length === 0
        ? !found || found.confidence < 1
        : places.some((place) => found?.start === place?.[0] && found?.end === place?.[1]);
    if (fine) good++;
    else notes.push(`DIFFERS  ${name}: ${JSON.stringify(found)} for ${JSON.stringify(places)}`);
  }
  return { part, what: 'place found', good, of, notes };
}

/** A range that others describe, described by us, is found again by our description. */
function described(corpora: string): Row {
  const path = join(corpora, '06-anchoring/annotator/text-quote-describe.json');
  const cases = JSON.parse(readFileSync(path, 'utf8')) as { name: string; html: string; range: Place }[];
  const notes: string[] = [];
  let [good, of] = [0, 0];
  for (const { name, html, range } of cases) {
    const page = pageText(html);
    const place = extent(page, range);
    if (!place) {
      notes.push(`set aside  ${name}: not in the text of the page`);
      continue;
    }
    of++;
    const [start, end] = [Math.min(...place), Math.max(...place)];
    const blocks = [paragraph('p', page.text)];
    const [own] = selectorsOf(blocks, [
      { start: { block: 'p', offset: start }, end: { block: 'p', offset: end } },
    ]);
    const found = own && locate(page.text, [own.quote]);
    if (found?.start === start && found.end === end) good++;
    else notes.push(`DIFFERS  ${name}: ${JSON.stringify(found)} for ${start} to ${end}`);
  }
  return { part: '06-anchoring/annotator describe', what: 'found again', good, of, notes };
}

function closeQuotes(corpora: string): Row {
  const folder = join(corpora, '06-anchoring/dom-anchor-text-quote');
  const { text } = pageText(readFileSync(join(folder, 'test.html'), 'utf8'));
  const cases = JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8')) as {
    name: string;
    selector: { exact: string; prefix?: string; suffix?: string };
    expected_text: string | null;
    expects_null?: boolean;
  }[];
  const notes: string[] = [];
  let [good, of] = [0, 0];
  for (const { name, selector, expected_text: expected, expects_null: none } of cases) {
    if (expected === null && !none) {
      notes.push(`set aside  ${name}: no place is told`);
      continue;
    }
    of++;
    const found = locate(text, [{ type: 'TextQuoteSelector', ...selector }]);
    const words = found ? text.slice(found.start, found.end) : null;
    if (words === expected) good++;
    else notes.push(`DIFFERS  ${name}: ${words ?? 'nothing'} for ${expected ?? 'nothing'}`);
  }
  return { part: '06-anchoring/dom-anchor-text-quote', what: 'words found', good, of, notes };
}

/** Above this share of changed characters words aren't taken for those of a quote: it is `locate`'s own bound. */
const MOST_ERRORS = 0.3;

function likeWords(corpora: string): Row {
  const path = join(corpora, '06-anchoring/approx-string-match/cases.json');
  const cases = JSON.parse(readFileSync(path, 'utf8')) as {
    text: string;
    pattern: string;
    best_matches: { start: number; end: number; errors: number }[];
  }[];
  const notes: string[] = [];
  let [good, of] = [0, 0];
  for (const { text, pattern, best_matches: best } of cases) {
    if (best.some(({ errors }) => errors > pattern.length * MOST_ERRORS)) {
      notes.push(`set aside  ${pattern}: more than ${MOST_ERRORS * 100} % differs, by design no quotation`);
      continue;
    }
    of++;
    const found = locate(text, [{ type: 'TextQuoteSelector', exact: pattern }]);
    if (best.some(({ start, end }) => found?.start === start && found.end === end)) good++;
    else notes.push(`DIFFERS  ${pattern}: ${JSON.stringify(found)} for ${JSON.stringify(best)}`);
  }
  return { part: '06-anchoring/approx-string-match', what: 'likest words', good, of, notes };
}

export function anchoringRows(corpora: string): Row[] {
  if (!existsSync(join(corpora, '06-anchoring'))) return [];
  return [
    annotatorCases(corpora, 'text-quote-match.json', '06-anchoring/annotator quote'),
    annotatorCases(corpora, 'text-position-match.json', '06-anchoring/annotator position'),
    described(corpora),
    closeQuotes(corpora),
    likeWords(corpora),
  ];
}
