/**
 * Walks the page and makes blocks. What has no place in the closed model isn't cleaned up but never made: there is
 * no way by which a script, a handler, a style or a remote address could come through.
 *
 * The walk is recursive; `parseHtml` bounds the depth.
 */
import { normalInline } from '../../text/inline.ts';
import type { Block, Inline, Mark, Picture } from '../../text/block.ts';
import { cleanText } from '../clean.ts';
import { readBlock } from './blocks.ts';
import { attribute, isElement, textContent } from './element.ts';
import { Fields } from './field.ts';
import { finish } from './frame.ts';
import { keptUrl, linkOf } from './link.ts';
import { checkboxSign, isCheckbox, isHidden, isLeftOut, isWordComment } from './omission.ts';
import { isEmoji, readPicture } from './picture.ts';
import type { Page, Place } from './place.ts';
import { isBlock } from './role.ts';
import { InlineRun } from './run.ts';
import { marksWithin, spaceWithin, type Style } from './style.ts';
import { BLOCK_TAGS } from './tags.ts';
import type { Child, Element, Root } from './tree.ts';
import { isIgnored, WordLists } from './word-list.ts';

/** The sign of a hyphen that may be, and the mark of byte order: neither is text, both stand between searched words. */
const INVISIBLE = /[\u00ad\ufeff]/g;

export class HtmlReader {
  readonly blocks: Block[] = [];
  /** Last item's style at each list level, to know where numbering begins anew. */
  readonly levels: string[] = [];
  readonly wordLists: WordLists;
  private readonly run = new InlineRun();
  private readonly fields = new Fields();
  private pictures: Picture[] = [];
  private waitingAnchors: string[] = [];
  /** The sign of a box to tick, until the words that it stands before. */
  private sign = '';

  constructor(
    readonly page: Page,
    /** Whether blocks will be flattened into one inline content: a cell, a caption, a note. */
    private readonly flattened = false,
  ) {
    this.wordLists = new WordLists(page.styles);
  }

  readAll(parent: Root | Element, place: Place): Block[] {
    this.children(parent, place);
    this.flush(place);
    return this.blocks;
  }

  children(parent: Root | Element, place: Place): void {
    for (const child of parent.children) this.node(child, place);
  }

  /** The element's content, its inline runs becoming blocks of the place's frame. */
  framed(element: Element, place: Place): void {
    this.children(element, place);
    this.flush(place);
  }

  /** Ends the run of inline content, if there is one, and makes its block. */
  flush(place: Place): void {
    this.fields.end();
    const content = this.run.empty ? [] : this.run.take(place.space);
    if (content.some((inline) => !('text' in inline) || /[^\s\u200b]/.test(inline.text))) {
      this.emit(finish(place.frame, content, this.page.ids, place), place);
    }
    if (this.pictures.length === 0) return;
    const pictures = this.pictures;
    this.pictures = [];
    for (const picture of pictures) this.emit(picture, place);
  }

  emit(block: Block, place: Place): void {
    this.blocks.push(block);
    if (place.quotation !== undefined) this.page.quotations.set(block.id, place.quotation);
    for (const anchor of this.waitingAnchors) this.page.anchors.set(anchor, block.id);
    if (this.waitingAnchors.length > 0) this.waitingAnchors = [];
    if (block.type === 'item') {
      this.levels.length = block.level;
      this.levels[block.level - 1] = block.list;
    } else if (!(block.type === 'paragraph' && block.indent !== undefined)) {
      this.wordLists.end();
      if (place.list) this.page.withinLists.add(block.id);
    }
  }

  /** The inline content of an element whose blocks can't be kept as such; blocks are parted by line feeds. */
  inlineOf(
    element: Element,
    place: Place,
  ): { content: readonly Inline[]; blocks: number; pictures: Picture[] } {
    const reader = new HtmlReader(this.page, true);
    const blocks = reader.readAll(element, { ...place, frame: { kind: 'paragraph' } });
    const content: Inline[] = [];
    const pictures: Picture[] = [];
    let count = 0;
    for (const block of blocks) {
      if (block.type === 'picture') pictures.push(block);
      const parts =
        'content' in block && block.type !== 'picture'
          ? [block.content]
          : 'rows' in block
            ? block.rows.flat().map((cell) => cell.content)
            : [];
      for (const part of parts) {
        if (count++ > 0) content.push({ text: '\n' });
        content.push(...part);
      }
    }
    return { content: normalInline(content), blocks: count, pictures };
  }

  /** What holds within the element. */
  within(element: Element, outer: Place, style = this.page.styles.of(element)): Place {
    const marks =
      outer.frame.kind === 'preformatted' ? outer.marks : marksWithin(element, style, outer.marks);
    const space = spaceWithin(style, outer.space);
    const declared = attribute(element, 'dir')?.toLowerCase();
    const direction = declared === 'ltr' || declared === 'rtl' ? declared : outer.direction;
    const linked = attribute(element, 'data-sheets-hyperlink');
    const link = linked === undefined ? outer.link : (keptUrl(linked) ?? outer.link);
    if (
      marks === outer.marks &&
      space === outer.space &&
      direction === outer.direction &&
      link === outer.link
    )
      return outer;
    return { ...outer, marks, space, direction, link };
  }

  /** Whether the page hides the element; words that it hides are told. */
  hides(element: Element, style = this.page.styles.of(element)): boolean {
    if (!isHidden(element, style)) return false;
    const words = textContent(element);
    if (words.trim() !== '') this.page.notices.add('left-out', 'hidden', 1, words);
    return true;
  }

  node(node: Child, place: Place): void {
    if (node.type === 'text') this.text(node.value, place);
    else if (node.type === 'element') this.element(node, place);
    else {
      this.fields.comment(node.value);
      if (!this.flattened) this.page.comments.push({ text: node.value.trim(), before: this.blocks.length });
    }
  }

  /** An item of a list: a mere container, with what it tells of marks, direction and name. */
  item(element: Element, outer: Place): void {
    if (attribute(element, 'role') === 'checkbox')
      this.sign = checkboxSign(attribute(element, 'aria-checked') === 'true');
    this.element(element, outer, true);
    if (this.sign !== '') this.text('\u200b', outer);
  }

  private text(value: string, place: Place): void {
    const text = cleanText(value, this.page.notices).replace(INVISIBLE, '');
    if (this.fields.instructing) {
      this.fields.instruct(text);
      return;
    }
    if (place.space === 'collapse' || place.space === 'exact' || !/[\r\n]/.test(text))
      this.words(text, place);
    else {
      text.split(/\r\n?|\n/).forEach((line, i) => {
        if (i > 0) this.run.break();
        this.words(line, place);
      });
    }
  }

  private words(text: string, place: Place): void {
    const { frame, space } = place;
    if (this.run.parted && space !== 'exact' && frame.kind !== 'verse' && /\S/.test(text)) this.flush(place);
    if (this.sign !== '' && /\S/.test(text)) {
      this.run.add(this.sign, NO_MARKS, undefined, 'collapse');
      this.sign = '';
    }
    const link = place.link ?? this.fields.link;
    const shown = link === undefined ? place.marks : without(place.marks, 'underline');
    const marks = place.list?.struck ? without(shown, 'strike') : shown;
    this.run.add(text, marks, link, space);
  }

  private element(element: Element, outer: Place, container = false): void {
    const { page } = this;
    const { notes } = page;
    if (notes.furniture.has(element) || notes.bodies.has(element)) return;
    const note = notes.marks.get(element);
    if (note) {
      this.run.atom({ type: 'note-mark', note: note.id });
      return;
    }
    const begins = outer.list?.item?.taken === false && this.run.empty;
    if (isCheckbox(element, begins)) {
      this.sign = checkboxSign(attribute(element, 'checked') !== undefined);
      return;
    }
    if (isLeftOut(element, page.notices)) return;
    const style = page.styles.of(element);
    if (this.hides(element, style)) return;
    if (outer.marked && isIgnored(style)) return;
    if (isWordComment(element, style, page.notices)) return;
    this.fields.element(element, style);
    const place = this.within(element, outer, style);
    const byTag = BLOCK_TAGS.has(element.tagName);
    if (!container && !isBlock(element, style, byTag)) this.inline(element, place, style);
    else if (element.tagName === 'div' && outer.frame.kind === 'preformatted') {
      this.run.line();
      this.children(element, place);
      this.run.line();
    } else {
      this.flush(outer);
      const id = attribute(element, 'id');
      if (id) this.waitingAnchors.push(id);
      if (container) this.framed(element, place);
      else if (byTag) readBlock(this, element, style, place);
      else {
        this.inline(element, place, style);
        this.flush(place);
      }
    }
  }

  private inline(element: Element, place: Place, style: Style): void {
    switch (element.tagName) {
      case 'br':
        this.run.break();
        return;
      case 'wbr':
        return;
      case 'img':
        if (isEmoji(element)) this.text(attribute(element, 'alt') ?? '', place);
        else if (attribute(element, 'aria-roledescription') !== 'checkbox') this.picture(element);
        return;
      case 'a': {
        const link = linkOf(element, this.page);
        this.children(element, link === undefined ? place : { ...place, link });
        return;
      }
      case 'q':
        this.text('“', place);
        this.children(element, place);
        this.text('”', place);
        return;
      case 'math': {
        this.page.notices.add('changed', 'formula');
        const shown = element.children.flatMap((child) =>
          isElement(child, 'semantics')
            ? child.children.filter((inner) => !isElement(inner, 'annotation', 'annotation-xml'))
            : [child],
        );
        for (const child of shown) this.text(textContent(child), place);
        return;
      }
      default:
        if (attribute(element, 'class') === 'Apple-converted-space') this.text(' ', place);
        else if (style.get('mso-tab-count') !== undefined) this.text(' ', place);
        else this.children(element, place);
    }
  }

  private picture(element: Element): void {
    const alternative = attribute(element, 'alt')?.trim() ?? '';
    const picture = readPicture(element, this.page.ids(), this.page.pictures.length + 1, this.page.notices);
    if (!picture) return;
    this.page.pictures.push(picture);
    this.pictures.push({ id: this.page.ids(), type: 'picture', asset: picture.id, alternative, content: [] });
  }
}

const NO_MARKS: ReadonlySet<Mark> = new Set();

/** Sets without a mark, each kept with the set that it was made of. */
const withouts = {
  underline: new WeakMap<ReadonlySet<Mark>, ReadonlySet<Mark>>(),
  strike: new WeakMap<ReadonlySet<Mark>, ReadonlySet<Mark>>(),
};

/** The set without underlines, which are how links are shown, or without strikes, how what is done is shown. */
function without(marks: ReadonlySet<Mark>, mark: keyof typeof withouts): ReadonlySet<Mark> {
  if (!marks.has(mark)) return marks;
  let rest = withouts[mark].get(marks);
  if (!rest) {
    rest = new Set([...marks].filter((own) => own !== mark));
    withouts[mark].set(marks, rest);
  }
  return rest;
}
