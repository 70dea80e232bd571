/** The originals of letters, as they came: shown again, and read again for what was not taken from them. */
import { reanchor } from '../../core/anchoring/reanchor.ts';
import { highlightsByLetter } from '../../core/derived/passages.ts';
import { letterById } from '../../core/document/find.ts';
import type { Letter } from '../../core/document/letter.ts';
import type { ImportedLetter } from '../../core/import/imported.ts';
import type { FileBytes } from '../../core/ipc/contract.ts';
import { en } from '../../core/messages/en.ts';
import { originalPath } from '../../core/storage/paths.ts';
import { bridge } from '../platform/bridge.ts';
import type { ReadFile } from '../platform/import-worker-client.ts';
import { candidatesAgain, keepPictures, partOf, useArrivals } from './arrivals.ts';
import { putVersion, type VersionReview } from './letter-desk.ts';
import { say } from './messages.ts';
import { readLetters } from './reading.ts';
import { app, openProjectState } from './store.ts';

/** The bytes that a letter came from, as they came. */
export async function readOriginal(letterId: string): Promise<FileBytes | undefined> {
  const original = letterById(openProjectState(), letterId)?.original;
  if (!original) return undefined;
  const bytes = await bridge.readBinary(originalPath(original.sha256));
  return bytes && { name: original.name, bytes };
}

/** What the clipboard gave is read as it was then: as it stands. */
const FROM_CLIPBOARD = /^clipboard\.(html|txt)$/;

interface ReadAgain {
  readonly read: ReadFile;
  /** The letter of the file that this one was made of. */
  readonly part: ImportedLetter;
}

/** Undefined, with words for the writer, when the original isn't there or can't be read any more. */
export async function readAgain(
  letter: Letter,
  options: { readonly wholePage?: boolean } = {},
): Promise<ReadAgain | undefined> {
  const { original } = letter;
  const file = await readOriginal(letter.id);
  if (!file || !original) {
    say(en.original.none, { tone: 'warning' });
    return undefined;
  }
  const own = FROM_CLIPBOARD.test(file.name) ? { ...file, mediaType: original.mediaType } : file;
  const [result] = (await readLetters([own], options)) ?? [];
  if (!result) return undefined;
  if (result.ok) return { read: result, part: partOf(letter, result) };
  say(result.failure.message, { tone: 'error' });
  return undefined;
}

/** Whether only the main text of a saved page was taken. */
export function isMainTextOnly({ notices, original }: Letter): boolean {
  return original !== undefined && notices.some(({ what }) => what === 'main-text');
}

/**
 * Puts the whole saved page in the place of its main text. Where passages would change, or corrections be lost, the
 * writer looks at that first.
 */
export async function takeWholePage(letterId: string): Promise<void> {
  const letter = letterById(openProjectState(), letterId);
  const again = letter && (await readAgain(letter, { wholePage: true }));
  const project = openProjectState();
  const current = letterById(project, letterId);
  if (!again || !current) return;
  const { blocks, notices } = again.part.imported;
  const { original } = current;
  const highlights = highlightsByLetter(project.highlights).get(letterId) ?? [];
  const review: VersionReview = {
    letter: letterId,
    version: { blocks, notices, ...(original ? { original } : {}) },
    assets: await keepPictures(again.part),
    reanchored: reanchor(current.blocks, blocks, highlights),
  };
  if (current.corrected || review.reanchored.some(({ outcome }) => outcome !== 'exact')) {
    app.set({ dialog: { kind: 'new-version', review } });
    return;
  }
  putVersion(review, new Map(), en.edits.wholePage);
  say(en.arrivals.wholePageTaken);
}

/** Offers the letters of an original again, those that were left in it too. */
export async function takeMoreFrom(letterId: string): Promise<void> {
  const letter = letterById(openProjectState(), letterId);
  const again = letter && (await readAgain(letter));
  if (!again) return;
  const choice = candidatesAgain(again.read, openProjectState());
  if (choice.length < 2) return say(en.arrivals.onlyOne(again.read.source.name));
  useArrivals.setState({ choice });
}

/** Finds out again what the original tells of the letter, for the form to show. */
export async function lookAgain(letterId: string): Promise<void> {
  const letter = letterById(openProjectState(), letterId);
  const again = letter && (await readAgain(letter));
  if (!again) return;
  const found = new Map(useArrivals.getState().found).set(letterId, again.part.imported.metadata);
  useArrivals.setState({ found });
}
