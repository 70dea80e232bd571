/** Blocks of an OpenDocument text (ODF 1.3 part 3, 5 and 9). The walk is recursive; `readXml` bounds the depth. */
import type { IdSource } from '../../document/id.ts';
import type { Block, Inline, Mark, NoteMarkAtom, TableCell } from '../../text/block.ts';
import { listMarker } from '../../text/list-markers.ts';
import { normalInline } from '../../text/inline.ts';
import { decodeBase64 } from '../html/picture.ts';
import type { ImportedPicture } from '../imported.ts';
import type { NoticeCounter } from '../notices.ts';
import { pictureType } from '../signature.ts';
import { childAt, elementsOf, type XmlElement } from '../xml.ts';
import { readInline, type Surroundings } from './inline.ts';
import type { ListLevel, OdtStyles } from './styles.ts';

const NO_MARKS: ReadonlySet<Mark> = new Set();
const LARGEST_PICTURE = 25 * 1024 * 1024;
const DEEPEST_LIST = 20;

interface ListPlace {
  readonly level: number;
  readonly style: string | undefined;
  readonly counters: number[];
  /** The first paragraph of the item that is open here hasn't come yet. */
  item: { taken: boolean; start?: number };
}

export class OdtReader implements Surroundings {
  readonly blocks: Block[] = [];
  readonly notes: Block[] = [];
  readonly comments: Block[] = [];
  readonly pictures: ImportedPicture[] = [];
  readonly ordinals = new Map<string, number>();
  private waiting: Block[] = [];
  private readonly outline: number[] = [];
  private readonly lists = new Map<string, number[]>();
  private lastList: { style: string | undefined; counters: number[] } | undefined;

  constructor(
    readonly styles: OdtStyles,
    readonly ids: IdSource,
    readonly notices: NoticeCounter,
    /** Bytes of a picture by its address in the package. */
    private readonly part: (path: string) => Uint8Array | undefined,
  ) {}

  readBody(parent: XmlElement, list?: ListPlace): void {
    for (const child of elementsOf(parent)) {
      switch (child.name) {
        case 'text:p':
        case 'text:h':
          this.paragraph(child, list);
          break;
        case 'text:list':
          this.list(child, list);
          break;
        case 'table:table':
          this.table(child);
          break;
        case 'draw:frame':
        case 'draw:g':
          this.frame(child);
          this.flush();
          break;
        case 'text:tracked-changes':
          this.changes(child);
          break;
        case 'text:sequence-decls':
        case 'text:variable-decls':
        case 'text:user-field-decls':
        case 'office:forms':
        case 'text:table-of-content-source':
          break;
        default:
          this.readBody(child, list);
      }
    }
  }

  private paragraph(element: XmlElement, list: ListPlace | undefined): void {
    const style = this.styles.style('paragraph', element.attributes['text:style-name']);
    if (style.hidden) {
      this.notices.add('left-out', 'hidden', 1, element.text);
      return;
    }
    const level =
      element.name === 'text:h' ? Number(element.attributes['text:outline-level'] ?? 1) : style.heading;
    const heading = style.role === 'title' ? 1 : level;
    const marks = heading ? NO_MARKS : new Set([...style.marks].flatMap(([mark, on]) => (on ? [mark] : [])));
    const content = readInline(element, marks, this);
    const id = this.ids();
    const number = element.name === 'text:h' && level ? this.headingNumber(element, level) : '';
    if (content.length > 0) {
      if (heading) {
        const words = number === '' ? content : normalInline([{ text: `${number} ` }, ...content]);
        this.blocks.push({ id, type: 'heading', level: Math.min(heading, 6), content: words });
      } else this.blocks.push(this.block(id, content, style.role, list));
    } else if (list && !list.item.taken) this.block(id, content, undefined, list);
    this.flush();
  }

  private block(
    id: string,
    content: readonly Inline[],
    role: string | undefined,
    list: ListPlace | undefined,
  ): Block {
    const quoted = role === 'quotation' ? { quoted: 1 } : {};
    if (role === 'preformatted' || role === 'verse') return { id, type: role, content };
    if (!list) return { id, ...quoted, type: 'paragraph', content };
    const level = this.styles.listLevel(list.style, list.level);
    if (list.item.taken || level?.silent)
      return { id, ...quoted, type: 'paragraph', content, indent: list.level };
    list.item.taken = true;
    const kind = level?.style ?? 'bullet';
    const before = list.counters[list.level - 1] ?? (level?.start ?? 1) - 1;
    const ordinal = list.item.start ?? before + 1;
    list.counters[list.level - 1] = ordinal;
    list.counters.length = list.level;
    if (kind !== 'bullet') this.ordinals.set(id, ordinal);
    return { id, ...quoted, type: 'item', list: kind, level: list.level, content };
  }

  private list(element: XmlElement, outer: ListPlace | undefined): void {
    const level = Math.min((outer?.level ?? 0) + 1, DEEPEST_LIST);
    const style = element.attributes['text:style-name'] ?? outer?.style ?? this.styleWithin(element);
    const counters = outer?.counters ?? this.countersOf(element, style);
    if (outer) counters.length = Math.min(counters.length, level - 1);
    for (const item of elementsOf(element, 'text:list-item', 'text:list-header')) {
      const start = Number(item.attributes['text:start-value'] ?? NaN);
      const open = { taken: item.name === 'text:list-header', ...(Number.isInteger(start) ? { start } : {}) };
      this.readBody(item, { level, style, counters, item: open });
    }
    const id = element.attributes['xml:id'];
    if (id) this.lists.set(id, counters);
    if (!outer) this.lastList = { style, counters };
  }

  /** A list may go on counting from the one before of its style, or from one that it names. */
  private countersOf(element: XmlElement, style: string | undefined): number[] {
    const named = element.attributes['text:continue-list'];
    if (named !== undefined) return this.lists.get(named) ?? [];
    const goesOn = element.attributes['text:continue-numbering'] === 'true';
    return goesOn && this.lastList?.style === style ? (this.lastList?.counters ?? []) : [];
  }

  private styleWithin(list: XmlElement): string | undefined {
    const paragraph = childAt(list, 'text:list-item', 'text:p');
    return this.styles.style('paragraph', paragraph?.attributes['text:style-name']).list;
  }

  /** "2.1." where the document numbers its headings; that number is then made part of the words. */
  private headingNumber(element: XmlElement, level: number): string {
    const own: ListLevel | undefined = this.styles.outline.get(level);
    if (element.attributes['text:is-list-header'] === 'true') return '';
    const restart = Number(element.attributes['text:start-value'] ?? NaN);
    this.outline[level - 1] = Number.isInteger(restart)
      ? restart
      : (this.outline[level - 1] ?? (own?.start ?? 1) - 1) + 1;
    this.outline.length = level;
    if (!own || own.silent || own.style === 'bullet') return '';
    const numbers: string[] = [];
    for (let at = Math.max(1, level - own.shown + 1); at <= level; at++) {
      const shown = this.styles.outline.get(at);
      if (shown && !shown.silent)
        numbers.push(listMarker(shown.style, this.outline[at - 1] ?? 1, 1).slice(0, -1));
    }
    this.notices.add('changed', 'heading-numbers');
    return `${own.prefix}${numbers.join('.')}${own.suffix}`.trim();
  }

  private table(element: XmlElement): void {
    const rows: TableCell[][] = [];
    const read = (parent: XmlElement, header: boolean) => {
      for (const child of elementsOf(parent)) {
        if (child.name === 'table:table-row') {
          const cells = elementsOf(child, 'table:table-cell').map((cell) => this.cell(cell, header));
          if (cells.length > 0) rows.push(cells);
        } else if (/^table:table-(header-rows|rows|row-group)$/.test(child.name))
          read(child, header || child.name === 'table:table-header-rows');
      }
    };
    read(element, false);
    if (rows.some((row) => row.some(({ content }) => content.length > 0)))
      this.blocks.push({ id: this.ids(), type: 'table', rows });
    this.flush();
  }

  private cell(cell: XmlElement, header: boolean): TableCell {
    const { content, blocks } = this.contentWithin(cell);
    if (blocks > 1) this.notices.add('changed', 'table-blocks');
    const span = (name: string) =>
      Math.min(Number(cell.attributes[`table:number-${name}-spanned`] ?? 1) || 1, 1000);
    return {
      content,
      ...(header ? { header: true } : {}),
      ...(span('columns') > 1 ? { columns: span('columns') } : {}),
      ...(span('rows') > 1 ? { rows: span('rows') } : {}),
    };
  }

  /** Blocks as one inline content, parted by line feeds; numbers of lists become words. */
  private contentWithin(element: XmlElement): { content: readonly Inline[]; blocks: number } {
    const from = this.blocks.length;
    this.readBody(element);
    const content: Inline[] = [];
    let blocks = 0;
    for (const block of this.blocks.splice(from)) {
      if (block.type === 'picture') {
        this.waiting.push(block);
        continue;
      }
      const parts =
        'content' in block
          ? [block.content]
          : block.type === 'table'
            ? block.rows.flat().map((cell) => cell.content)
            : [];
      for (const part of parts) {
        if (blocks++ > 0) content.push({ text: '\n' });
        const ordinal = this.ordinals.get(block.id);
        if (block.type === 'item' && ordinal !== undefined)
          content.push({ text: `${listMarker(block.list, ordinal, 1)} ` });
        content.push(...part);
      }
    }
    return { content: normalInline(content), blocks };
  }

  note(element: XmlElement): NoteMarkAtom | undefined {
    const label = childAt(element, 'text:note-citation')?.text.trim() ?? '';
    const body = childAt(element, 'text:note-body');
    if (!body) return undefined;
    const id = this.ids();
    const place = this.notes.length;
    const { content } = this.contentWithin(body);
    this.notes.splice(place, 0, { id, type: 'note', label: label || String(place + 1), content });
    return { type: 'note-mark', note: id };
  }

  comment(element: XmlElement): NoteMarkAtom | undefined {
    const id = this.ids();
    const author = childAt(element, 'dc:creator')?.text.trim();
    const paragraphs = elementsOf(element, 'text:p', 'text:list').map((each) =>
      readInline(each, NO_MARKS, this),
    );
    const parts = [
      ...(author ? [[{ text: `${author}:` }]] : []),
      ...paragraphs.filter((part) => part.length > 0),
    ];
    const content = parts.flatMap((part, i): Inline[] => [...(i > 0 ? [{ text: '\n' }] : []), ...part]);
    this.comments.push({
      id,
      type: 'note',
      label: `C${this.comments.length + 1}`,
      content: normalInline(content),
    });
    this.notices.add('changed', 'comments');
    return { type: 'note-mark', note: id };
  }

  /** A picture, or a box of text, whose paragraphs come after the one that holds it. */
  frame(element: XmlElement): void {
    const image = childAt(element, 'draw:image');
    const box = childAt(element, 'draw:text-box');
    if (box) {
      const from = this.blocks.length;
      const waiting = this.waiting;
      this.waiting = [];
      this.readBody(box);
      this.waiting = [...waiting, ...this.blocks.splice(from)];
    } else if (image) this.picture(element, image);
    else if (childAt(element, 'draw:object')) this.notices.add('left-out', 'media');
    else
      for (const child of elementsOf(element, 'draw:frame', 'draw:g', 'text:p')) {
        if (child.name !== 'text:p') this.frame(child);
        else
          this.waiting.push({
            id: this.ids(),
            type: 'paragraph',
            content: readInline(child, NO_MARKS, this),
          });
      }
  }

  private picture(frame: XmlElement, image: XmlElement): void {
    const words = (childAt(frame, 'svg:title') ?? childAt(frame, 'svg:desc'))?.text.trim() ?? '';
    const path = image.attributes['xlink:href'] ?? '';
    const data = childAt(image, 'office:binary-data')?.text;
    const bytes = data === undefined ? this.part(path) : decodeBase64(data);
    const tell = (what: string) => this.notices.add('left-out', what, 1, words || path);
    if (!bytes) return tell(/^[a-z]+:/i.test(path) ? 'picture-remote' : 'picture-damaged');
    const mediaType = pictureType(bytes);
    if (!mediaType) return tell('picture-kind');
    if (bytes.length > LARGEST_PICTURE) return tell('picture-large');
    const id = this.ids();
    const extension = mediaType === 'image/jpeg' ? 'jpg' : mediaType.slice('image/'.length);
    this.pictures.push({
      id,
      mediaType,
      bytes: bytes.slice(),
      name: `picture-${this.pictures.length + 1}.${extension}`,
    });
    this.waiting.push({ id: this.ids(), type: 'picture', asset: id, alternative: words, content: [] });
  }

  private flush(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const block of waiting)
      if (!('content' in block) || block.type === 'picture' || block.content.length > 0)
        this.blocks.push(block);
  }

  private changes(element: XmlElement): void {
    for (const region of elementsOf(element, 'text:changed-region')) {
      const kind = elementsOf(region)[0];
      if (kind?.name === 'text:insertion') this.notices.add('decided', 'changes-inserted');
      if (kind?.name === 'text:deletion')
        this.notices.add(
          'decided',
          'changes-deleted',
          1,
          elementsOf(kind, 'text:p', 'text:h')
            .map(({ text }) => text)
            .join(' '),
        );
    }
  }
}
