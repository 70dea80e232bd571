import { createEditor, type Editor } from 'slate';
import { withReact } from 'slate-react';
import type { RichText } from '../../core/text/block.ts';
import type { BlockEdit } from './block-edit.ts';
import { withBlocks, type BlocksOptions } from './with-blocks.ts';
import { withClipboard, type ClipboardOptions } from './with-clipboard.ts';
import { withEdits, type EditSource } from './with-edits.ts';

export interface MadeEditor {
  readonly editor: Editor;
  readonly source: EditSource;
}

/** A Slate editor for one text, with all that this folder adds to it. Works without a window. */
export function makeEditor(
  text: RichText,
  options: BlocksOptions,
  clipboard: () => ClipboardOptions,
  onEdit: (edit: BlockEdit) => void,
): MadeEditor {
  const editor = withClipboard(withBlocks(withReact(createEditor()), options), clipboard);
  const source = withEdits(editor, text, options.newId(), onEdit);
  return { editor, source };
}
