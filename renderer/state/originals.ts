/** The originals of letters, as they came: shown again, and read again for what was not taken from them. */
import { changesBetween, changesOfPart, type Change } from '../../core/anchoring/changes.ts';
import { letterById } from '../../core/document/find.ts';
import { originalsOf, type Letter, type Original } from '../../core/document/letter.ts';
import type { ImportedLetter } from '../../core/import/imported.ts';
import type { FileBytes } from '../../core/ipc/contract.ts';
import { en } from '../../core/messages/en.ts';
import { originalPath } from '../../core/storage/paths.ts';
import type { RichText } from '../../core/text/block.ts';
import { bridge } from '../platform/bridge.ts';
import { fetchBinary } from '../platform/in-pieces.ts';
import type { ReadFile } from '../platform/import-worker-client.ts';
import { candidatesAgain, keepPictures, partOf, useArrivals } from './arrivals.ts';
import { showVersion } from './beside.ts';
import { putVersion, reviewOf } from './letter-desk.ts';
import { sayFailure } from './files.ts';
import { say } from './messages.ts';
import { readLetters } from './reading.ts';
import { app, openProjectState } from './store.ts';

/** The bytes of an original, as they came; undefined where the project has lost them. */
export function readOriginal({ sha256 }: Original): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return fetchBinary(originalPath(sha256));
}

/** Asks where to put a copy of an original. */
export async function saveOriginal({ name, sha256 }: Original): Promise<void> {
  const saved = await bridge.saveBinary(originalPath(sha256), name);
  if (saved?.ok) say(en.files.saved(saved.value));
  else if (saved) sayFailure(en.original.saveFailed, saved.failure);
}

/** The file that a letter came from, as it came; of a joined letter its first. */
export async function originalFile(letterId: string): Promise<FileBytes | undefined> {
  const original = letterById(openProjectState(), letterId)?.original;
  const bytes = original && (await readOriginal(original));
  return bytes && { name: original.name, bytes };
}

/** What the clipboard gave is read as it was then: as it stands. */
const FROM_CLIPBOARD = /^clipboard\.(html|txt)$/;

function asItCame(file: FileBytes, { mediaType }: Original): FileBytes & { readonly mediaType?: string } {
  return FROM_CLIPBOARD.test(file.name) ? { ...file, mediaType } : file;
}

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
  const file = await originalFile(letter.id);
  if (!file || !original) {
    say(en.original.none, { tone: 'warning' });
    return undefined;
  }
  const [result] = (await readLetters([asItCame(file, original)], options)) ?? [];
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
  const assets = await keepPictures(again.part);
  const review = reviewOf(project, current, { blocks, notices, assets, ...(original ? { original } : {}) });
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
  const candidates = candidatesAgain(again.read, openProjectState());
  if (candidates.length < 2) return say(en.arrivals.onlyOne(again.read.source.name));
  useArrivals.setState({ choice: { candidates, refused: [] } });
}

/** Finds out again what the original tells of the letter, for the form to show. */
export async function lookAgain(letterId: string): Promise<void> {
  const letter = letterById(openProjectState(), letterId);
  const again = letter && (await readAgain(letter));
  if (!again) return;
  const found = new Map(useArrivals.getState().found).set(letterId, again.part.imported.metadata);
  useArrivals.setState({ found });
}

/** A text that came, as it came. */
export interface TextAsCame {
  readonly blocks: RichText;
  /** Whether the letter is a part of it, or of what holds other letters too. */
  readonly part: boolean;
}

/** The text of these originals, as the letter had it when it came; undefined when they can't be read any more. */
export async function textAsCame(
  letter: Letter,
  originals: readonly Original[],
): Promise<TextAsCame | undefined> {
  const files: FileBytes[] = [];
  for (const original of originals) {
    const bytes = await readOriginal(original);
    if (!bytes) return undefined;
    files.push(asItCame({ name: original.name, bytes }, original));
  }
  const readings: (readonly RichText[])[] = [];
  // Of a saved page that of the two readings which the letter is.
  const wholePage = !isMainTextOnly(letter);
  for (const read of (await readLetters(files, { wholePage })) ?? []) {
    if (!read.ok) return undefined;
    readings.push(read.file.letters.map(({ imported }) => imported.blocks));
  }
  if (readings.length === 0) return undefined;
  // A file may hold several letters, and a letter may be a part of what came.
  const whole = readings.map(([first]) => first ?? []).flat();
  const candidates = readings.length === 1 ? (readings[0] ?? []) : [whole];
  const part = openProjectState().letters.some(
    (other) =>
      other.id !== letter.id &&
      originalsOf(other).some(({ sha256 }) => originals.some((each) => each.sha256 === sha256)),
  );
  const compared = candidates.map((blocks) => ({
    text: { blocks, part },
    size: sizeOf(changesFrom({ blocks, part }, letter)),
  }));
  return compared.sort((a, b) => a.size - b.size)[0]?.text;
}

function changesFrom({ blocks, part }: TextAsCame, letter: Letter): readonly Change[] {
  const found = changesBetween(blocks, letter.blocks);
  return part ? changesOfPart(found) : found.changes;
}

const sizeOf = (changes: readonly Change[]) =>
  changes.flat().reduce((sum, { kind, text }) => sum + (kind === 'same' ? 0 : text.length), 0);

/** What a letter's text has become since it came; undefined when what it came from can't be read any more. */
export async function changesSinceOriginal(letter: Letter): Promise<readonly Change[] | undefined> {
  const came = await textAsCame(letter, originalsOf(letter));
  return came && changesFrom(came, letter);
}

/** Shows what a letter came from beside it, or what an earlier version of it came from. */
export async function showOriginalBeside(letterId: string, earlier?: Original): Promise<void> {
  const letter = letterById(openProjectState(), letterId);
  const originals = earlier ? [earlier] : letter ? originalsOf(letter) : [];
  const [first] = originals;
  if (!letter || !first) return say(en.original.none, { tone: 'warning' });
  const came = await textAsCame(letter, originals);
  if (!came) return say(en.original.unreadable, { tone: 'warning' });
  if (!letterById(openProjectState(), letterId)) return;
  showVersion({ letter: letterId, kind: earlier ? 'earlier' : 'original', name: first.name, ...came });
}
