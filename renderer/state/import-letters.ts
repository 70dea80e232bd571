/** Letters from files, drops and the clipboard: read away from the window's thread, then put into the project. */
import { LARGEST_IMPORT, type Imported } from '../../core/import/imported.ts';
import type { ChosenFile, ClipboardText, FileBytes } from '../../core/ipc/contract.ts';
import type { Letter, Original } from '../../core/document/letter.ts';
import type { Asset } from '../../core/document/project.ts';
import { en } from '../../core/messages/en.ts';
import { originalPath } from '../../core/storage/paths.ts';
import { bridge } from '../platform/bridge.ts';
import type { ImportText } from '../platform/import-messages.ts';
import type { ReadFile, ReadResult } from '../platform/import-worker-client.ts';
import { keepBinary } from '../platform/in-pieces.ts';
import { keepPictures, partOf, takeRead } from './arrivals.ts';
import { mayLeave, takeOpened } from './files.ts';
import { say } from './messages.ts';
import { readLetters } from './reading.ts';

const isProject = ({ name }: { readonly name: string }) => name.toLowerCase().endsWith('.pamphlet');

/** Takes in letters, in this order; a project among them is opened instead. */
export async function takeFiles(files: readonly ChosenFile[]): Promise<void> {
  const project = files.find((file): file is FileBytes => isProject(file) && 'bytes' in file);
  if (!project) return takeSources(files);
  if (await mayLeave()) takeOpened(await bridge.openBytes(project));
}

/** Takes in what was dropped, as `takeFiles` does. */
export async function takeDropped(files: readonly File[]): Promise<void> {
  await takeFiles(
    await Promise.all(
      files.map(async (file): Promise<ChosenFile> => {
        if (file.size > LARGEST_IMPORT && !isProject(file)) return { name: file.name, unread: 'too-large' };
        try {
          return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
        } catch {
          return { name: file.name, unread: 'unreadable' };
        }
      }),
    ),
  );
}

/** The clipboard as a new letter: its rich form where there is one. */
export async function takeClipboard(clipboard: ClipboardText): Promise<void> {
  const file = fileOf(clipboard);
  if (file) await takeSources([file]);
}

async function takeSources(files: readonly (ChosenFile | ImportText)[]): Promise<void> {
  if (files.length === 0) return;
  const results = await readLetters(files);
  if (!results) return;
  sayRefused(files, results);
  await takeRead(results.filter((result): result is ReadFile => result.ok));
}

/** Words on the clipboard, or a file. */
export type LetterSource = ChosenFile | ClipboardText;

export interface ReadSource {
  readonly imported: Imported;
  /** What it came from; its bytes, and those of the pictures, belong to the project already. */
  readonly original: Original;
  /** The pictures, to be put into the project's list together with the letter. */
  readonly assets: readonly Asset[];
}

/**
 * Reads a new version of a letter: of a source that holds several, the one that has most in common with it. Says why
 * not and gives undefined when it can't be read.
 */
export async function readVersion(letter: Letter, source: LetterSource): Promise<ReadSource | undefined> {
  const chosen = 'html' in source ? fileOf(source) : source;
  const results = chosen && (await readLetters([chosen]));
  const [result] = results ?? [];
  if (!chosen || !result) return undefined;
  if (!result.ok) {
    sayRefused([chosen], [result]);
    return undefined;
  }
  const { source: file, sha256 } = result;
  const { imported } = partOf(letter, result);
  await keepBinary(originalPath(sha256), file.bytes);
  const size = file.bytes.byteLength;
  return {
    imported,
    original: { name: file.name, mediaType: result.file.mediaType, sha256, size },
    assets: await keepPictures({ imported }),
  };
}

/** The clipboard as a file to be read: its rich form where there is one. Says so when it is empty. */
function fileOf({ html, text }: ClipboardText): ImportText | undefined {
  const rich = /\S/.test(html);
  if (!rich && !/\S/.test(text)) {
    say(en.files.emptyClipboard, { tone: 'warning' });
    return undefined;
  }
  return {
    name: rich ? 'clipboard.html' : 'clipboard.txt',
    text: rich ? html : text,
    mediaType: rich ? 'text/html' : 'text/plain',
  };
}

/** Names each file that couldn't be read, and says why. */
function sayRefused(files: readonly unknown[], results: readonly ReadResult[]): void {
  const failures = results.flatMap((result) => (result.ok ? [] : [result.failure]));
  const [first] = failures;
  if (!first) return;
  if (files.length === 1)
    return say(`${en.files.importFailed(first.name)} ${first.message}`, { tone: 'error' });
  say(en.reading.refused(failures.length, files.length), {
    tone: 'error',
    details: failures.map(({ message }) => message),
  });
}
