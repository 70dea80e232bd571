/**
 * What a page's `style` elements say of classes and, in Word, of lists. Only what tells emphasis and structure is
 * read; selectors are those that word processors write (".c1", "p.MsoTitle"), for a page's own finer rules can't
 * be told without laying it out.
 */
import { eachElement, textContent } from './element.ts';
import type { Root } from './tree.ts';

export type Declarations = ReadonlyMap<string, string>;

export interface Sheet {
  /** By ".class" or "tag.class", in lower case. */
  readonly classes: ReadonlyMap<string, Declarations>;
  /** Word's list definitions, by "l0:level2". */
  readonly lists: ReadonlyMap<string, Declarations>;
}

const READ =
  /^(?:font(?:-weight|-style|-variant|-variant-caps)?|text-decoration(?:-line)?|vertical-align|white-space|list-style(?:-type)?|margin-left|mso-style-name|mso-outline-level)$/;

/** Word's paragraph styles for titles and headings: how their letters look says nothing of the words. */
const HEADINGS = /^p\.mso(?:title|subtitle|heading\d)/;
const LOOK = /^(?:font|text-decoration)/;

/** Declarations with names in lower case and values as they stand, `!important` and case taken off them. */
export function declarationsOf(source: string): Map<string, string> {
  const found = new Map<string, string>();
  // What is opened and never closed reaches to the end, as in CSS.
  const all = source.matchAll(
    /(?<![\w-])([\w-]+)\s*:((?:"[^"]*(?:"|$)|'[^']*(?:'|$)|\([^)]*(?:\)|$)|[^;"'(])*)/g,
  );
  for (const [, name = '', value = ''] of all) {
    found.set(
      name.toLowerCase(),
      value
        .replace(/!important/i, '')
        .replace(/\s+/g, ' ')
        .trim()
        .toLowerCase(),
    );
  }
  return found;
}

export function readSheet(root: Root): Sheet {
  const classes = new Map<string, Map<string, string>>();
  const lists = new Map<string, Declarations>();
  eachElement(root, (element) => {
    if (element.tagName !== 'style') return;
    const source = withoutComments(textContent(element).replace(/<!--|-->/g, ' '));
    for (const { selector, body } of rules(source)) {
      const list = /^@list\s+(l\d+:level\d+)$/i.exec(selector)?.[1];
      if (list) lists.set(list.toLowerCase(), declarationsOf(body));
      if (!selector.startsWith('@')) addClasses(classes, selector, body);
    }
  });
  return { classes, lists };
}

function withoutComments(source: string): string {
  let kept = '';
  let at = 0;
  for (;;) {
    const open = source.indexOf('/*', at);
    const close = open < 0 ? -1 : source.indexOf('*/', open + 2);
    if (close < 0) return kept + source.slice(at, open < 0 ? undefined : open);
    kept += `${source.slice(at, open)} `;
    at = close + 2;
  }
}

function addClasses(classes: Map<string, Map<string, string>>, selector: string, body: string): void {
  const wanted = [...declarationsOf(body)].filter(([name]) => READ.test(name));
  if (wanted.length === 0) return;
  const outline = wanted.some(([name]) => name === 'mso-outline-level');
  for (const part of selector.toLowerCase().split(',')) {
    const key = part.trim();
    if (!/^[a-z][a-z0-9]*\.[\w-]+$|^\.[\w-]+$/.test(key)) continue;
    const known = classes.get(key) ?? new Map<string, string>();
    const heading = outline || HEADINGS.test(key);
    for (const [name, value] of wanted) if (!heading || !LOOK.test(name)) known.set(name, value);
    classes.set(key, known);
  }
}

/** Rules that stand in no other: what is within `@media` and its like holds for some pages only. */
function* rules(source: string): Generator<{ selector: string; body: string }> {
  let at = 0;
  for (;;) {
    const open = source.indexOf('{', at);
    if (open < 0) return;
    const selector = source
      .slice(at, open)
      .replace(/^[^]*;/, '')
      .trim();
    let depth = 1;
    let end = open + 1;
    while (end < source.length && depth > 0) {
      const unit = source[end++];
      if (unit === '{') depth++;
      else if (unit === '}') depth--;
    }
    const body = source.slice(open + 1, end - 1);
    if (!body.includes('{')) yield { selector, body };
    at = end;
  }
}
