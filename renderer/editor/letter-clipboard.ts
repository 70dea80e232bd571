/** Copy, paste, drag and drop in a letter. What is put in becomes blocks of the letter; nothing else survives. */
import { Editor, Range, Transforms } from 'slate';
import type { IdSource } from '../../core/document/id.ts';
import { hasContent, isSpan, safeUrl, type Block, type BlockId, type Inline } from '../../core/text/block.ts';
import { normalInline, span } from '../../core/text/inline.ts';
import { blocksOfPlainText } from './adopt-blocks.ts';
import { isEmptyBlock } from './blocks.ts';
import { blocksToHtml, blocksToPlainText } from './blocks-to-html.ts';
import { BLOCKS_TYPE, parseBlocks } from './clipboard-schema.ts';
import { toBlock, toElement } from './convert.ts';
import type { LetterSource } from './letter-edits.ts';
import { caretEntry, leaveVoid } from './letter-keys.ts';
import {
  blockAtPath,
  flatIndex,
  isTextBlock,
  pathOfIndex,
  sectionsOf,
  type SectionElement,
} from './letter-nodes.ts';

/** HTML to blocks of the closed model; nothing raw survives it. */
export type CleanPaste = (html: string) => readonly Block[];

/**
 * Blocks from elsewhere with ids of the letter's own. Marks of notes stay where their note comes along or is there
 * already; what only an answer has, citations and the like, goes.
 *
 * @param isNote Whether the letter has a note of this id.
 */
export function adoptForLetter(
  blocks: readonly Block[],
  newId: IdSource,
  isNote: (id: BlockId) => boolean,
): readonly Block[] {
  const ids = new Map(blocks.map((block) => [block.id, newId()]));
  const notes = new Set(blocks.flatMap((block) => (block.type === 'note' ? [block.id] : [])));
  const inline = (found: Inline): readonly Inline[] => {
    if (isSpan(found)) {
      return [span(found.text, found.marks, found.link === undefined ? undefined : safeUrl(found.link))];
    }
    if (found.type !== 'note-mark') return [];
    if (notes.has(found.note)) return [{ ...found, note: ids.get(found.note) ?? found.note }];
    return isNote(found.note) ? [found] : [];
  };
  const content = (inlines: readonly Inline[]) => normalInline(inlines.flatMap(inline));
  return blocks.map((block): Block => {
    const id = ids.get(block.id) ?? newId();
    if (block.type === 'rule') return { ...block, id };
    if (!hasContent(block)) {
      return {
        ...block,
        id,
        rows: block.rows.map((row) => row.map((cell) => ({ ...cell, content: content(cell.content) }))),
      };
    }
    const made = { ...block, id, content: content(block.content) };
    if ('entry' in made) delete (made as { entry?: string }).entry;
    return made;
  });
}

function blocksOfClipboard(
  data: Pick<DataTransfer, 'getData'>,
  editor: Editor,
  source: LetterSource,
  cleanPaste: CleanPaste,
  plain: boolean,
): readonly Block[] {
  const isNote = (id: BlockId) => source.blocks.some((block) => block.type === 'note' && block.id === id);
  if (!plain) {
    const own = parseBlocks(data.getData(BLOCKS_TYPE));
    if (own) return adoptForLetter(own, editor.newId, isNote);
    const html = data.getData('text/html');
    const cleaned = html === '' ? [] : cleanPaste(html);
    if (cleaned.length > 0) return adoptForLetter(cleaned, editor.newId, isNote);
  }
  const text = data.getData('text/plain');
  return text === '' ? [] : blocksOfPlainText(text, editor.newId);
}

/** Puts blocks in at the selection; the first and the last join the text around the caret where both are text. */
export function insertInLetter(editor: Editor, source: LetterSource, blocks: readonly Block[]): void {
  if (blocks.length === 0 || !editor.selection) return;
  if (Range.isExpanded(editor.selection)) editor.deleteFragment();
  leaveVoid(editor);
  const entry = caretEntry(editor);
  if (!entry) return;
  const first = toElement(blocks[0]!);
  if (blocks.length === 1 && isTextBlock(first) && first.type === 'paragraph') {
    const nodes = first.children.filter((node) => !('text' in node) || node.text !== '');
    if (nodes.length > 0) Transforms.insertNodes(editor, nodes, { select: true });
    return;
  }
  const index = flatIndex(sectionsOf(editor), entry[1]) + 1;
  const { page } = toBlock(entry[0]);
  Transforms.splitNodes(editor, { always: true });
  source.insert(
    index,
    blocks.map((block) => onPage(block, page)),
  );
  joinAt(editor, index + blocks.length, true);
  joinAt(editor, index, false);
}

/**
 * The block on a page of this letter, which it is put in at: its own if it has one, else `page`. In a letter without
 * pages it has none.
 */
function onPage({ page: own, ...block }: Block, page: string | undefined): Block {
  return page === undefined ? block : { ...block, page: own ?? page };
}

/** Joins the block at a flat index to the one before; where one of the two is empty, that one goes. */
function joinAt(editor: Editor, index: number, select: boolean): void {
  const sections = sectionsOf(editor);
  const [path, before] = [pathOfIndex(sections, index), pathOfIndex(sections, index - 1)];
  const block = path && blockAtPath(sections, path);
  const previous = before && blockAtPath(sections, before);
  if (!block || !previous) return;
  if (select) Transforms.select(editor, Editor.end(editor, before));
  if (select && isEmptyBlock(block)) Transforms.removeNodes(editor, { at: path });
  else if (!select && isEmptyBlock(previous)) Transforms.removeNodes(editor, { at: before });
  else if (isTextBlock(block) && isTextBlock(previous)) {
    Transforms.mergeNodes(editor, { at: path, match: (_, at) => at.length === 2 });
  }
}

/** Pastes as an edit of its own. */
export function pasteInLetter(
  editor: Editor,
  source: LetterSource,
  data: Pick<DataTransfer, 'getData'>,
  cleanPaste: CleanPaste,
  plain: boolean,
): void {
  const blocks = blocksOfClipboard(data, editor, source, cleanPaste, plain);
  if (blocks.length === 0) return;
  editor.settle();
  insertInLetter(editor, source, blocks);
  editor.settle('other');
}

export function withLetterClipboard(editor: Editor, source: LetterSource, cleanPaste: CleanPaste): void {
  editor.setFragmentData = (data) => {
    const sections = editor.getFragment() as unknown as readonly SectionElement[];
    const blocks = sections.flatMap((section) => section.children.map(toBlock));
    if (blocks.length === 0) return;
    data.setData(BLOCKS_TYPE, JSON.stringify(blocks));
    data.setData(
      'text/html',
      blocksToHtml(blocks, () => ''),
    );
    data.setData(
      'text/plain',
      blocksToPlainText(blocks, () => ''),
    );
  };
  editor.insertData = (data) => pasteInLetter(editor, source, data, cleanPaste, false);
  editor.insertFragmentData = () => false;
  editor.insertTextData = (data) => {
    pasteInLetter(editor, source, data, cleanPaste, true);
    return true;
  };
}
