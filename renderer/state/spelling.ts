/**
 * Misspelt words of the texts before the writer's eyes: looked for away from the window's thread, not before she
 * pauses, and once for each value of a block.
 */
import { create } from 'zustand';
import { textOf, type TextRef } from '../../core/document/find.ts';
import type { Project } from '../../core/document/project.ts';
import { dictionaryOf, type DictionaryId } from '../../core/spelling/dictionaries.ts';
import { knownWords, plainIgnored } from '../../core/spelling/known-words.ts';
import type { CheckedPart, CheckedWord } from '../../core/spelling/words.ts';
import type { Block, RichText } from '../../core/text/block.ts';
import { useOwnSpelling } from '../platform/own-words.ts';
import { checkBlocks, endSpelling, SpellingEnded } from '../platform/spelling-worker-client.ts';
import { atRest } from './at-rest.ts';
import { textKey, useQuotations } from './quotations.ts';
import { app, useApp } from './store.ts';

/** A block's text, or a note's, with the words in it that are misspelt. */
export interface MisspeltPart extends CheckedPart {
  readonly ref: TextRef;
}

interface SpellingState {
  /** By the id of the block, or of the note, as the DOM has it; only of texts that are watched. */
  readonly parts: ReadonlyMap<string, MisspeltPart>;
  /** Why no words can be looked up, if they can't. */
  readonly failed: string | null;
}

const NONE: SpellingState['parts'] = new Map();
export const useSpelling = create<SpellingState>()(() => ({ parts: NONE, failed: null }));

/** Blocks that are looked at before results are shown. */
const PORTION = 40;

const watched = new Map<string, { readonly ref: TextRef; readonly count: number }>();
let checked = new WeakMap<Block, readonly CheckedPart[]>();
let dictionary: DictionaryId | undefined;

/** Has a text looked at whenever it changes, until the function that it gives back is called. */
export function watchSpelling(ref: TextRef): () => void {
  const key = textKey(ref);
  watched.set(key, { ref, count: (watched.get(key)?.count ?? 0) + 1 });
  rest.schedule();
  return () => {
    const left = (watched.get(key)?.count ?? 1) - 1;
    if (left > 0) watched.set(key, { ref, count: left });
    else watched.delete(key);
  };
}

/** The dictionary of the open project; undefined where there is none or spelling isn't looked at. */
export function dictionaryInUse(): DictionaryId | undefined {
  const { project } = app.get();
  return project && useOwnSpelling.getState().on ? dictionaryOf(project.settings.language) : undefined;
}

const rest = atRest(() => void work());

/** Begins to look, and goes on whenever the project or the writer's words change. */
export function keepSpellingChecked(): void {
  useApp.subscribe(({ project }, before) => {
    if (project === before.project) return;
    rest.edited();
    if (project?.settings !== before.project?.settings) show();
    rest.schedule();
  });
  useOwnSpelling.subscribe(() => {
    show();
    rest.schedule();
  });
  useQuotations.subscribe(({ texts }, before) => {
    if (texts !== before.texts) show();
  });
}

/** The dictionary is another one: what was looked up in the one before counts no more. */
function turnTo(next: DictionaryId | undefined): void {
  if (next === dictionary) return;
  dictionary = next;
  checked = new WeakMap();
  endSpelling();
  useSpelling.setState({ parts: NONE, failed: null });
}

let working = false;

async function work(): Promise<void> {
  if (working) return;
  working = true;
  try {
    for (;;) {
      turnTo(dictionaryInUse());
      const { project } = app.get();
      if (!project || dictionary === undefined) return show();
      const left = [...watched.values()]
        .flatMap(({ ref }) => textOf(project, ref) ?? [])
        .filter((block) => !checked.has(block));
      show();
      if (left.length === 0) return;
      await checkAll(dictionary, left.slice(0, PORTION));
      if (rest.isBusy()) return rest.schedule();
    }
  } catch (error) {
    if (error instanceof SpellingEnded) return rest.schedule();
    useSpelling.setState({ failed: error instanceof Error ? error.message : String(error) });
  } finally {
    working = false;
  }
}

async function checkAll(of: DictionaryId, blocks: readonly Block[]): Promise<void> {
  const parts = await checkBlocks(of, blocks);
  if (of !== dictionary) return;
  for (const block of blocks)
    checked.set(
      block,
      parts.filter((part) => part.block === block.id),
    );
}

/** Words that are known, ignored or quoted from a letter aren't misspelt. */
function misspeltIn(project: Project, ref: TextRef, text: RichText): readonly MisspeltPart[] {
  const { words = [], ignored = [] } = project.settings;
  const isKnown = knownWords(words, useOwnSpelling.getState().words);
  const isIgnored = plainIgnored(ignored);
  const quoted = (useQuotations.getState().texts.get(textKey(ref))?.found ?? [])
    .filter(({ verdict }) => verdict !== 'not-found')
    .flatMap(({ at }) => at);
  return text.flatMap((block) =>
    (checked.get(block) ?? []).flatMap((part) => {
      const left = part.words.filter(
        ({ word, from, to }: CheckedWord) =>
          !isKnown(word) &&
          !isIgnored(part.block, word) &&
          !quoted.some(
            (each) =>
              each.block === part.block && each.note === part.note && from < each.to && to > each.from,
          ),
      );
      return left.length > 0 ? [{ ...part, ref, words: left }] : [];
    }),
  );
}

/** What is known of the texts in view, as it is now. What is as it was stays the same value: it isn't drawn again. */
function show(): void {
  const { project } = app.get();
  const before = useSpelling.getState().parts;
  const parts = new Map<string, MisspeltPart>();
  let isSame = true;
  const put = (part: MisspeltPart): void => {
    const key = part.note ?? part.block;
    const known = before.get(key);
    const kept = known && isSamePart(known, part) ? known : part;
    if (kept !== known) isSame = false;
    parts.set(key, kept);
  };
  if (project && dictionaryInUse() !== undefined) {
    for (const { ref } of watched.values()) {
      const text = textOf(project, ref) ?? [];
      for (const part of misspeltIn(project, ref, text)) put(part);
      // What is being written keeps its marks until it is looked at.
      for (const block of text) {
        if (checked.has(block)) continue;
        for (const part of before.values()) if (part.block === block.id) put(part);
      }
    }
  }
  if (!isSame || parts.size !== before.size) useSpelling.setState({ parts });
}

function isSamePart(a: MisspeltPart, b: MisspeltPart): boolean {
  return (
    a.text === b.text &&
    textKey(a.ref) === textKey(b.ref) &&
    a.words.length === b.words.length &&
    a.words.every((word, i) => word === b.words[i])
  );
}

/** All misspelt words of a text as it is now, in reading order. Throws where they can't be looked up. */
export async function misspellingsOf(project: Project, ref: TextRef): Promise<readonly MisspeltPart[]> {
  const text = textOf(project, ref);
  turnTo(dictionaryInUse());
  if (!text || dictionary === undefined) return [];
  const left = text.filter((block) => !checked.has(block));
  for (let at = 0; at < left.length; at += PORTION) await checkAll(dictionary, left.slice(at, at + PORTION));
  return misspeltIn(project, ref, text);
}
