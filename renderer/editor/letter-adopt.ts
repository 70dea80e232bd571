/**
 * Blocks put into a letter's editor by themselves rather than by Slate's operations: undo, a paste of thousands of
 * paragraphs. Only the sections that hold what differs are made anew, and they keep their place on the screen.
 */
import type { Editor } from 'slate';
import { ReactEditor } from 'slate-react';
import { NODE_TO_KEY } from 'slate-dom';
import type { Block } from '../../core/text/block.ts';
import { toElement } from './convert.ts';
import { LONGEST_SECTION, makeSections, sectionsOf, type SectionElement } from './letter-nodes.ts';
import type { BlockElement } from './nodes.ts';

/** React draws `next` in the place of `old`, rather than anew. */
function takePlace(editor: Editor, old: object | undefined, next: object): void {
  if (old) NODE_TO_KEY.set(next as Editor, ReactEditor.findKey(editor, old as Editor));
}

function elementsFor(
  editor: Editor,
  old: readonly BlockElement[],
  inserted: readonly Block[],
): BlockElement[] {
  const byId = new Map(old.map((element) => [element.id, element]));
  return inserted.map((block) => {
    const element = toElement(block);
    const was = byId.get(block.id);
    if (was && (was.type === 'void') === (element.type === 'void')) takePlace(editor, was, element);
    return element;
  });
}

/** Replaces `removed` blocks from the flat index on. The selection is the caller's to put right. */
export function replaceBlocks(
  editor: Editor,
  index: number,
  removed: number,
  inserted: readonly Block[],
): void {
  const sections = sectionsOf(editor);
  let first = 0;
  let start = 0;
  const length = (section: number): number => sections[section]?.children.length ?? 0;
  while (first < sections.length - 1 && start + length(first) <= index) start += length(first++);
  let last = first;
  let end = start + length(first);
  while (last < sections.length - 1 && end < index + removed) end += length(++last);

  const touched = sections.slice(first, last + 1).flatMap((section) => section.children);
  const at = index - start;
  const fresh = elementsFor(editor, touched.slice(at, at + removed), inserted);
  const children = touched.slice(0, at).concat(fresh, touched.slice(at + removed));
  const made: SectionElement[] =
    children.length === 0
      ? []
      : children.length <= LONGEST_SECTION
        ? [{ type: 'section', children }]
        : makeSections(children);
  if (made[0]) takePlace(editor, sections[first], made[0]);
  editor.children = [
    ...sections.slice(0, first),
    ...made,
    ...sections.slice(last + 1),
  ] as unknown as Editor['children'];
}
