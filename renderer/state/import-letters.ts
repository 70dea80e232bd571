/** Letters from files, drops and the clipboard: read away from the window's thread, then put into the project. */
import type { ImportFile } from '../../core/import/file.ts';
import { assetsOf, type Imported } from '../../core/import/imported.ts';
import type { LetterChoices } from '../../core/import/letter.ts';
import type { ClipboardText, FileBytes } from '../../core/ipc/contract.ts';
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
  for (const file of files) await takeLetter(file);
}

/** Words on the clipboard, or a file. */
export type LetterSource = FileBytes | ClipboardText;

export interface ReadSource {
  readonly imported: Imported;
  /** What it came from; its bytes, and those of the pictures, belong to the project already. */
  readonly original: Original;
  makeLetter(choices: LetterChoices): Letter;
}

/** The clipboard as a new letter: its rich form where there is one. */
export async function takeClipboard(clipboard: ClipboardText): Promise<void> {
  await takeLetter(clipboard);
}

/** A letter as a file to be read: the clipboard's rich form where there is one. */
function fileOf(source: LetterSource): ImportFile {
  if ('bytes' in source) return source;
  const rich = source.html.trim() !== '';
  return {
    name: rich ? 'clipboard.html' : 'clipboard.txt',
    bytes: new TextEncoder().encode(rich ? source.html : source.text),
    mediaType: rich ? 'text/html' : 'text/plain',
  };
}

/** Reads a letter; says why not and gives undefined when it can't be read. */
export async function readSource(source: LetterSource): Promise<ReadSource | undefined> {
  const file = fileOf(source);
  if (!('bytes' in source) && source.html.trim() === '' && source.text.trim() === '') {
    say(en.files.emptyClipboard, { tone: 'warning' });
    return undefined;
  }
  const result = await readInWorker(file);
  if (!result.ok) {
    say(`${en.files.importFailed(file.name)} ${result.failure.message}`, { tone: 'error' });
    return undefined;
  }
  await ensureProject();
  const { imported, sha256, mediaType } = result;
  await bridge.addBinary(`originals/${sha256}`, new Uint8Array(file.bytes));
  for (const { id, bytes } of imported.pictures) {
    await bridge.addBinary(`assets/${id}`, new Uint8Array(bytes));
  }
  const original = { name: file.name, mediaType, sha256, size: file.bytes.byteLength };
  return { imported, original, makeLetter: result.makeLetter };
}

async function takeLetter(source: LetterSource): Promise<void> {
  const read = await readSource(source);
  if (!read) return;
  const { letters, settings } = openProjectState();
  const letter = read.makeLetter({
    id: newId(),
    code: nextLetterCode(letters),
    name: 'bytes' in source ? source.name.replace(/\.[^.]+$/, '') : '',
    language: settings.language,
    original: read.original,
  });
  putInLetter(letter, assetsOf(read.imported.pictures));
  app.set({ dialog: { kind: 'letter-details', letter: letter.id } });
}
