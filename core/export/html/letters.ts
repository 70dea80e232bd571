/** The letters as appendices, with their passages marked and each marked passage leading to its answers. */
import type { Element, ElementContent } from 'hast';
import { blocksBelowTitle } from '../letter-text.ts';
import type { PublishedLetter, PublishedPassage, PublishedSpan } from '../publication.ts';
import { blockNodes } from './blocks.ts';
import type { Setting } from './content.ts';
import { element, type Child } from './element.ts';

/** Underlines of passages that overlap lie under each other up to this many; further ones share the last place. */
const LANES = 3;

export function letterElement(letter: PublishedLetter, setting: Setting): Element {
  const { words } = setting;
  const kicker = words.letter.replace('{code}', () => letter.code);
  return element(
    'article',
    { class: 'letter', id: letter.anchor, ariaLabelledBy: `${letter.anchor}_title` },
    element(
      'header',
      {},
      letter.title !== '' && element('p', { class: 'kicker' }, kicker),
      element(
        'h3',
        { id: `${letter.anchor}_title` },
        letter.title === '' ? kicker : element('bdi', { lang: letter.language }, letter.title),
      ),
      letter.about !== '' && element('p', { class: 'about' }, letter.about),
      letter.link !== undefined &&
        element(
          'p',
          { class: 'about' },
          element('a', { href: letter.link, rel: 'noopener noreferrer' }, letter.link),
        ),
      letter.corrected && element('p', { class: 'about' }, words.corrected),
    ),
    element(
      'div',
      { class: 'letter-body', lang: letter.language, dir: letter.direction },
      letterBody(letter, setting),
    ),
  );
}

function letterBody(letter: PublishedLetter, setting: Setting): ElementContent[] {
  const passages = new Map(letter.passages.map((passage) => [passage.id, passage]));
  const lanes = lanesOf(letter);
  const begun = new Set<string>();
  const bracketed = (span: PublishedSpan, run: Child): Child => {
    const here = (span.passages ?? []).flatMap((id) => passages.get(id) ?? []);
    const labels = here.filter(({ id }) => !begun.has(id));
    for (const { id } of labels) begun.add(id);
    const marked = here.reduceRight<Child>(
      (inner, { id, style }) =>
        element('mark', { class: `style-${style} lane-${lanes.get(id) ?? 0}` }, inner),
      run,
    );
    return [labels.map((passage) => bracket(passage, setting)), marked];
  };
  return blockNodes(blocksBelowTitle(letter), 3, { ...setting, bracketed });
}

/** The code of a passage where it begins, and the points that answer it. It stands in the margin where there is one. */
function bracket({ id, code, answeredIn, style }: PublishedPassage, { words }: Setting): Element {
  return element(
    'span',
    { class: `bracket style-${style}`, id },
    element('span', { class: 'hidden' }, `${words.passage.replace('{code}', () => code)} `),
    element('span', { class: 'code', ariaHidden: 'true' }, code),
    answeredIn.length > 0 && [
      element('span', { class: 'hidden' }, ` ${words.answeredIn} `),
      answeredIn.map(({ anchor, number, name }) =>
        element('a', { href: `#${anchor}`, ariaLabel: name }, number),
      ),
    ],
    element('span', { class: 'hidden' }, ' '),
  );
}

/** Passage id → the lowest lane that no passage covering some of the same words has before it. */
function lanesOf(letter: PublishedLetter): ReadonlyMap<string, number> {
  const company = new Map<string, Set<string>>();
  for (const ids of runsOf(letter)) {
    for (const id of ids) {
      const others = company.get(id) ?? new Set();
      for (const other of ids) others.add(other);
      company.set(id, others);
    }
  }
  const lanes = new Map<string, number>();
  for (const { id } of letter.passages) {
    const taken = new Set([...(company.get(id) ?? [])].map((other) => lanes.get(other)));
    let lane = 0;
    while (taken.has(lane) && lane < LANES - 1) lane++;
    lanes.set(id, lane);
  }
  return lanes;
}

function runsOf({ blocks }: PublishedLetter): readonly (readonly string[])[] {
  return blocks.flatMap((block) => {
    if (block.type === 'rule') return [];
    const contents =
      block.type === 'table' ? block.rows.flatMap((row) => row.map((cell) => cell.content)) : [block.content];
    return contents.flatMap((content) =>
      content.flatMap((inline) => ('type' in inline ? [] : [inline.passages ?? []])),
    );
  });
}
