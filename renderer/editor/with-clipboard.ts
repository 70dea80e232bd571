/** Copy, paste, drag and drop. Slate's own clipboard format is neither written nor ever read. */
import { Range, type Editor } from 'slate';
import type { Asset } from '../../core/document/project.ts';
import { linkedText, linksIn } from '../../core/text/autolink.ts';
import { hasContent, isSpan, type Block } from '../../core/text/block.ts';
import { inlineText, normalInline } from '../../core/text/inline.ts';
import { adoptBlocks, blocksOfPlainText, tableOfPlainText, withoutPictures } from './adopt-blocks.ts';
import { blocksToHtml, blocksToPlainText, type AtomText } from './blocks-to-html.ts';
import { BLOCKS_TYPE, parseBlocks } from './clipboard-schema.ts';
import { toBlock, toContent } from './convert.ts';
import type { PictureFiles } from './editor-props.ts';
import { insertBlocks } from './insert-blocks.ts';
import type { BlockElement } from './nodes.ts';
import { setLink } from './perform.ts';

/** What came in with HTML: blocks of the closed model, and the pictures that they show. */
export interface CleanPaste {
  readonly blocks: readonly Block[];
  readonly assets: readonly Asset[];
}

export interface PasteOptions {
  /** HTML to blocks of the closed model; nothing raw survives it. */
  readonly cleanPaste: (html: string) => CleanPaste;
  /** Where pictures of other texts are known; none are taken where it is absent. */
  readonly pictures?: Pick<PictureFiles, 'knows'> | undefined;
}

export interface ClipboardOptions extends PasteOptions {
  readonly atomText: AtomText;
}

const NOTHING: CleanPaste = { blocks: [], assets: [] };

/** What is on the clipboard, best form first; `plain` takes the plain text only. */
export function blocksOfData(
  data: Pick<DataTransfer, 'getData'>,
  editor: Editor,
  { cleanPaste, pictures }: PasteOptions,
  plain: boolean,
): CleanPaste {
  const { newId } = editor;
  if (!plain) {
    const own = parseBlocks(data.getData(BLOCKS_TYPE));
    if (own) {
      // A picture of another project isn't in this one.
      const known = withoutPictures(own, (asset) => pictures?.knows(asset) ?? false);
      return { blocks: adoptBlocks(known, newId), assets: [] };
    }
    const html = data.getData('text/html');
    if (html) {
      const { blocks, assets } = cleanPaste(html);
      if (blocks.length > 0) return { blocks: adoptBlocks(blocks, newId), assets };
    }
  }
  const text = data.getData('text/plain');
  if (text === '') return NOTHING;
  const table = plain ? undefined : tableOfPlainText(text, newId);
  if (table) return { blocks: [table], assets: [] };
  const blocks = blocksOfPlainText(text, newId);
  return { blocks: plain || !editor.typing?.habits.links ? blocks : blocks.map(linked), assets: [] };
}

function linked(block: Block): Block {
  if (!hasContent(block) || !block.content.every(isSpan)) return block;
  const text = inlineText(block.content);
  return linksIn(text).length > 0 ? { ...block, content: linkedText(text) } : block;
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

/** Pastes as an edit of its own. An address that is pasted over words is their link. */
export function pasteData(
  editor: Editor,
  data: Pick<DataTransfer, 'getData'>,
  options: PasteOptions,
  plain: boolean,
): void {
  const { selection } = editor;
  if (!plain && selection && Range.isExpanded(selection) && editor.typing?.habits.links) {
    const text = data.getData('text/plain').trim();
    const [found] = linksIn(text);
    if (found && found.from === 0 && found.to === text.length && isInOneBlock(selection)) {
      setLink(editor, selection, found.url);
      return;
    }
  }
  editor.settle();
  insertData(editor, data, options, plain);
}

const isInOneBlock = ({ anchor, focus }: Range): boolean => anchor.path[0] === focus.path[0];

/** Puts in what the data hold, at the selection. */
export function insertData(
  editor: Editor,
  data: Pick<DataTransfer, 'getData'>,
  options: PasteOptions,
  plain: boolean,
): void {
  const { blocks, assets } = blocksOfData(data, editor, options, plain);
  if (blocks.length === 0) return;
  insertBlocks(editor, blocks);
  editor.settle('other', undefined, assets.length > 0 ? { assets } : {});
}
