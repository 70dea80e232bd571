/** Work on whole letters: a new version, splitting, joining. */
import { reanchor, type Reanchored } from '../../core/anchoring/reanchor.ts';
import { letterById } from '../../core/document/find.ts';
import type { Asset } from '../../core/document/project.ts';
import { addAssets, nextLetterCode } from '../../core/operations/edits.ts';
import { joinLetters } from '../../core/operations/join-letters.ts';
import {
  replaceLetter,
  type NewVersion,
  type ReanchorDecision,
} from '../../core/operations/replace-letter.ts';
import { splitLetter } from '../../core/operations/split-letter.ts';
import { highlightsByLetter } from '../../core/derived/passages.ts';
import { blockText } from '../../core/text/canonical.ts';
import { en } from '../../core/messages/en.ts';
import { bridge } from '../platform/bridge.ts';
import { chooseLetters } from '../platform/chosen-files.ts';
import { newId } from '../platform/ids.ts';
import { edit } from './edit.ts';
import { readSource, type LetterSource } from './import-letters.ts';
import { say } from './messages.ts';
import { app, openProjectState } from './store.ts';

/** A new version that has been read, with what became of each passage; nothing is changed yet. */
export interface VersionReview {
  readonly letter: string;
  readonly version: NewVersion;
  /** Pictures of the version. */
  readonly assets: readonly Asset[];
  readonly reanchored: readonly Reanchored[];
}

/** Reads the new version of a letter and shows what it would do to the passages. */
export async function reviewVersion(letterId: string, source: LetterSource): Promise<void> {
  const read = await readSource(source);
  if (!read) return;
  const project = openProjectState();
  const letter = letterById(project, letterId);
  if (!letter) return;
  const { blocks, notices } = read.imported;
  const highlights = highlightsByLetter(project.highlights).get(letterId) ?? [];
  app.set({
    dialog: {
      kind: 'new-version',
      review: {
        letter: letterId,
        version: { blocks, notices, original: read.original },
        assets: read.assets,
        reanchored: reanchor(letter.blocks, blocks, highlights),
      },
    },
  });
}

export async function reviewVersionFromFile(letterId: string): Promise<void> {
  const [file] = await chooseLetters();
  if (file) await reviewVersion(letterId, file);
}

export async function reviewVersionFromClipboard(letterId: string): Promise<void> {
  await reviewVersion(letterId, await bridge.readClipboard());
}

/** Puts the new version in place, as one step. */
export function putVersion(
  { letter, version, assets, reanchored }: VersionReview,
  decisions: ReadonlyMap<string, ReanchorDecision>,
  label: string = en.edits.replaceLetter,
): void {
  const project = openProjectState();
  edit([...addAssets(project, assets), ...replaceLetter(project, letter, version, reanchored, decisions)], {
    label,
  });
}

/** Splits before the blocks at these indexes; each part is named by its first words. */
export function splitAt(letterId: string, starts: readonly number[]): void {
  const project = openProjectState();
  const letter = letterById(project, letterId);
  if (!letter || starts.length === 0) return;
  const letters = [...project.letters];
  const places = starts.map((from) => {
    const code = nextLetterCode(letters);
    letters.push({ ...letter, code });
    const words = letter.blocks[from] ? blockText(letter.blocks[from]).trim() : '';
    return { from, code, item: { type: letter.item.type, title: shortTitle(words) } };
  });
  edit(splitLetter(project, letterId, places, newId), { label: en.edits.splitLetter });
  say(en.split.done(starts.length + 1));
}

/** The first words of a text, cut at a word's end near 60 UTF-16 units. */
function shortTitle(words: string): string {
  const line = words.split('\n')[0] ?? '';
  if (line.length <= 64) return line;
  return `${line.slice(0, line.lastIndexOf(' ', 60))}…`;
}

/** Joins the letters into the first of them. */
export function joinInto(ids: readonly string[]): void {
  edit(joinLetters(openProjectState(), ids, newId), {
    label: en.edits.joinLetters,
    after: { letter: ids[0] ?? null, highlight: null },
  });
}
