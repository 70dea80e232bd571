import { isSpan, type Inline, type Mark, type NoteMarkAtom } from '../../text/block.ts';
import { normalInline, span } from '../../text/inline.ts';
import type { Space } from './style.ts';

/**
 * Gathers the inline content of one block and collapses white space as a browser shows it: a run of spaces and
 * line feeds is one space, also where an element begins or ends within it, and none stands at the beginning, at
 * the end, or beside a line break.
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

  add(text: string, marks: ReadonlySet<Mark>, link: string | undefined, space: Space): void {
    if (space === 'keep') {
      this.push(text.replace(/\r\n?/g, '\n'), marks, link);
      this.trailing = false;
      return;
    }
    if (space === 'lines') {
      text.split(/\r\n?|\n/).forEach((line, i) => {
        if (i > 0) this.break();
        this.add(line, marks, link, 'collapse');
      });
      return;
    }
    let collapsed = text.replace(/[ \t\n\r\f]+/g, ' ');
    if (collapsed.startsWith(' ') && (this.last === ' ' || this.last === '\n'))
      collapsed = collapsed.slice(1);
    if (collapsed === '') return;
    this.push(collapsed, marks, link);
    this.trailing = collapsed.endsWith(' ');
  }

  atom(atom: NoteMarkAtom): void {
    this.content.push(atom);
  }

  break(): void {
    this.trim();
    this.content.push({ text: '\n' });
    this.last = '\n';
  }

  /** The content in canonical form, with neither space nor line breaks at its ends; the run is empty afterwards. */
  take(space: Space): readonly Inline[] {
    this.trim();
    const { content } = this;
    if (space !== 'keep') {
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
    this.content.push(span(text, marks, link));
    this.last = text.at(-1) ?? this.last;
  }

  /** Drops one collapsed space at the end, before the atoms there. */
  private trim(): void {
    if (!this.trailing) return;
    this.trailing = false;
    this.last = '';
    const at = this.content.findLastIndex(isSpan);
    const last = this.content[at];
    if (!last || !isSpan(last)) return;
    this.content[at] = { ...last, text: last.text.slice(0, -1) };
  }
}

function isBreak(inline: Inline | undefined): boolean {
  return inline !== undefined && isSpan(inline) && inline.text === '\n';
}

/** Takes empty lines off both ends of text whose white space counts. */
function trimEnds(content: Inline[]): void {
  const first = content[0];
  if (first && isSpan(first)) content[0] = { ...first, text: first.text.replace(/^(?:[ \t]*\n)+/, '') };
  const last = content.at(-1);
  if (last && isSpan(last)) content[content.length - 1] = { ...last, text: last.text.replace(/\s+$/, '') };
}
