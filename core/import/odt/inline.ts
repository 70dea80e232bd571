/** Inline content of an OpenDocument text (ODF 1.3 part 3, 6). */
import { isSpan, safeUrl, type Inline, type Mark, type NoteMarkAtom } from '../../text/block.ts';
import { normalInline, span } from '../../text/inline.ts';
import { cleanText } from '../clean.ts';
import type { NoticeCounter } from '../notices.ts';
import { XmlElement } from '../xml.ts';
import type { OdtStyles } from './styles.ts';

/** What the reader of blocks does with things that aren't inline. */
export interface Surroundings {
  readonly styles: OdtStyles;
  readonly notices: NoticeCounter;
  note(element: XmlElement): NoteMarkAtom | undefined;
  comment(element: XmlElement): NoteMarkAtom | undefined;
  frame(element: XmlElement): void;
}

const SILENT = new Set([
  'text:tracked-changes',
  'text:hidden-text',
  'text:ruby-text',
  'office:annotation-end',
  'text:alphabetical-index-mark',
  'text:toc-mark',
  'text:user-index-mark',
  'office:forms',
]);

/** White space as ODF counts it: runs are one space, none stands at the beginning; `text:s` makes more. */
export function readInline(
  parent: XmlElement,
  marks: ReadonlySet<Mark>,
  around: Surroundings,
): readonly Inline[] {
  const content: Inline[] = [];
  let atSpace = true;
  const add = (text: string, own: ReadonlySet<Mark>, link: string | undefined) => {
    if (text === '') return;
    content.push(span(text, own, link));
    atSpace = /[ \n]$/.test(text);
  };
  const walk = (element: XmlElement, own: ReadonlySet<Mark>, link: string | undefined): void => {
    for (const child of element.children) {
      if (!(child instanceof XmlElement)) {
        if (child.type !== 'text' && child.type !== 'cdata') continue;
        let text = cleanText((child as unknown as { text: string }).text, around.notices).replace(
          /[ \t\r\n]+/g,
          ' ',
        );
        if (atSpace) text = text.replace(/^ /, '');
        add(text, own, link);
        continue;
      }
      switch (child.name) {
        case 'text:s':
          add(' '.repeat(Math.min(Number(child.attributes['text:c'] ?? 1) || 1, 200)), own, link);
          break;
        case 'text:tab':
          if (!atSpace) add(' ', own, link);
          break;
        case 'text:line-break':
          add('\n', own, link);
          break;
        case 'text:span': {
          const style = around.styles.style('text', child.attributes['text:style-name']);
          if (style.hidden) around.notices.add('left-out', 'hidden');
          else walk(child, withMarks(own, style.marks), link);
          break;
        }
        case 'text:a': {
          const address = child.attributes['xlink:href'] ?? '';
          const safe = safeUrl(address);
          if (safe === undefined && address !== '' && !address.startsWith('#'))
            around.notices.add('left-out', 'link-unsafe', 1, child.text.trim() || address);
          walk(child, own, safe ?? link);
          break;
        }
        case 'text:note':
        case 'office:annotation': {
          const atom = child.name === 'text:note' ? around.note(child) : around.comment(child);
          if (atom) content.push(atom);
          break;
        }
        case 'draw:frame':
        case 'draw:a':
        case 'draw:g':
        case 'draw:custom-shape':
          around.frame(child);
          break;
        default:
          if (!SILENT.has(child.name) && !/^(?:svg|form|script|math):/.test(child.name))
            walk(child, own, link);
      }
    }
  };
  walk(parent, marks, undefined);
  return trimmedEnd(content);
}

export function withMarks(
  inherited: ReadonlySet<Mark>,
  changes: ReadonlyMap<Mark, boolean>,
): ReadonlySet<Mark> {
  if (changes.size === 0) return inherited;
  const marks = new Set(inherited);
  for (const [mark, on] of changes) {
    if (on) marks.add(mark);
    else marks.delete(mark);
  }
  return marks;
}

function trimmedEnd(content: readonly Inline[]): readonly Inline[] {
  const at = content.findLastIndex(isSpan);
  return normalInline(
    content.map((inline, i) =>
      i === at && isSpan(inline) ? { ...inline, text: inline.text.replace(/[ \n]+$/, '') } : inline,
    ),
  );
}
