/** The files that the writer chooses, fetched in pieces: see in-pieces.ts. */
import type { ChosenFile, FileToRead, UnreadFile } from '../../core/ipc/contract.ts';
import { bridge } from './bridge.ts';

/** Files for letters, or a project; none when the writer changed her mind. */
export async function chooseLetters(): Promise<readonly ChosenFile[]> {
  return fetchAll(await bridge.chooseLetters());
}

/** A file of annotations; undefined when the writer changed her mind. */
export async function chooseAnnotations(): Promise<ChosenFile | undefined> {
  const [file] = await fetchAll(await bridge.chooseAnnotations());
  return file;
}

/** Pictures; none when the writer changed her mind. */
export async function choosePictureFiles(): Promise<readonly ChosenFile[]> {
  return fetchAll(await bridge.choosePictures());
}

async function fetchAll(chosen: readonly (FileToRead | UnreadFile)[]): Promise<readonly ChosenFile[]> {
  const files: ChosenFile[] = [];
  for (const found of chosen) {
    if ('unread' in found) files.push(found);
    else files.push(await fetchFile(found));
  }
  return files;
}

async function fetchFile({
  name,
  id,
  size,
}: {
  name: string;
  id: string;
  size: number;
}): Promise<ChosenFile> {
  const bytes = new Uint8Array(size);
  let at = 0;
  while (at < size) {
    const piece = await bridge.readChosen(id, at);
    // Gone, or changed while it was read.
    if (!piece || piece.length === 0 || at + piece.length > size) return { name, unread: 'unreadable' };
    bytes.set(piece, at);
    at += piece.length;
  }
  return { name, bytes };
}
