/** The originals of letters, as they came: shown again, and read again for what was not taken from them. */
import { changesBetween, changesOfPart, type Change } from '../../core/anchoring/changes.ts';
import { highlightsByLetter } from '../../core/derived/passages.ts';
import { letterById } from '../../core/document/find.ts';
import { originalsOf, type ImportNotice, type Letter, type Original } from '../../core/document/letter.ts';
import type { ImportedLetter } from '../../core/import/imported.ts';
import { en } from '../../core/messages/en.ts';
import { originalPath } from '../../core/storage/paths.ts';
import type { RichText } from '../../core/text/block.ts';
import { bridge } from '../platform/bridge.ts';
import type { ReadFile, ReadResult } from '../platform/import-worker-client.ts';
import { candidatesAgain, keepPictures, partOf, useArrivals } from './arrivals.ts';
import { sayFailure } from './files.ts';
import { putVersion, reviewOf } from './letter-desk.ts';
import { say } from './messages.ts';
import { readLetters } from './reading.ts';
import { app, openProjectState } from './store.ts';

/** The bytes of an original, as they came; undefined where the project has lost them. */
export function readOriginal({ sha256 }: Original): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return bridge.readBinary(originalPath(sha256));
}

/** Asks where to put a copy of an original. */
export async function saveOriginal({ name, sha256 }: Original): Promise<void> {
  const saved = await bridge.saveBinary(originalPath(sha256), name);
  if (saved?.ok) say(en.files.saved(saved.value));
  else if (saved) sayFailure(en.original.saveFailed, saved.failure);
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
  const result = original && (await readAsItCame(original, options));
  if (!original || result === 'lost') say(en.original.none, { tone: 'warning' });
  if (!result || result === 'lost') return undefined;
  if (result.ok) return { read: result, part: partOf(letter, result) };
  say(result.failure.message, { tone: 'error' });
  return undefined;
}

/** Undefined when the writer stopped it. */
async function readAsItCame(
  original: Original,
  options: { readonly wholePage?: boolean },
): Promise<ReadResult | 'lost' | undefined> {
  const { name, mediaType } = original;
  const bytes = await readOriginal(original);
  if (!bytes) return 'lost';
  const file = FROM_CLIPBOARD.test(name) ? { name, bytes, mediaType } : { name, bytes };
  const [result] = (await readLetters([file], options)) ?? [];
  return result;
}

/** What a letter's text has become since it came; undefined when what it came from can't be read any more. */
export async function changesSinceOriginal(letter: Letter): Promise<readonly Change[] | undefined> {
  const originals = originalsOf(letter);
  const came: RichText[] = [];
  for (const original of originals) {
    let read = await readAsItCame(original, {});
    const isMainText = (result: ReadFile) => partOf(letter, result).imported.notices.some(tellsMainText);
    if (read && read !== 'lost' && read.ok && isMainText(read) && !letter.notices.some(tellsMainText))
      read = await readAsItCame(original, { wholePage: true });
    if (!read || read === 'lost' || !read.ok) return undefined;
    came.push(partOf(letter, read).imported.blocks);
  }
  const isPart = openProjectState().letters.some(
    (other) =>
      other.id !== letter.id &&
      originalsOf(other).some(({ sha256 }) => originals.some((each) => each.sha256 === sha256)),
  );
  const found = changesBetween(came.flat(), letter.blocks);
  return isPart ? changesOfPart(found) : found.changes;
}

/** Whether only the main text of a saved page was taken. */
export function isMainTextOnly({ notices, original }: Letter): boolean {
  return original !== undefined && notices.some(tellsMainText);
}

const tellsMainText = ({ what }: ImportNotice) => what === 'main-text';

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
  const version = { blocks, notices, ...(original ? { original } : {}) };
  const review = reviewOf(current, version, await keepPictures(again.part), highlights);
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
