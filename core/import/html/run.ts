import { isSpan, type Inline, type Mark, type NoteMarkAtom, type Span } from '../../text/block.ts';
import { normalInline, orderedMarks } from '../../text/inline.ts';
import type { Space } from './style.ts';

/**
 * Gathers the inline content of one block and collapses white space as a browser shows it: a run of spaces and
 * line feeds is one space, also where an element begins or ends within it, and none stands at the beginning, at
 * the end, or beside a line break.
 *
 * A no-break space alone between two words is kept, for there it may be meant ("p. 41"). Among other spaces it
 * is what programs write to make a gap wider, so that the run is one space.
 */
export class InlineRun {
  private content: Inline[] = [];
  /** The last unit so far: a line feed at the beginning, so that white space there is dropped. */
  private last = '\n';
  /** Whether the last unit is white space that may be dropped at the end. */
  private trailing = false;

  get empty(): boolean {
    return this.content.length === 0;
  }

  /** Whether two line breaks stand at the end, so that what follows is a new paragraph to the eye. */
  get parted(): boolean {
    const last = this.content.at(-1);
    const before = this.content.at(-2);
    return isBreak(last) && (isBreak(before) || before === undefined);
  }

  /** @param space `lines` counts as `collapse` here: who reads the lines parts them. */
  add(text: string, marks: ReadonlySet<Mark>, link: string | undefined, space: Space): void {
    if (space === 'exact') {
      this.push(text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text, marks, link);
      this.trailing = false;
      return;
    }
    let collapsed =
      space === 'keep'
        ? text.replace(/[ \t\u00a0]+/g, (gap) => (gap.includes('\t') ? ' ' : gap))
        : (UNEVEN.test(text) ? text.replace(/[ \t\n\r\f]+/g, ' ') : text).replace(WIDENED, ' ');
    const first = collapsed[0];
    if (first === ' ' || (first === '\u00a0' && space !== 'keep')) {
      if (this.last === '\n' ? space !== 'keep' || this.content.length === 0 : this.last === ' ')
        collapsed = collapsed.replace(/^[ \u00a0]/, '');
      else if (this.last === '\u00a0') {
        this.widen();
        collapsed = collapsed.slice(1);
      }
    }
    if (collapsed === '') return;
    this.push(collapsed, marks, link);
    this.trailing = /[ \u00a0]/.test(this.last);
  }

  atom(atom: NoteMarkAtom): void {
    this.content.push(atom);
  }

  break(): void {
    this.trim();
    this.content.push({ text: '\n' });
    this.last = '\n';
  }

  /** Begins a new line unless one has just begun: for lines that are elements. */
  line(): void {
    if (!this.empty && this.last !== '\n') this.break();
  }

  /** The content in canonical form, with neither space nor line breaks at its ends; the run is empty afterwards. */
  take(space: Space): readonly Inline[] {
    this.trim();
    const { content } = this;
    if (space !== 'exact') {
      while (isBreak(content.at(-1))) content.pop();
      while (isBreak(content[0])) content.shift();
    } else {
      trimEnds(content);
    }
    this.content = [];
    this.last = '\n';
    this.trailing = false;
    return normalInline(content);
  }

  private push(text: string, marks: ReadonlySet<Mark>, link: string | undefined): void {
    if (text === '') return;
    const ordered = marks.size > 0 ? inOrder(marks) : undefined;
    const span: { -readonly [Key in keyof Span]: Span[Key] } = { text };
    if (ordered) span.marks = ordered;
    if (link !== undefined) span.link = link;
    this.content.push(span);
    this.last = text.at(-1) ?? this.last;
  }

  /** Drops the white space at the end, before the atoms there. */
  private trim(): void {
    while (this.trailing) {
      this.trailing = false;
      this.last = '';
      const at = this.content.findLastIndex(isSpan);
      const last = this.content[at];
      if (!last || !isSpan(last)) return;
      const text = withoutGap(last.text);
      if (text !== '') this.content[at] = { ...last, text };
      else {
        this.content.splice(at, 1);
        const before = this.content[at - 1];
        this.trailing = before !== undefined && isSpan(before) && /[ \u00a0]$/.test(before.text);
      }
    }
  }

  /** Makes the no-break space at the end an ordinary one, for another space follows it. */
  private widen(): void {
    const at = this.content.findLastIndex(isSpan);
    const last = this.content[at];
    if (last && isSpan(last)) this.content[at] = { ...last, text: `${last.text.slice(0, -1)} ` };
    this.last = ' ';
  }
}

/** White space that isn't one ordinary space alone. */
const UNEVEN = /[\t\n\r\f]| {2}/;
/** Two or more spaces of which one is a no-break space. */
const WIDENED = / \u00a0[ \u00a0]*|\u00a0[ \u00a0]+/g;

const orders = new WeakMap<ReadonlySet<Mark>, readonly Mark[]>();

function inOrder(marks: ReadonlySet<Mark>): readonly Mark[] | undefined {
  let ordered = orders.get(marks);
  if (!ordered) {
    ordered = orderedMarks(marks);
    if (ordered) orders.set(marks, ordered);
  }
  return ordered;
}

function isBreak(inline: Inline | undefined): boolean {
  return inline !== undefined && isSpan(inline) && inline.text === '\n';
}

/** Takes empty lines off both ends of text whose white space counts. */
function trimEnds(content: Inline[]): void {
  const first = content[0];
  if (first && isSpan(first)) content[0] = { ...first, text: first.text.replace(/^(?:[ \t]*\n)+/, '') };
  const last = content.at(-1);
  if (last && isSpan(last)) content[content.length - 1] = { ...last, text: last.text.trimEnd() };
}

/** The text without spaces at its end. */
function withoutGap(text: string): string {
  let end = text.length;
  while (end > 0 && (text[end - 1] === ' ' || text[end - 1] === '\u00a0')) end--;
  return text.slice(0, end);
}
