/** The commands of the menu and their keys that make sense in a letter: marks, and what kind of block it is. */
import { Editor, Range } from 'slate';
import { MARKS, type Mark } from '../../core/text/block.ts';
import type { EditorCommand, EditorState } from './editor-commands.ts';
import { setLetterBlock } from './letter-keys.ts';
import { blockAtPath, flatIndex, isTextBlock, pathOfIndex, sectionsOf } from './letter-nodes.ts';
import type { BlockAttributes, BlockElement } from './nodes.ts';

type Attributes = { readonly type: BlockAttributes['type'] } & Readonly<Record<string, unknown>>;

const BLOCKS: Partial<Record<EditorCommand, Attributes>> = {
  paragraph: { type: 'paragraph' },
  'heading-1': { type: 'heading', level: 1 },
  'heading-2': { type: 'heading', level: 2 },
  'heading-3': { type: 'heading', level: 3 },
  attribution: { type: 'attribution' },
  verse: { type: 'verse' },
  preformatted: { type: 'preformatted' },
  'bullet-list': { type: 'item', list: 'bullet', level: 1 },
  'numbered-list': { type: 'item', list: 'decimal', level: 1 },
};

/** The blocks that the selection touches, with their paths; one that it only ends before isn't among them. */
function selectedBlocks(editor: Editor): readonly (readonly [BlockElement, [number, number]])[] {
  if (!editor.selection) return [];
  const sections = sectionsOf(editor);
  const [start, end] = Range.edges(editor.selection);
  const first = flatIndex(sections, start.path);
  let last = flatIndex(sections, end.path);
  if (last > first && Editor.isStart(editor, end, end.path.slice(0, 2))) last--;
  const found: (readonly [BlockElement, [number, number]])[] = [];
  for (let index = first; index <= last; index++) {
    const path = pathOfIndex(sections, index);
    const block = path && blockAtPath(sections, path);
    if (block) found.push([block, path]);
  }
  return found;
}

const isMark = (command: EditorCommand): command is Mark & EditorCommand => MARKS.includes(command as Mark);

/** False when the command has no use in a letter. */
export function performInLetter(editor: Editor, command: EditorCommand): boolean {
  if (!editor.selection) return false;
  const attributes = BLOCKS[command];
  if (!attributes && !isMark(command) && command !== 'quotation' && command !== 'clear') return false;
  editor.settle();
  Editor.withoutNormalizing(editor, () => {
    if (isMark(command)) {
      if ((Editor.marks(editor) as Partial<Record<Mark, true>> | null)?.[command]) editor.removeMark(command);
      else editor.addMark(command, true);
    } else if (command === 'clear') {
      for (const mark of MARKS) editor.removeMark(mark);
    } else {
      setBlocks(editor, attributes);
    }
  });
  editor.settle('other');
  return true;
}

/** Without attributes: into a quotation, or out of it. */
function setBlocks(editor: Editor, attributes: Attributes | undefined): void {
  const blocks = selectedBlocks(editor).filter(([block]) => isTextBlock(block));
  const out = blocks.every(([block]) => isTextBlock(block) && block.quoted !== undefined);
  for (const [block, path] of blocks) {
    if (!isTextBlock(block)) continue;
    const { children: _, id: __, ...own } = block;
    if (attributes) setLetterBlock(editor, path, { ...attributes, quoted: block.quoted });
    else setLetterBlock(editor, path, { ...own, quoted: out ? undefined : 1 });
  }
}

/** What the format menu shows. */
export function stateOfLetter(editor: Editor): EditorState {
  const marks: Record<string, unknown> = (editor.selection && Editor.marks(editor)) ?? {};
  const { selection } = editor;
  const block = selection ? blockAtPath(sectionsOf(editor), Range.start(selection).path) : undefined;
  return {
    available: true,
    scope: 'answer',
    marks: MARKS.filter((mark) => marks[mark] === true),
    link: marks.link !== undefined,
    block: block?.type === 'void' ? block.block.type : (block?.type ?? 'paragraph'),
    level: block && 'level' in block ? block.level : undefined,
    list: block?.type === 'item' ? block.list : undefined,
    quoted: block !== undefined && isTextBlock(block) && block.quoted !== undefined,
    entry: undefined,
  };
}
