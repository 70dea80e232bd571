/**
 * Letters that have been read and are to come into the project: which of a file's letters, as one step; and what
 * the import found out about each, which the forms show.
 */
import { create } from 'zustand';
import { blockText } from '../../core/text/canonical.ts';
import type { Letter } from '../../core/document/letter.ts';
import type { Asset, Project } from '../../core/document/project.ts';
import type { ImportedLetter, Proposed } from '../../core/import/imported.ts';
import { letterFrom, proposedCode, proposedKind } from '../../core/import/letter.ts';
import { en } from '../../core/messages/en.ts';
import { addLetters, letterCodes } from '../../core/operations/edits.ts';
import { assetPath, originalPath } from '../../core/storage/paths.ts';
import { newId } from '../platform/ids.ts';
import { keepBinary } from '../platform/in-pieces.ts';
import type { ReadFile } from '../platform/import-worker-client.ts';
import { edit } from './edit.ts';
import { ensureProject } from './files.ts';
import { say } from './messages.ts';
import { app, openProjectState, useApp } from './store.ts';

/** One letter of a file that was read. */
export interface Candidate {
  readonly read: ReadFile;
  readonly part: ImportedLetter;
  /** A letter of the project that was made of it before. */
  readonly taken?: string;
}

/** Letters of which the writer is to say which come in. */
export interface LetterChoice {
  readonly candidates: readonly Candidate[];
  /** Sentences about files beside them that couldn't be read. */
  readonly refused: readonly string[];
}

interface Arrivals {
  readonly choice: LetterChoice | null;
  /** Letters of the last import, for the writer to look through. */
  readonly report: readonly string[] | null;
  /** By the letter's id, of letters taken in since the project was opened. */
  readonly found: ReadonlyMap<string, readonly Proposed[]>;
}

export const useArrivals = create<Arrivals>()(() => ({ choice: null, report: null, found: new Map() }));

// What is asked about belongs to the project that was open.
useApp.subscribe((state, before) => {
  if (before.project && state.project?.id !== before.project.id)
    useArrivals.setState({ choice: null, report: null, found: new Map() });
});

/** Whether a dialog is open that wants an answer. */
export function isAsking(): boolean {
  const { choice, report } = useArrivals.getState();
  return app.get().dialog !== null || choice !== null || report !== null;
}

/** Resolves when no dialog is open: what the writer has in hand comes first, and isn't lost by what comes after it. */
export function atLeisure(): Promise<void> {
  return new Promise((resolve) => {
    if (!isAsking()) return resolve();
    const look = () => {
      if (isAsking()) return;
      leave();
      resolve();
    };
    const leaves = [useApp.subscribe(look), useArrivals.subscribe(look)];
    const leave = () => leaves.forEach((each) => each());
  });
}

export function closeArrivals(): void {
  useArrivals.setState({ choice: null, report: null });
}

/**
 * Takes in what was read: at once where each file holds one letter, else what the writer chooses.
 *
 * @param refused sentences about files that couldn't be read, told together with the choice
 * @returns whether there was a choice
 */
export async function takeRead(read: readonly ReadFile[], refused: readonly string[]): Promise<boolean> {
  const candidates = read.flatMap((each) => each.file.letters.map((part) => ({ read: each, part })));
  if (read.every(({ file }) => file.letters.length === 1)) {
    await putIn(candidates);
    return false;
  }
  await atLeisure();
  useArrivals.setState({ choice: { candidates, refused } });
  return true;
}

/** Puts the chosen letters behind those of the project, as one step, with the originals of all. */
export async function putIn(chosen: readonly Candidate[]): Promise<void> {
  useArrivals.setState({ choice: null });
  if (chosen.length === 0) return;
  await ensureProject();
  const { id } = openProjectState();
  for (const { source, sha256 } of new Set(chosen.map(({ read }) => read)))
    await keepBinary(originalPath(sha256), source.bytes);
  const assets: Asset[] = [];
  for (const { part } of chosen) assets.push(...(await keepPictures(part)));
  const project = openProjectState();
  if (project.id !== id) return say(en.reading.otherProject, { tone: 'warning' });
  const letters = lettersOf(project, chosen);
  const found = new Map(useArrivals.getState().found);
  letters.forEach((letter, i) => found.set(letter.id, chosen[i]?.part.imported.metadata ?? []));
  useArrivals.setState({ found });
  const [first, ...others] = letters;
  edit(addLetters(project, letters, assets), {
    label: others.length > 0 ? en.edits.addLetters : en.edits.addLetter,
    // A long letter is to be seen first; then it may be counted.
    pace: 'after-paint',
    after: { letter: first?.id ?? null, highlight: null },
  });
  if (!first) return;
  await painted();
  if (others.length === 0) {
    await atLeisure();
    return app.set({ dialog: { kind: 'letter-details', letter: first.id } });
  }
  say(en.arrivals.taken(letters.map(({ code }) => code)), {
    stays: true,
    action: {
      label: en.arrivals.lookThrough,
      run: () => useArrivals.setState({ report: letters.map(({ id }) => id) }),
    },
  });
}

/** Resolves when what was set has been drawn: a long letter and a form are too much for one frame. */
function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** Gives the pictures of a letter to the project; the list of assets has to follow. */
export async function keepPictures({
  imported,
}: {
  readonly imported: Pick<ImportedLetter['imported'], 'pictures'>;
}): Promise<readonly Asset[]> {
  for (const { id, bytes } of imported.pictures) await keepBinary(assetPath(id), bytes);
  return imported.pictures.map(({ id, mediaType, name }) => ({ id, mediaType, name }));
}

function lettersOf(project: Project, chosen: readonly Candidate[]): readonly Letter[] {
  const nextCode = letterCodes(project.letters);
  return chosen.map((candidate) =>
    letterOf(
      candidate,
      newId(),
      nextCode(proposedCode(candidate.part.imported), proposedKind(candidate.part.imported)),
      project,
    ),
  );
}

/** The letter that a candidate would be. */
export function letterOf(
  { read, part }: Candidate,
  id: string,
  code: string,
  project: Pick<Project, 'settings'> | null,
): Letter {
  const { source, file, sha256 } = read;
  return letterFrom(part.imported, {
    id,
    code,
    name: part.suggested === 'main' ? nameOf(source) : part.title,
    language: project?.settings.language ?? navigator.language,
    original: {
      name: source.name,
      mediaType: file.mediaType,
      sha256,
      size: source.bytes.byteLength,
    },
  });
}

/** What came from the clipboard has a name of our making only. */
function nameOf({ name, mediaType }: ReadFile['source']): string {
  return mediaType === undefined ? name.replace(/\.[^.]+$/, '') : '';
}

/** Blocks at a letter's beginning by which it is known again. */
const TELLING = 200;

/** Which of the letters of a file this one was made of: the one with most paragraphs in common. */
export function partOf(letter: Letter, { file }: ReadFile): ImportedLetter {
  const own = new Set(letter.blocks.slice(0, TELLING).map(blockText));
  const common = ({ imported }: ImportedLetter) =>
    imported.blocks.slice(0, TELLING).filter((block) => own.has(blockText(block))).length;
  return file.letters.reduce((best, part) => (common(part) > common(best) ? part : best), file.letters[0]);
}

/** The candidates of a file from which letters were taken already, which are told so. */
export function candidatesAgain(read: ReadFile, project: Project): readonly Candidate[] {
  const taken = new Map<ImportedLetter, string>();
  for (const letter of project.letters)
    if (letter.original?.sha256 === read.sha256) taken.set(partOf(letter, read), letter.code);
  return read.file.letters.map((part) => ({ read, part, taken: taken.get(part) }));
}
