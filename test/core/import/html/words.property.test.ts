import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../../../core/text/canonical.ts';
import { read } from './pasting.ts';

/** Words told apart by their numbers, so that one that is doubled or out of order shows. */
interface Tree {
  readonly tag: string;
  readonly attributes: string;
  readonly children: readonly (Tree | string)[];
}

const INLINE = ['b', 'i', 'span', 'font', 'u', 'sup', 'a', 'o:p', 'label', 'w:sdt'];
const BLOCKS = ['p', 'div', 'h2', 'blockquote', 'section', 'pre', 'center', 'td', 'li', 'dd', 'figure'];

const attributes = fc.constantFrom(
  '',
  ...[
    'font-weight:bold',
    'font-weight:normal',
    'white-space:pre-wrap',
    'white-space:pre-line',
    'white-space:pre;font-family:monospace',
    'mso-list:l0 level2 lfo1',
    'mso-list:none',
    'mso-outline-level:3',
    'margin-left:36pt',
    'vertical-align:super',
    'mso-element:field-begin',
    'mso-bookmark:x',
  ].map((style) => ` style="${style}"`),
  ' class="MsoQuote"',
  ' class="MsoTitle"',
  ' class="verse"',
  ' class="EOP"',
  ' role="heading" aria-level="3"',
  ' dir="rtl"',
  ' href="https://www.google.com/url?q=https://quillhaven.example/"',
  ' href="#fn1"',
);
const space = fc.constantFrom(
  '',
  ' ',
  '\n',
  '&nbsp;',
  ' &nbsp;',
  '\t',
  '<br>',
  '<!-- x -->',
  '<![if !y]>',
  '&shy;',
);
const word = fc.constantFrom('lamp', 'oil', 'quay', 'wick,', '«tide»', 'été');

const { node } = fc.letrec<{ node: Tree | string }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.tuple(space, word, space).map((parts) => parts.join('')),
    fc.record({
      tag: fc.constantFrom(...INLINE, ...BLOCKS),
      attributes,
      children: fc.array(tie('node'), { maxLength: 4 }),
    }),
  ),
}));

let counted = 0;

/** Elements that a parser ends where another of their kind begins, so that their own end is none. */
const ALONE = ['h2', 'dd'];

function html(tree: Tree | string, around: readonly string[] = []): string {
  if (typeof tree === 'string')
    return tree.replace(/lamp|oil|quay|wick|tide|été/, (name) => `${name}${counted++}`);
  const tag = ALONE.includes(tree.tag) && around.includes(tree.tag) ? 'div' : tree.tag;
  const inner = tree.children.map((child) => html(child, [...around, tag])).join('');
  const whole = `<${tag}${tree.attributes}>${inner}</${tag}>`;
  if (tag === 'td') return `<table><tr><td>${counted++}</td>${whole}</tr></table>`;
  return tag === 'li' ? `<ol>${whole}</ol>` : whole;
}

const page = fc.array(node, { maxLength: 6 }).map((trees) => {
  counted = 0;
  return trees.map((tree) => html(tree)).join('');
});

const PARTING = new RegExp(`</?(?:${BLOCKS.join('|')}|table|tr|ol|br)\\b[^>]*>`, 'g');

/** The words that a reader sees, in order: blocks and breaks part them, other elements don't. */
const visibleWords = (source: string) =>
  source
    .replace(PARTING, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&shy;/g, '')
    .split(/\s+/)
    .filter(Boolean);

describe('whatever is pasted', () => {
  it('comes in with every word, once, in order, run together nowhere and parted nowhere', () => {
    fc.assert(
      fc.property(page, (source) => {
        const words = canonicalText(read(source).blocks).split(/\s+/).filter(Boolean);
        expect(words).toEqual(visibleWords(source));
      }),
      { numRuns: 1500 },
    );
  });
});
