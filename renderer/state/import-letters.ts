/** Letters from files, drops and the clipboard: read away from the window's thread, then put into the project. */
import type { ImportFailure } from '../../core/import/imported.ts';
import type { FileBytes } from '../../core/ipc/contract.ts';
import type { Letter, Original } from '../../core/document/letter.ts';
import { en } from '../../core/messages/en.ts';
import { nextLetterCode } from '../../core/operations/edits.ts';
import { bridge } from '../platform/bridge.ts';
import { newId } from '../platform/ids.ts';
import { readInWorker } from '../platform/import-worker-client.ts';
import { ensureProject, mayLeave, takeOpened } from './files.ts';
import { putInLetter } from './letters.ts';
import { say } from './messages.ts';
import { app, openProjectState } from './store.ts';

const isProject = (name: string) => name.toLowerCase().endsWith('.pamphlet');

/** Takes in letters; a project among them is opened instead. */
export async function takeFiles(files: readonly FileBytes[]): Promise<void> {
  const project = files.find(({ name }) => isProject(name));
  if (project) {
    if (await mayLeave()) takeOpened(await bridge.openBytes(project));
    return;
  }
  for (const file of files) await takeLetter(file.bytes, file.name, undefined);
}

/** The clipboard as a new letter: its rich form where there is one. */
export async function takeClipboard(clipboard: {
  readonly html: string;
  readonly text: string;
}): Promise<void> {
  const rich = clipboard.html.trim() !== '';
  const source = rich ? clipboard.html : clipboard.text;
  if (source.trim() === '') return say(en.files.emptyClipboard, { tone: 'warning' });
  const bytes = new TextEncoder().encode(source);
  await takeLetter(bytes, rich ? 'clipboard.html' : 'clipboard.txt', rich ? 'text/html' : 'text/plain');
}

async function takeLetter(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  clipboardType: 'text/html' | 'text/plain' | undefined,
): Promise<void> {
  await ensureProject();
  const fromClipboard = clipboardType !== undefined;
  const result = await readInWorker({ bytes, name, mediaType: clipboardType });
  if (!result.ok) return sayImportFailure(result.failure, name);
  const { imported, sha256 } = result;
  await bridge.addBinary(`originals/${sha256}`, bytes);
  for (const picture of imported.pictures) {
    await bridge.addBinary(`assets/${picture.id}`, new Uint8Array(picture.bytes));
  }
  const { letters, settings } = openProjectState();
  const original: Original = {
    name,
    mediaType: clipboardType ?? result.mediaType,
    sha256,
    size: bytes.byteLength,
  };
  const letter: Letter = result.makeLetter({
    id: newId(),
    code: nextLetterCode(letters),
    name: fromClipboard ? '' : name.replace(/\.[^.]+$/, ''),
    language: settings.language,
    original,
  });
  putInLetter(
    letter,
    imported.pictures.map(({ id, mediaType, name: pictureName }) => ({ id, mediaType, name: pictureName })),
  );
  app.set({ dialog: { kind: 'letter-details', letter: letter.id } });
}

function sayImportFailure(failure: ImportFailure, name: string): void {
  say(`${en.files.importFailed(name)} ${failure.message}`, { tone: 'error' });
}
