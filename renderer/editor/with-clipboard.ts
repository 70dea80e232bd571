/** Copy, paste, drag and drop. Slate's own clipboard format is neither written nor ever read. */
import type { Editor } from 'slate';
import type { Block } from '../../core/text/block.ts';
import { normalInline } from '../../core/text/inline.ts';
import { adoptBlocks, blocksOfPlainText } from './adopt-blocks.ts';
import { blocksToHtml, blocksToPlainText, type AtomText } from './blocks-to-html.ts';
import { BLOCKS_TYPE, parseBlocks } from './clipboard-schema.ts';
import { toBlock, toContent } from './convert.ts';
import { insertBlocks } from './insert-blocks.ts';
import type { BlockElement } from './nodes.ts';

export interface ClipboardOptions {
  /** HTML to blocks of the closed model; nothing raw survives it. */
  readonly cleanPaste: (html: string) => readonly Block[];
  readonly atomText: AtomText;
}

/** What is on the clipboard, best form first; `plain` takes the plain text only. */
export function blocksOfData(
  data: Pick<DataTransfer, 'getData'>,
  editor: Editor,
  cleanPaste: ClipboardOptions['cleanPaste'],
  plain: boolean,
): readonly Block[] {
  if (!plain) {
    const own = parseBlocks(data.getData(BLOCKS_TYPE));
    if (own) return adoptBlocks(own, editor.newId);
    const html = data.getData('text/html');
    if (html) {
      const cleaned = cleanPaste(html);
      if (cleaned.length > 0) return adoptBlocks(cleaned, editor.newId);
    }
  }
  const text = data.getData('text/plain');
  return text === '' ? [] : blocksOfPlainText(text, editor.newId);
}

/** The blocks of the selection, the first and the last cut to it. */
export function selectedFragment(editor: Editor): readonly Block[] {
  return (editor.getFragment() as BlockElement[]).map((element) =>
    element.type === 'void' ? toBlock(element) : fragmentBlock(element),
  );
}

function fragmentBlock(element: Exclude<BlockElement, { type: 'void' }>): Block {
  const { children, ...attributes } = element;
  return { ...attributes, content: normalInline(toContent(children)) } as Block;
}

export function withClipboard(editor: Editor, options: () => ClipboardOptions): Editor {
  editor.setFragmentData = (data) => {
    const blocks = selectedFragment(editor);
    if (blocks.length === 0) return;
    const { atomText } = options();
    data.setData(BLOCKS_TYPE, JSON.stringify(blocks));
    data.setData('text/html', blocksToHtml(blocks, atomText));
    data.setData('text/plain', blocksToPlainText(blocks, atomText));
  };
  editor.insertData = (data) => pasteData(editor, data, options(), false);
  editor.insertFragmentData = () => false;
  editor.insertTextData = (data) => {
    pasteData(editor, data, options(), true);
    return true;
  };
  return editor;
}

/** Pastes as an edit of its own. */
export function pasteData(
  editor: Editor,
  data: Pick<DataTransfer, 'getData'>,
  { cleanPaste }: ClipboardOptions,
  plain: boolean,
): void {
  const blocks = blocksOfData(data, editor, cleanPaste, plain);
  if (blocks.length === 0) return;
  editor.settle();
  insertBlocks(editor, blocks);
  editor.settle('other');
}
