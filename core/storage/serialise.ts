/** A project as the texts of its file's parts. Free of the validators, so that the window can use it cheaply. */
import type { RichText } from '../text/block.ts';
import { originalsOf, type Letter } from '../document/letter.ts';
import type { Project } from '../document/project.ts';
import { assetPath, letterPath, originalPath, PROJECT_PATH } from './paths.ts';

/** The number of the format written. It rises by one with every change; see migrate.ts. */
export const FORMAT_VERSION = 2;
export const FORMAT = 'pamphlet';

export interface TextEntry {
  readonly path: string;
  readonly text: string;
}

const letterTexts = new WeakMap<Letter, string>();
const blockTexts = new WeakMap<RichText, string>();

/** Spares the serialising of blocks whose JSON is at hand already: those of a letter that was just read. */
export function rememberBlocksText(blocks: RichText, text: string): void {
  blockTexts.set(blocks, text);
}

/** Blocks as JSON; computed once for each value. */
export function blocksText(blocks: RichText): string {
  let text = blockTexts.get(blocks);
  if (text === undefined) {
    text = JSON.stringify(blocks);
    blockTexts.set(blocks, text);
  }
  return text;
}

/** A letter as JSON; computed once for each value. */
export function letterText(letter: Letter): string {
  let text = letterTexts.get(letter);
  if (text === undefined) {
    const { blocks, ...rest } = letter;
    text = `${JSON.stringify(rest).slice(0, -1)},"blocks":${blocksText(blocks)}}`;
    letterTexts.set(letter, text);
  }
  return text;
}

/**
 * `project.json` with everything but the letters' bodies, then each letter with its body: so each part can be
 * read without the others. Texts of letters that haven't changed since the last call are the same strings.
 */
export function projectEntries(project: Project): readonly TextEntry[] {
  const letters = project.letters.map(({ blocks: _, ...rest }) => rest);
  const head = { format: FORMAT, version: FORMAT_VERSION, project: { ...project, letters } };
  return [
    { path: PROJECT_PATH, text: JSON.stringify(head) },
    ...project.letters.map((letter) => ({ path: letterPath(letter.id), text: letterText(letter) })),
  ];
}

/**
 * The project of entries that {@link projectEntries} gave: nothing is checked. What comes from a file is opened by
 * open.ts first.
 */
export function joinEntries(entries: readonly TextEntry[]): Project {
  const texts = new Map(entries.map(({ path, text }) => [path, text]));
  const head = JSON.parse(texts.get(PROJECT_PATH) ?? '{}') as { readonly project: Project };
  const letters = head.project.letters.map(({ id }) => {
    const text = texts.get(letterPath(id)) ?? '{}';
    const letter = JSON.parse(text) as Letter;
    letterTexts.set(letter, text);
    return letter;
  });
  return { ...head.project, letters };
}

/** The parts with bytes that a project refers to, each once, in order of their names. */
export function binaryPaths(project: {
  readonly assets: readonly { readonly id: string }[];
  readonly letters: readonly Pick<Letter, 'original' | 'furtherOriginals' | 'earlier'>[];
}): readonly string[] {
  const paths = new Set(project.assets.map(({ id }) => assetPath(id)));
  for (const { sha256 } of project.letters.flatMap((letter) => [
    ...originalsOf(letter),
    ...(letter.earlier ?? []),
  ]))
    paths.add(originalPath(sha256));
  return [...paths].sort();
}
