/**
 * Quotations typed in the author's texts, compared with the letters: away from the window's thread, and not before
 * the writer pauses. Results are kept for each text as long as neither it nor the letters change.
 */
import { create } from 'zustand';
import {
  hasQuotations,
  letterAnswered,
  placed,
  quotesLetters,
  searchedOf,
  type CheckedTyped,
  type FoundQuotation,
} from '../../core/derived/verbatim.ts';
import type { Searched } from '../../core/anchoring/quote-search.ts';
import { ownTexts, textOf, type TextRef } from '../../core/document/find.ts';
import type { Project } from '../../core/document/project.ts';
import type { RichText } from '../../core/text/block.ts';
import { textIndex } from '../../core/text/canonical.ts';
import { findQuotations, SearchStopped } from '../platform/search-worker-client.ts';
import { atRest } from './at-rest.ts';
import { app, useApp } from './store.ts';

export interface CheckedText {
  readonly ref: TextRef;
  readonly text: RichText;
  readonly letters: readonly Searched[];
  /** The letter that the text answers. */
  readonly letter: string | undefined;
  readonly found: readonly FoundQuotation[];
}

interface QuotationsState {
  /** By {@link textKey}; one that is out of date stays until it is compared again. */
  readonly texts: ReadonlyMap<string, CheckedText>;
  /** Texts of the whole project that are compared, while that is going on. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  /** Whether every text of the project has been compared, if not as it is now. */
  readonly whole: boolean;
}

const NOTHING: QuotationsState = { texts: new Map(), progress: null, whole: false };

export const useQuotations = create<QuotationsState>()(() => NOTHING);

export function textKey(ref: TextRef): string {
  return 'id' in ref ? `${ref.of}:${ref.id}` : ref.of;
}

/** Milliseconds of work after which the window is let go on. */
const SLICE = 8;
/** Milliseconds between two drawings of results that come in. */
const STEP = 400;
/** UTF-16 units of all letters up to which the whole project is compared unasked. */
const SMALL = 2_000_000;

/** Texts that are before the writer's eyes, with how often. */
const watched = new Map<string, { readonly ref: TextRef; readonly count: number }>();

/** Has a text compared whenever it changes, until the function that it gives back is called. */
export function watchQuotations(ref: TextRef): () => void {
  const key = textKey(ref);
  watched.set(key, { ref, count: (watched.get(key)?.count ?? 0) + 1 });
  rest.schedule();
  return () => {
    const left = (watched.get(key)?.count ?? 1) - 1;
    if (left > 0) watched.set(key, { ref, count: left });
    else watched.delete(key);
  };
}

const rest = atRest(() => void work());

/** Begins to compare, and goes on whenever the project changes. */
export function keepQuotationsChecked(): void {
  useApp.subscribe(({ project }, before) => {
    if (project === before.project) return;
    if (project?.id !== before.project?.id) useQuotations.setState(NOTHING);
    rest.edited();
    rest.schedule();
  });
}

function isSmall(project: Project): boolean {
  return project.letters.reduce((sum, { blocks }) => sum + (textIndex(blocks).starts.at(-1) ?? 0), 0) < SMALL;
}

function isUpToDate(project: Project, ref: TextRef, known: CheckedText | undefined): boolean {
  return (
    known !== undefined &&
    known.text === textOf(project, ref) &&
    known.letters === searchedOf(project.letters) &&
    known.letter === letterAnswered(project, ref)
  );
}

async function compare(project: Project, ref: TextRef): Promise<CheckedText | undefined> {
  const text = textOf(project, ref);
  if (!text) return undefined;
  const letters = searchedOf(project.letters);
  const letter = letterAnswered(project, ref);
  const comparable = letters.length > 0 && quotesLetters(ref) && hasQuotations(text);
  const found = comparable ? await findQuotations(letters, text, letter) : [];
  return { ref, text, letters, letter, found };
}

/** Until they are done, those who wait for the whole project to be compared. */
let waiting: (() => void)[] = [];
let working = false;

async function work(): Promise<void> {
  if (working) return;
  working = true;
  const fresh = new Map<string, CheckedText>();
  let slice = performance.now();
  let shown = slice;
  const show = (more: Partial<QuotationsState> = {}) => {
    shown = performance.now();
    useQuotations.setState(({ texts }) => ({
      texts: fresh.size > 0 ? new Map([...texts, ...fresh]) : texts,
      ...more,
    }));
    fresh.clear();
  };
  try {
    for (;;) {
      const { project } = app.get();
      if (!project) return;
      const asked = waiting.length > 0;
      // What is being typed isn't compared at every key.
      if (!asked && rest.isBusy()) return rest.schedule();
      const whole = asked || isSmall(project);
      const known = useQuotations.getState().texts;
      const refs = whole
        ? ownTexts(project).map(({ ref }) => ref)
        : [...watched.values()].map(({ ref }) => ref);
      const left = refs.filter((ref) => {
        const key = textKey(ref);
        return !isUpToDate(project, ref, fresh.get(key) ?? known.get(key));
      });
      // Those in sight first.
      const next = left.find((ref) => watched.has(textKey(ref))) ?? left[0];
      if (!next) {
        show({ progress: null, ...(whole ? { whole: true } : {}) });
        forgetGone(project);
        return release();
      }
      const checked = await compare(project, next);
      // Another project was opened meanwhile.
      if (app.get().project?.id !== project.id) {
        fresh.clear();
        continue;
      }
      if (checked) fresh.set(textKey(next), checked);
      const progress = asked ? { done: refs.length - left.length + 1, total: refs.length } : null;
      if (performance.now() - shown > STEP) show({ progress });
      if (performance.now() - slice > SLICE) {
        await new Promise((done) => setTimeout(done));
        slice = performance.now();
      }
    }
  } catch (error) {
    show({ progress: null });
    release();
    if (!(error instanceof SearchStopped)) throw error;
    rest.schedule();
  } finally {
    working = false;
  }
}

/** Texts that were removed with their point or part. */
function forgetGone(project: Project): void {
  const keys = new Set(ownTexts(project).map(({ ref }) => textKey(ref)));
  const { texts } = useQuotations.getState();
  if ([...texts.keys()].some((key) => !keys.has(key)))
    useQuotations.setState({ texts: new Map([...texts].filter(([key]) => keys.has(key))) });
}

function release(): void {
  waiting.forEach((done) => done());
  waiting = [];
}

/** Resolves when every text of the project has been compared as it is now. */
export function checkWholeProject(): Promise<void> {
  const done = new Promise<void>((resolve) => waiting.push(resolve));
  void work();
  return done;
}

/** The typed quotations of a text as it is now. */
export async function checkText(ref: TextRef): Promise<readonly CheckedTyped[]> {
  const { project } = app.get();
  if (!project) return [];
  const key = textKey(ref);
  let checked = useQuotations.getState().texts.get(key);
  if (!isUpToDate(project, ref, checked)) {
    checked = await compare(project, ref);
    const current = app.get().project;
    if (!checked || current?.id !== project.id) return [];
    const fresh = checked;
    useQuotations.setState(({ texts }) => ({ texts: new Map(texts).set(key, fresh) }));
  }
  return checked ? quotationsOf(checked, project.accepted) : [];
}

const placements = new WeakMap<
  CheckedText,
  { readonly accepted: Project['accepted']; readonly quotations: readonly CheckedTyped[] }
>();

/** The typed quotations of a text as it was compared: the same value as long as that and what is accepted is. */
export function quotationsOf(checked: CheckedText, accepted: Project['accepted']): readonly CheckedTyped[] {
  let known = placements.get(checked);
  if (known?.accepted !== accepted) {
    known = { accepted, quotations: placed(checked.found, checked.ref, accepted) };
    placements.set(checked, known);
  }
  return known.quotations;
}

/** All typed quotations that are known, in the order of the pamphlet. */
export function knownQuotations(project: Project, texts: QuotationsState['texts']): readonly CheckedTyped[] {
  return ownTexts(project).flatMap(({ ref }) => {
    const checked = texts.get(textKey(ref));
    return checked ? quotationsOf(checked, project.accepted) : [];
  });
}

/** Names a quotation as long as nothing before it in its block changes. */
export function quotationId({ places: [{ text, block, note, from }] }: CheckedTyped): string {
  return [textKey(text), block, note ?? '', from].join('/');
}

/** Whether the writer should look at it: it isn't as its letter has it, and she hasn't let it stand. */
export function needsCare({ verdict, accepted }: Pick<CheckedTyped, 'verdict' | 'accepted'>): boolean {
  return !accepted && (verdict === 'differs' || verdict === 'not-found');
}
