/** Pictures from files, drops and the clipboard: told by their bytes, kept with the project. */
import type { Asset } from '../../core/document/project.ts';
import type { Imported } from '../../core/import/imported.ts';
import { pictureType } from '../../core/import/signature.ts';
import type { ChosenFile } from '../../core/ipc/contract.ts';
import { en } from '../../core/messages/en.ts';
import { assetPath } from '../../core/storage/paths.ts';
import { choosePictureFiles } from '../platform/chosen-files.ts';
import { newId } from '../platform/ids.ts';
import { keepBinary } from '../platform/in-pieces.ts';
import { keepPictures } from './arrivals.ts';
import { say } from './messages.ts';
import { app } from './store.ts';

/** Bytes. A page has no use for more; the file, the web page and every copy of it would carry them along. */
export const LARGEST_PICTURE = 20 * 1024 * 1024;

/**
 * Gives their bytes to the project and says which can't be taken. The list of assets has to follow, with the edit
 * that shows them.
 */
async function keepNewPictures(files: readonly ChosenFile[]): Promise<readonly Asset[]> {
  const assets: Asset[] = [];
  const refused: string[] = [];
  for (const file of files) {
    const { name } = file;
    if (!('bytes' in file)) {
      refused.push(file.unread === 'too-large' ? tooLarge(name) : en.files.unreadable(name));
      continue;
    }
    const mediaType = pictureType(file.bytes);
    if (!mediaType) refused.push(en.pictures.notOne(name));
    else if (file.bytes.length > LARGEST_PICTURE) refused.push(tooLarge(name));
    else if (!(await canBeShown(file.bytes, mediaType))) refused.push(en.pictures.damaged(name));
    else {
      const id = newId();
      await keepBinary(assetPath(id), file.bytes);
      assets.push({ id, mediaType, name });
    }
  }
  const [first, ...others] = refused;
  if (first !== undefined) {
    say(others.length === 0 ? first : en.pictures.refused(refused.length), {
      tone: 'error',
      ...(others.length === 0 ? {} : { details: refused }),
    });
  }
  return assets;
}

const tooLarge = (name: string): string => en.pictures.tooLarge(name, LARGEST_PICTURE / 1024 / 1024);

async function canBeShown(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<boolean> {
  try {
    (await createImageBitmap(new Blob([bytes], { type }))).close();
    return true;
  } catch {
    return false;
  }
}

async function readFile(file: File): Promise<ChosenFile> {
  if (file.size > LARGEST_PICTURE) return { name: file.name, unread: 'too-large' };
  try {
    return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
  } catch {
    return { name: file.name, unread: 'unreadable' };
  }
}

/** For the editors of the author's texts. */
export const NEW_PICTURES = {
  knows: (asset: string) => app.get().project?.assets.some(({ id }) => id === asset) ?? false,
  /** Those that came with pasted HTML. */
  keep(pictures: Imported['pictures']): readonly Asset[] {
    void keepPictures({ imported: { pictures } });
    return pictures.map(({ id, mediaType, name }) => ({ id, mediaType, name }));
  },
  choose: async () => keepNewPictures(await choosePictureFiles()),
  take: async (files: readonly File[]) => keepNewPictures(await Promise.all(files.map(readFile))),
};
