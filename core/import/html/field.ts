/**
 * Word's fields: what it writes between the marks of a field's beginning and its separator is an instruction,
 * what follows up to the end is the text. The marks stand in conditional comments, or, where a program on the way
 * has opened these, as spans.
 */
import { attribute } from './element.ts';
import { keptUrl } from './link.ts';
import type { Style } from './style.ts';
import { BLOCK_TAGS } from './tags.ts';
import type { Child, Element } from './tree.ts';

const MARK = /mso-element:\s*field-(begin|separator|end)/gi;

/** The fields that are open at a place of the page, outermost first. */
export class Fields {
  private readonly open: { instruction: string; told: boolean; link?: string }[] = [];

  /** Where the innermost HYPERLINK field leads whose text this is. */
  get link(): string | undefined {
    return this.open.findLast(({ link }) => link !== undefined)?.link;
  }

  /** Whether what stands here is the instruction of a field rather than text. */
  get instructing(): boolean {
    return this.open.length > 0 && this.open.some(({ told }) => !told);
  }

  instruct(text: string): void {
    const field = this.open.at(-1);
    if (field) field.instruction += text;
  }

  /** A comment of the page; one that holds no field does nothing. */
  comment(text: string): void {
    if (!/^\[if supportFields\]/i.test(text)) return;
    const marks = [...text.matchAll(MARK)];
    marks.forEach((mark, i) => {
      this.turn((mark[1] ?? '').toLowerCase());
      const tail = text.slice(mark.index, marks[i + 1]?.index);
      if (this.instructing) this.instruct(instructionIn(tail));
    });
    // Comments are whole in themselves: an instruction without its separator has no text of its own.
    const field = this.open.at(-1);
    if (field && !field.told) this.open.pop();
  }

  /** An element of the page, which may be a mark; a beginning without a separator in its paragraph counts nothing. */
  element(element: Element, style: Style): void {
    const [, which] = /^field-(begin|separator|end)/.exec(style.get('mso-element') ?? '') ?? [];
    if (which !== undefined && (which !== 'begin' || hasSeparator(element))) this.turn(which);
  }

  /** A paragraph ends, and with it what it left open. */
  end(): void {
    if (this.open.length > 0) this.open.length = 0;
  }

  private turn(which: string): void {
    if (which === 'begin') this.open.push({ instruction: '', told: false });
    else if (which === 'end') this.open.pop();
    else {
      const field = this.open.at(-1);
      if (!field) return;
      field.told = true;
      const link = /HYPERLINK\s+["“]([^"”]*)["”]/i.exec(field.instruction)?.[1];
      const kept = link === undefined ? undefined : keptUrl(link);
      if (kept !== undefined) field.link = kept;
    }
  }
}

/** Elements after a field's beginning among which its separator is looked for. */
const LOOKED_AT = 100;

function hasSeparator(begin: Element): boolean {
  let looked = 0;
  const within = (node: Child): boolean =>
    node.type === 'element' &&
    looked++ < LOOKED_AT &&
    (/mso-element:\s*field-separator/i.test(attribute(node, 'style') ?? '') || node.children.some(within));
  for (let at: Element = begin; at.parent?.type === 'element'; at = at.parent) {
    const siblings = at.parent.children;
    for (let i = siblings.lastIndexOf(at) + 1; i < siblings.length && looked < LOOKED_AT; i++) {
      if (within(siblings[i] as Child)) return true;
    }
    if (looked >= LOOKED_AT || BLOCK_TAGS.has(at.parent.tagName)) return false;
  }
  return false;
}

/** The characters between the tags of a piece of a comment, from within its first tag on. */
function instructionIn(source: string): string {
  return source
    .replace(/^[^>]*>/, '')
    .replace(/<[^>]*(?:>|$)/g, '')
    .replace(/&quot;/g, '"')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&');
}
