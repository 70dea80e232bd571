/** Work on whole letters: a new version, splitting, joining. */
import { reanchor, type Reanchored } from '../../core/anchoring/reanchor.ts';
import { changesBetween } from '../../core/anchoring/changes.ts';
import { letterById } from '../../core/document/find.ts';
import { nextLetterCode, set } from '../../core/operations/edits.ts';
import type { CslItem, Letter } from '../../core/document/letter.ts';
import type { Project } from '../../core/document/project.ts';
import { joinLetters } from '../../core/operations/join-letters.ts';
import {
  replaceLetter,
  type NewVersion,
  type ReanchorDecision,
} from '../../core/operations/replace-letter.ts';
import { splitLetter } from '../../core/operations/split-letter.ts';
import { highlightsByLetter } from '../../core/derived/passages.ts';
import { en } from '../../core/messages/en.ts';
import type { RichText } from '../../core/text/block.ts';
import { bridge } from '../platform/bridge.ts';
import { newId } from '../platform/ids.ts';
import { showVersion } from './beside.ts';
import { edit } from './edit.ts';
import { readVersion, type LetterSource } from './import-letters.ts';
import { say } from './messages.ts';
import { app, openProjectState } from './store.ts';

/** A new version that has been read, with what became of each passage; nothing is changed yet. */
export interface VersionReview {
  readonly letter: string;
  /** The letter's text that it is compared with. */
  readonly before: RichText;
  readonly version: NewVersion;
  /** In how many places words differ. */
  readonly places: number;
  readonly reanchored: readonly Reanchored[];
}

/** Reads the new version of a letter and shows what it would do to the passages. */
export async function reviewVersion(letterId: string, source: LetterSource): Promise<void> {
  const before = letterById(openProjectState(), letterId);
  const read = before && (await readVersion(before, source));
  const project = openProjectState();
  const letter = letterById(project, letterId);
  if (!read || !letter) return;
  const { blocks, notices } = read.imported;
  const version = { blocks, notices, original: read.original, assets: read.assets };
  app.set({ dialog: { kind: 'new-version', review: reviewOf(project, letter, version) } });
}

/** What a new version would do to the letter as it is now. */
export function reviewOf(project: Project, letter: Letter, version: NewVersion): VersionReview {
  const highlights = highlightsByLetter(project.highlights).get(letter.id) ?? [];
  return {
    letter: letter.id,
    before: letter.blocks,
    places: changesBetween(letter.blocks, version.blocks).changes.length,
    version,
    reanchored: reanchor(letter.blocks, version.blocks, highlights),
  };
}

export async function reviewVersionFromFile(letterId: string): Promise<void> {
  const file = await bridge.chooseFile('version');
  if (file?.ok) await reviewVersion(letterId, file.value);
  else if (file) say(file.failure.message, { tone: 'error' });
}

export async function reviewVersionFromClipboard(letterId: string): Promise<void> {
  await reviewVersion(letterId, await bridge.readClipboard());
}

/** Puts the new version in place, as one step. What it was before can be shown beside it. */
export function putVersion(
  { letter, before, version, reanchored, places }: VersionReview,
  decisions: ReadonlyMap<string, ReanchorDecision>,
  label: string = en.edits.replaceLetter,
): void {
  edit(replaceLetter(openProjectState(), letter, version, reanchored, decisions), { label });
  const now = letterById(openProjectState(), letter);
  if (app.get().besideVersion?.letter === letter) app.set({ besideVersion: null });
  if (!now || places === 0) return;
  say(en.version.replaced(now.code), {
    action: {
      label: en.version.showEarlier,
      run: () =>
        showVersion({
          letter,
          kind: 'earlier',
          name: now.earlier?.at(-1)?.name ?? '',
          blocks: before,
          part: false,
        }),
    },
  });
}

/** The codes of the letters that come of one, after those that there are. */
export function splitCodes(letter: Letter, count: number): readonly string[] {
  const letters = [...openProjectState().letters];
  return Array.from({ length: count }, () => {
    const code = nextLetterCode(letters, letter.kind);
    letters.push({ ...letter, code });
    return code;
  });
}

/** @param parts The first is what stays with the letter: its title may be another then. */
export function splitAt(
  letterId: string,
  [first, ...further]: readonly {
    readonly from: number;
    readonly code: string;
    readonly item: Partial<CslItem>;
  }[],
): void {
  const project = openProjectState();
  const letter = letterById(project, letterId);
  if (!letter || !first || further.length === 0) return;
  const places = further.map(({ from, code, item }) => ({
    from,
    code,
    // Who wrote the whole, and when, isn't so of each part.
    item: { type: letter.item.type, ...item },
  }));
  const { title = '' } = first.item;
  const item = title === (letter.item.title ?? '') ? letter.item : { ...letter.item, title };
  edit(
    [
      ...splitLetter(project, letterId, places, newId),
      ...set({ of: 'letter', id: letterId }, 'item', letter.item, item),
    ],
    { label: en.edits.splitLetter },
  );
  say(en.split.done(places.length + 1));
}

/** Joins the letters into the first of them. */
export function joinInto(ids: readonly string[]): void {
  edit(joinLetters(openProjectState(), ids, newId), {
    label: en.edits.joinLetters,
    after: { letter: ids[0] ?? null, highlight: null },
  });
  const first = letterById(openProjectState(), ids[0] ?? '');
  if (first) say(en.join.done(ids.length, first.code));
}
