/**
 * Walks hast and makes blocks. What has no place in the closed model isn't cleaned up but never made: there is no
 * way by which a script, a handler, a style or a remote address could come through.
 *
 * The walk is recursive; `parseHtml` bounds the depth.
 */
import type { Element, ElementContent, Root } from 'hast';
import type { Block, Inline, Mark, Picture } from '../../text/block.ts';
import { cleanText } from '../clean.ts';
import { attribute, classes, isElement, textContent } from './element.ts';
import { finish } from './frame.ts';
import { linkOf } from './link.ts';
import { readList } from './list.ts';
import { checkboxSign, isCheckbox, isHidden, isLeftOut } from './omission.ts';
import { isEmoji, readPicture } from './picture.ts';
import { DEEPEST_SHOWN, depth, type Page, type Place } from './place.ts';
import { InlineRun } from './run.ts';
import { marksWithin, spaceWithin, styleOf } from './style.ts';
import { readTable } from './table.ts';
import { BLOCK_TAGS, VERSE_CLASSES } from './tags.ts';

export class HtmlReader {
  readonly blocks: Block[] = [];
  /** Last item's style at each list level, to know where numbering begins anew. */
  readonly levels: string[] = [];
  private readonly run = new InlineRun();
  private pictures: Picture[] = [];
  private waitingAnchors: string[] = [];

  constructor(
    readonly page: Page,
    /** Whether blocks will be flattened into one inline content: a cell, a caption, a note. */
    private readonly within = false,
  ) {}

  readAll(parent: Root | Element, place: Place): Block[] {
    this.children(parent, place);
    this.flush(place);
    return this.blocks;
  }

  children(parent: Root | Element, place: Place): void {
    for (const child of parent.children) {
      if (child.type !== 'doctype') this.node(child, place);
    }
  }

  /** Ends the run of inline content, if there is one, and makes its block. */
  flush(place: Place): void {
    const content = this.run.empty ? [] : this.run.take(place.space);
    if (content.some((inline) => !('text' in inline) || /[^\s\u200b\ufeff]/.test(inline.text))) {
      this.emit(finish(place.frame, content, this.page.ids, place), place);
    }
    const pictures = this.pictures;
    this.pictures = [];
    for (const picture of pictures) this.emit(picture, place);
  }

  emit(block: Block, place: Place): void {
    this.blocks.push(block);
    if (place.quotation !== undefined) this.page.quotations.set(block.id, place.quotation);
    for (const anchor of this.waitingAnchors) this.page.anchors.set(anchor, block.id);
    this.waitingAnchors = [];
    if (block.type === 'item') {
      this.levels.length = block.level;
      this.levels[block.level - 1] = block.list;
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
    return { content, blocks: count, pictures };
  }

  private node(node: ElementContent, place: Place): void {
    if (node.type === 'text') this.text(node.value, place);
    else if (node.type === 'element') this.element(node, place);
    else if (node.type === 'comment' && !this.within) {
      this.page.comments.push({ text: node.value.trim(), before: this.blocks.length });
    }
  }

  private text(value: string, place: Place): void {
    const text = cleanText(value, this.page.notices);
    if (this.run.parted && place.space !== 'keep' && place.frame.kind !== 'verse' && text.trim() !== '') {
      this.flush(place);
    }
    const marks = place.link === undefined ? place.marks : without(place.marks, 'underline');
    this.run.add(text, marks, place.link, place.space);
  }

  private element(element: Element, outer: Place): void {
    const { page } = this;
    const { tagName } = element;
    if (page.notes.furniture.has(element) || page.notes.bodies.has(element)) return;
    const note = page.notes.marks.get(element);
    if (note) {
      this.run.atom({ type: 'note-mark', note: note.id });
      return;
    }
    if (isCheckbox(element)) {
      this.run.add(checkboxSign(element), new Set(), undefined, 'collapse');
      return;
    }
    if (isLeftOut(element, page.notices)) return;
    const style = styleOf(element);
    if (isHidden(element, style)) {
      if (textContent(element).trim() !== '') page.notices.add('left-out', 'hidden', 1, textContent(element));
      return;
    }
    const direction = attribute(element, 'dir')?.toLowerCase();
    const place: Place = {
      ...outer,
      marks: outer.frame.kind === 'preformatted' ? outer.marks : marksWithin(element, style, outer.marks),
      space: spaceWithin(style, outer.space),
      ...(direction === 'ltr' || direction === 'rtl' ? { direction } : {}),
    };
    const id = attribute(element, 'id');
    if (BLOCK_TAGS.has(tagName)) {
      this.flush(outer);
      if (id) this.waitingAnchors.push(id);
      this.block(element, place);
      return;
    }
    this.inline(element, place);
  }

  private inline(element: Element, place: Place): void {
    switch (element.tagName) {
      case 'br':
        this.run.break();
        return;
      case 'wbr':
        return;
      case 'img':
        if (isEmoji(element)) this.text(attribute(element, 'alt') ?? '', place);
        else this.picture(element);
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
        const annotations = element.children.flatMap((child) =>
          isElement(child, 'semantics')
            ? child.children.filter((inner) => !isElement(inner, 'annotation', 'annotation-xml'))
            : [child],
        );
        for (const child of annotations) this.text(textContent(child), place);
        return;
      }
      default:
        this.children(element, place);
    }
  }

  private block(element: Element, place: Place): void {
    const { tagName } = element;
    switch (tagName) {
      case 'h1':
      case 'h2':
      case 'h3':
      case 'h4':
      case 'h5':
      case 'h6':
        this.framed(element, { ...place, frame: { kind: 'heading', level: Number(tagName[1]) } });
        return;
      case 'p':
      case 'dt':
      case 'dd':
      case 'summary':
      case 'legend':
        this.framed(element, place);
        return;
      case 'xmp':
      case 'listing':
      case 'plaintext':
      case 'pre': {
        const verse = classes(element).some((name) => VERSE_CLASSES.has(name));
        const marks = without(place.marks, 'code');
        this.framed(element, {
          ...place,
          marks,
          space: 'keep',
          frame: { kind: verse ? 'verse' : 'preformatted' },
        });
        return;
      }
      case 'blockquote':
        this.quotation(element, place);
        return;
      case 'ul':
      case 'ol':
      case 'menu':
      case 'dir':
      case 'li':
        readList(this, element, place);
        return;
      case 'hr':
        this.emit({ id: this.page.ids(), type: 'rule', ...depth(place) }, place);
        return;
      case 'table':
        readTable(this, element, place);
        return;
      case 'figure':
        this.figure(element, place);
        return;
      default:
        if (classes(element).some((name) => VERSE_CLASSES.has(name))) {
          this.framed(element, { ...place, frame: { kind: 'verse' } });
        } else {
          this.framed(element, place);
        }
    }
  }

  /** The element's content, its inline runs becoming blocks of the place's frame. */
  framed(element: Element, place: Place): void {
    this.children(element, place);
    this.flush(place);
  }

  private quotation(element: Element, outer: Place): void {
    const place: Place = {
      ...outer,
      quoted: Math.min(outer.quoted + 1, DEEPEST_SHOWN),
      quotation: outer.quotation ?? this.page.quotationCount++,
      frame: { kind: 'paragraph' },
    };
    for (const child of element.children) {
      if (isElement(child, 'footer')) {
        this.flush(place);
        this.framed(child, { ...place, frame: { kind: 'attribution' } });
      } else {
        this.node(child, place);
      }
    }
    this.flush(place);
  }

  /** A caption goes with the figure's picture, under its quotation as attribution, else it is a paragraph. */
  private figure(element: Element, place: Place): void {
    const caption = element.children.find((child): child is Element => isElement(child, 'figcaption'));
    const first = this.blocks.length;
    for (const child of element.children) if (child !== caption) this.node(child, place);
    this.flush(place);
    if (!caption) return;
    const last = this.blocks.at(-1);
    const lastPicture = this.blocks.length > first && last?.type === 'picture' ? last : undefined;
    if (lastPicture) {
      const { content } = this.inlineOf(caption, place);
      this.blocks[this.blocks.length - 1] = { ...lastPicture, content };
    } else if (this.blocks.length > first && (last?.quoted ?? 0) > place.quoted) {
      const quoted = last?.quoted ?? 1;
      const quotation = last ? this.page.quotations.get(last.id) : undefined;
      this.framed(caption, { ...place, quoted, quotation, frame: { kind: 'attribution' } });
    } else {
      this.framed(caption, place);
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

function without(marks: ReadonlySet<Mark>, mark: Mark): ReadonlySet<Mark> {
  if (!marks.has(mark)) return marks;
  const rest = new Set(marks);
  rest.delete(mark);
  return rest;
}
