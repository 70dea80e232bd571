/** The misspelt word that the writer is at, and what she does with it; and going from one to the next. */
import { create } from 'zustand';
import { ownTexts, textOf, type TextRef } from '../../core/document/find.ts';
import type { Project } from '../../core/document/project.ts';
import { en } from '../../core/messages/en.ts';
import { replaceFound } from '../../core/find/replace.ts';
import { set } from '../../core/operations/edits.ts';
import { withWord } from '../../core/spelling/known-words.ts';
import type { CheckedWord } from '../../core/spelling/words.ts';
import { hasContent, isSpan, type BlockId } from '../../core/text/block.ts';
import { partKey, partsOf, type PartRef } from '../../core/text/parts.ts';
import { addOwnWord, useOwnSpelling } from '../platform/own-words.ts';
import { suggestWords } from '../platform/spelling-worker-client.ts';
import { closeEdit, edit } from './edit.ts';
import { say } from './messages.ts';
import { putCaret } from './navigation.ts';
import { textKey } from './quotations.ts';
import { dictionaryInUse, misspellingsOf, useSpelling, type MisspeltPart } from './spelling.ts';
import { app, openProjectState } from './store.ts';

export interface MisspellingAt extends PartRef, CheckedWord {
  readonly ref: TextRef;
  /** The words of its part as it stood there. */
  readonly text: string;
}

export const useMisspelling = create<{ readonly at: MisspellingAt | null }>()(() => ({ at: null }));

export function closeMisspelling(): void {
  useMisspelling.setState({ at: null });
}

const placeOf = ({ ref, block, note, text }: MisspeltPart, word: CheckedWord): MisspellingAt => ({
  ref,
  block,
  ...(note === undefined ? {} : { note }),
  text,
  ...word,
});

/**
 * Shows what can be done about a word, if it is misspelt.
 *
 * @param id of the block, or of the note
 * @param offset in UTF-16 units of its text
 */
export function openMisspelling(id: string, offset: number): boolean {
  const part = useSpelling.getState().parts.get(id);
  const word = part?.words.find(({ from, to }) => offset >= from && offset <= to);
  if (!part || !word) return false;
  useMisspelling.setState({ at: placeOf(part, word) });
  return true;
}

/** The same of the word at the caret; the writer is told where it isn't misspelt. */
export function openMisspellingAtCaret(): void {
  const focus = app.get().textSelection?.selection.focus;
  if (!focus || !openMisspelling(focus.block, focus.offset)) say(en.spelling.noneHere);
}

export async function suggestionsFor({ word }: CheckedWord): Promise<readonly string[]> {
  const dictionary = dictionaryInUse();
  return dictionary === undefined ? [] : suggestWords(dictionary, word);
}

/** Whether the word still stands where it was found. */
function isThere(project: Project, at: MisspellingAt): boolean {
  const block = textOf(project, at.ref)?.find(({ id }) => id === at.block);
  const part = block && partsOf(block).find(({ note }) => note === at.note);
  return part?.text.slice(at.from, at.to) === at.text.slice(at.from, at.to);
}

export function replaceMisspelling(at: MisspellingAt, suggestion: string): void {
  const project = openProjectState();
  closeMisspelling();
  if (!isThere(project, at)) return say(en.spelling.changed);
  // The apostrophe of the text stays the printed one.
  const words = /[’ʼ]/.test(at.text) ? suggestion.replaceAll("'", '’') : suggestion;
  const { operations } = replaceFound(project, [
    { place: { text: at.ref }, part: partKey(at), from: at.from, to: at.to, words },
  ]);
  closeEdit();
  edit(operations, { label: en.edits.spelling });
  closeEdit();
  leave(at, at.from + words.length);
}

export function addToProject(at: MisspellingAt): void {
  const { words = [] } = openProjectState().settings;
  edit(set({ of: 'settings' }, 'words', openProjectState().settings.words, withWord(words, at.word)), {
    label: en.edits.addWord,
  });
  finish(at);
}

export function removeFromProject(word: string): void {
  const { words = [] } = openProjectState().settings;
  const left = words.filter((other) => other !== word);
  edit(set({ of: 'settings' }, 'words', words, left.length > 0 ? left : undefined), {
    label: en.edits.removeWord,
  });
}

export function addToComputer(at: MisspellingAt): void {
  addOwnWord(at.word);
  finish(at);
}

export function ignoreHere(at: MisspellingAt): void {
  const { ignored = [] } = openProjectState().settings;
  const after = [...ignored, { block: at.block, word: at.word }];
  edit(set({ of: 'settings' }, 'ignored', openProjectState().settings.ignored, after), {
    label: en.edits.ignoreWord,
  });
  finish(at);
}

function finish(at: MisspellingAt): void {
  closeMisspelling();
  leave(at, at.to);
}

/** Puts the caret behind the word, where the writing goes on. */
function leave(at: MisspellingAt, offset: number): void {
  const { project } = app.get();
  // The editor of a note keeps its own caret.
  if (!project || (at.note !== undefined && document.querySelector('.editor-panel'))) return;
  const caret = { block: at.block, offset: at.note === undefined ? offset : markOf(project, at) };
  putCaret(at.ref, { anchor: caret, focus: caret });
}

/** Puts the caret behind the word without anything done about it. */
export function leaveMisspelling(at: MisspellingAt): void {
  finish(at);
}

/** Where in its block the mark of the note stands. */
function markOf(project: Project, { ref, block, note }: Omit<MisspellingAt, keyof CheckedWord>): number {
  const found = textOf(project, ref)?.find(({ id }) => id === block);
  let at = 0;
  for (const inline of found && hasContent(found) ? found.content : []) {
    if (isSpan(inline)) at += inline.text.length;
    else if (
      inline.type === 'note' &&
      (inline.id === note || JSON.stringify(inline.body).includes(`"${note}"`))
    )
      break;
  }
  return at;
}

interface From {
  readonly block: BlockId;
  readonly offset: number;
}

/** To the misspelt word after (or before) the caret, with what can be done about it; begins again at the end. */
export async function stepToMisspelling(by: 1 | -1): Promise<void> {
  const { project } = app.get();
  if (!project) return;
  if (!useOwnSpelling.getState().on) return say(en.spelling.isOff);
  if (dictionaryInUse() === undefined)
    return say(en.spelling.noDictionary(languageName(project.settings.language)));
  const current = useMisspelling.getState().at;
  const { textSelection } = app.get();
  const ref = current?.ref ?? textSelection?.ref;
  const from: From | undefined = current
    ? { block: current.block, offset: current.note === undefined ? current.from : markOf(project, current) }
    : textSelection?.selection.focus;
  const texts = ownTexts(project);
  const start = Math.max(
    0,
    texts.findIndex((text) => ref && textKey(text.ref) === textKey(ref)),
  );
  try {
    // Round once, and through the text that it began in as a whole at last.
    for (let step = 0; step <= texts.length; step++) {
      const text = texts[(((start + step * by) % texts.length) + texts.length) % texts.length];
      if (!text) return;
      const all = (await misspellingsOf(project, text.ref)).flatMap((part) =>
        part.words.map((word) => placeOf(part, word)),
      );
      // Something was written meanwhile: it counts from there.
      if (app.get().project !== project) return await stepToMisspelling(by);
      const beyond = step === 0 && from && ref ? all.filter((at) => isBeyond(project, at, from, by)) : all;
      const next = by > 0 ? beyond[0] : beyond.at(-1);
      if (next) return goTo(project, next);
    }
    say(en.spelling.none);
  } catch (error) {
    if (error instanceof Error && error.name !== 'SpellingEnded') say(en.spelling.failed, { tone: 'error' });
  }
}

function isBeyond(project: Project, at: MisspellingAt, from: From, by: 1 | -1): boolean {
  const order = textOf(project, at.ref)?.map(({ id }) => id) ?? [];
  const blocks = order.indexOf(at.block) - order.indexOf(from.block);
  const here = at.note === undefined ? at.from : markOf(project, at);
  // The caret stands behind the word that was looked at last.
  const offsets = by > 0 ? here - from.offset : (at.note === undefined ? at.to : here) - from.offset;
  return blocks === 0 ? offsets * by > 0 || (by > 0 && here === from.offset && here === 0) : blocks * by > 0;
}

function goTo(project: Project, at: MisspellingAt): void {
  const offset = at.note === undefined ? at.from : markOf(project, at);
  const caret = { block: at.block, offset };
  putCaret(at.ref, { anchor: caret, focus: caret });
  useMisspelling.setState({ at });
}

/** "German": the language's name in the language of the window. */
export function languageName(language: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}
