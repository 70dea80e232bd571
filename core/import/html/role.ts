/** What a block is where its tag doesn't tell: headings and quotations as word processors name them. */
import { attribute, classes, textContent } from './element.ts';
import type { Page } from './place.ts';
import type { Style, Styles } from './style.ts';
import type { Element } from './tree.ts';

/** Whether Word numbers the paragraph or sets a bullet before it. */
export function isListed(style: Style): boolean {
  return style.get('mso-list')?.startsWith('l') ?? false;
}

/** Points; Google Docs sets titles larger, its largest heading is 20. */
const DOCS_TITLE = 22;

function level(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-6]$/.test(text) ? Number(text) : undefined;
}

/** 1 to 6, or undefined for what is no heading. */
export function headingLevel(
  element: Element,
  style: Style,
  { docs, styles }: Pick<Page, 'docs' | 'styles'>,
): number | undefined {
  const { tagName } = element;
  const [, byTag] = /^h([1-6])$/.exec(tagName) ?? [];
  if (byTag !== undefined) return Number(byTag);
  if (tagName !== 'p' && tagName !== 'div') return undefined;
  if (attribute(element, 'role') === 'heading') return level(attribute(element, 'aria-level')) ?? 2;
  if (tagName !== 'p') return undefined;
  const names = classes(element);
  for (const name of names) {
    if (name === 'msotitle') return 1;
    const byClass = /^msoheading([1-9])$/.exec(name)?.[1];
    // Numbered, the levels beyond the sixth are what contracts and statutes number their paragraphs with.
    if (byClass !== undefined && (Number(byClass) <= 6 || !isListed(style)))
      return Math.min(Number(byClass), 6);
  }
  const named = /^["']?(?:heading ([1-6])|(title))\b/.exec(style.get('mso-style-name') ?? '');
  if (named) return level(named[1]) ?? 1;
  // Outlook gives the head of an answered mail a level too, in the style of all its text.
  const outline = names.includes('msonormal') ? undefined : level(style.get('mso-outline-level'));
  if (outline !== undefined) return outline;
  return docs && isDocsTitle(element, styles) ? 1 : undefined;
}

/** Whether all words of the paragraph are as large as only a title is. */
function isDocsTitle(paragraph: Element, styles: Styles): boolean {
  let large = false;
  for (const run of paragraph.children) {
    if (run.type === 'element' && styles.of(run).length('font-size') >= DOCS_TITLE) large = true;
    else if (textContent(run).trim() !== '') return false;
  }
  return large;
}

/** Whether Word's style of the paragraph is one for quotations. */
export function isWordQuotation(element: Element, style: Style): boolean {
  if (element.tagName !== 'p') return false;
  return (
    /^["']?(?:intense )?quote\b/.test(style.get('mso-style-name') ?? '') ||
    classes(element).some((name) => name === 'msoquote' || name === 'msointensequote')
  );
}

/** Whether the element sets lines of code: white space as it is, in letters of one width. */
export function isCode(element: Element, style: Style): boolean {
  const source = attribute(element, 'style') ?? '';
  return element.tagName === 'div' && style.get('white-space') === 'pre' && /\bmonospace\b/i.test(source);
}

const INLINE_AS_BLOCK = /^(?:block|flex|grid|list-item|table)$/;
const PLAIN_BLOCKS = new Set(['div', 'section', 'article', 'p']);

/** Whether a block begins and ends with the element, by its tag, its name or its own style. */
export function isBlock(element: Element, style: Style, byTag: boolean): boolean {
  const display = style.get('display');
  if (display === undefined) return byTag;
  if (byTag) return !(display === 'inline' && PLAIN_BLOCKS.has(element.tagName));
  return INLINE_AS_BLOCK.test(display) && element.tagName !== 'br';
}
