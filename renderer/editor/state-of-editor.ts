import { Editor } from 'slate';
import { MARKS } from '../../core/text/block.ts';
import { quotedDepth, selectedBlocks } from './blocks.ts';
import type { EditorState } from './editor-commands.ts';
import { linkAt } from './perform.ts';

/** What the format bar and the menu show of an editor. */
export function stateOfEditor(editor: Editor): EditorState {
  const marks: Record<string, unknown> = (editor.selection && Editor.marks(editor)) ?? {};
  const block = selectedBlocks(editor)[0]?.[0];
  return {
    available: true,
    scope: editor.scope,
    marks: MARKS.filter((mark) => marks[mark] === true),
    link: linkAt(editor) !== undefined,
    block: block?.type === 'void' ? block.block.type : (block?.type ?? 'paragraph'),
    level: block && 'level' in block ? block.level : undefined,
    list: block?.type === 'item' ? block.list : undefined,
    quoted: block !== undefined && quotedDepth(block) > 0,
    entry: block?.type === 'paragraph' ? block.entry : undefined,
  };
}
