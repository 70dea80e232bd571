/** Inserting and changing pictures. */
import { Editor, Transforms } from 'slate';
import type { Asset } from '../../core/document/project.ts';
import type { Picture } from '../../core/text/block.ts';
import type { AnswerEditorProps, PictureFiles } from './editor-props.ts';
import { insertBlocks } from './insert-blocks.ts';
import { setFields } from './set-fields.ts';

/** The pictures at the selection, with the selection on the last, so that its words can be written. */
export function insertPictures(editor: Editor, assets: readonly Asset[], group?: string): void {
  if (assets.length === 0) return;
  if (!editor.selection) Transforms.select(editor, Editor.end(editor, []));
  const pictures = assets.map(({ id }): Picture => ({
    id: editor.newId(),
    type: 'picture',
    asset: id,
    alternative: '',
    content: [],
  }));
  editor.settle();
  insertBlocks(editor, pictures);
  const last = pictures.at(-1)?.id;
  const index = editor.children.findIndex((block) => 'id' in block && block.id === last);
  if (index >= 0) Transforms.select(editor, Editor.start(editor, [index]));
  editor.settle('other', undefined, { assets, ...(group === undefined ? {} : { group }) });
}

export function replacePicture(editor: Editor, index: number, asset: Asset): void {
  const element = editor.children[index];
  if (!element || !('block' in element) || element.block.type !== 'picture') return;
  editor.settle();
  setFields(editor, [index], { block: { ...element.block, asset: asset.id } });
  editor.settle('other', undefined, { assets: [asset] });
}

/** Asks for pictures; where the caret was, they come. */
export async function insertChosenPictures(editor: Editor, { pictures }: AnswerEditorProps): Promise<void> {
  if (pictures) await insertWhenRead(editor, (files) => files.choose(), pictures);
}

/** Pictures that are still to be read go to the place that was selected when they were asked for. */
export async function insertWhenRead(
  editor: Editor,
  read: (files: PictureFiles) => Promise<readonly Asset[]>,
  files: PictureFiles,
): Promise<void> {
  const place = editor.selection && Editor.rangeRef(editor, editor.selection);
  const assets = await read(files);
  const range = place?.unref();
  if (assets.length === 0) return;
  if (range) Transforms.select(editor, range);
  insertPictures(editor, assets);
}
