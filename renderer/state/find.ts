/** Find and replace: what is looked for, where it stands, and the place that the writer is at. */
import { create } from 'zustand';
import { FIND_KINDS, searchables, type FindKind, type Searchable } from '../../core/find/places.ts';
import type { FindQuery } from '../../core/find/query.ts';
import type { Project } from '../../core/document/project.ts';
import { en } from '../../core/messages/en.ts';
import { byIdentity } from '../../core/derived/remember.ts';
import type { FoundPlace } from '../platform/find-orders.ts';
import { find, stopFinding, type Gone } from '../platform/find-worker-client.ts';
import { say } from './messages.ts';
import { textKey } from './quotations.ts';
import { useSettled } from './settled.ts';
import { app } from './store.ts';

export type FindScope = 'all' | 'here' | FindKind;

export type FindStatus =
  | { readonly is: 'idle' | 'searching' | 'done' | Gone }
  | { readonly is: 'bad-pattern'; readonly why: string };

export interface FindState {
  readonly open: boolean;
  readonly replacing: boolean;
  readonly listed: boolean;
  readonly query: FindQuery;
  readonly replacement: string;
  readonly keepCase: boolean;
  readonly scope: FindScope;
  /** The text that "here" means: its key. */
  readonly here: string | null;
  readonly status: FindStatus;
  readonly found: readonly FoundPlace[];
  /** Places beyond those that are listed. */
  readonly beyond: number;
  /** Index of the place that the writer is at; -1 before she went to one. */
  readonly at: number;
  /** Counts up when the writer goes to a place, also to the same one. */
  readonly gone: number;
  /** Counts up when the caret is to go to the place. */
  readonly entered: number;
  /** Counts up when the field is to take the focus. */
  readonly asked: number;
}

const NO_QUERY: FindQuery = {
  text: '',
  pattern: false,
  wholeWord: false,
  matchCase: false,
  matchAccents: false,
};
const NONE: readonly FoundPlace[] = [];

export const useFind = create<FindState>()(() => ({
  open: false,
  replacing: false,
  listed: false,
  query: NO_QUERY,
  replacement: '',
  keepCase: false,
  scope: 'all',
  here: null,
  status: { is: 'idle' },
  found: NONE,
  beyond: 0,
  at: -1,
  gone: 0,
  entered: 0,
  asked: 0,
}));

const { getState: get, setState: set } = useFind;

/** Places that are listed and can be gone through; more than anyone looks at. */
const LIMIT = 20_000;

/** The project's texts, and those by key; the letters first where the writer is in one. */
export const textsOf = byIdentity(searchables);
const byKey = byIdentity(
  (texts: readonly Searchable[]) => new Map(texts.map((text) => [text.key, text] as const)),
);

export function searchableOf(project: Project, key: string): Searchable | undefined {
  return byKey(textsOf(project)).get(key);
}

export function keysIn(project: Project): readonly string[] {
  const { scope, here } = get();
  return textsOf(project)
    .filter(({ key, kind }) => (scope === 'here' ? key === here : scope === 'all' || kind === scope))
    .map(({ key }) => key);
}

/** Where a search goes on: a place in a text. */
interface From {
  readonly key: string;
  readonly part: string;
  readonly offset: number;
}

/** The text before the writer's eyes, and where in it she is. */
function whereIs(): From | null {
  const { textSelection, letter } = app.get();
  const inLetter = document.activeElement?.closest('[data-pane="letter"]') instanceof Element;
  if (textSelection && !inLetter) {
    const { anchor, focus } = textSelection.selection;
    const start = anchor.block === focus.block && anchor.offset < focus.offset ? anchor : focus;
    return { key: textKey(textSelection.ref), part: start.block, offset: start.offset };
  }
  return inLetter && letter !== null ? { key: `letter:${letter}`, part: '', offset: 0 } : null;
}

/** What the search was begun from, so that the first place told is the one after it. */
let origin: From | null = null;

/** @param words to look for, as they were selected */
export function openFind(replacing: boolean, words: string): void {
  const here = whereIs();
  origin = here;
  const { query, open, scope } = get();
  const { letter } = app.get();
  const text = words === '' ? query.text : words;
  const pattern = words !== '' && words !== query.text ? false : query.pattern;
  // Where the words of letters were looked for, nothing can be replaced.
  const next = replacing && scope === 'letters' ? 'answers' : scope;
  set((state) => ({
    open: true,
    replacing: replacing || (open && state.replacing),
    here: here?.key ?? state.here ?? (letter === null ? null : `letter:${letter}`),
    scope: next,
    query: { ...query, text, pattern },
    at: -1,
    gone: 0,
    asked: state.asked + 1,
  }));
  look();
}

/** @returns whether the caret goes to the place that the writer is at */
export function closeFind(): boolean {
  const { gone, at } = get();
  const goes = gone > 0 && at >= 0;
  set({ open: false });
  stopFinding();
  if (goes) enter();
  return goes;
}

export function changeFind(
  change: Partial<Pick<FindState, 'scope' | 'replacement' | 'keepCase' | 'listed' | 'replacing'>>,
): void {
  const again = change.scope !== undefined && change.scope !== get().scope;
  set(change);
  if (again) look();
}

export function changeQuery(change: Partial<FindQuery>): void {
  set(({ query }) => ({ query: { ...query, ...change }, at: -1, gone: 0 }));
  look();
}

/** The project in which the places were found, all of them. */
let foundIn: Project | null = null;

/** What is done with the place that comes first after where the writer was. */
let then: { readonly go: 'show' | 'enter'; readonly by: 1 | -1 } | null = null;

/** Looks for the words in the project as it is now. The writer stays at the place where she is, if it is found. */
export function look(): void {
  const { query, open } = get();
  const { project } = app.get();
  if (!project || (!open && !then) || query.text === '') {
    stopFinding();
    set({ status: { is: 'idle' }, found: NONE, beyond: 0, at: -1 });
    return;
  }
  const stay = currentFrom() ?? origin;
  const keys = keysIn(project);
  foundIn = null;
  let found: FoundPlace[] = [];
  let more = 0;
  let first = true;
  set({ status: { is: 'searching' } });
  find(
    { texts: textsOf(project), keys, query, language: project.settings.language, limit: LIMIT },
    {
      onFound(fresh, beyond) {
        more += beyond;
        // What was found before is shown until something else is.
        if (first && fresh.length === 0) return;
        found = first ? [...fresh] : found.concat(fresh);
        first = false;
        set({ found, beyond: more, at: indexAfter(found, keys, stay) });
      },
      onEnd(how) {
        if (how.end === 'bad-pattern') {
          set({ status: { is: 'bad-pattern', why: how.why }, found: NONE, beyond: 0, at: -1 });
        } else {
          if (first && how.end === 'done') set({ found: NONE, beyond: 0, at: -1 });
          if (how.end === 'done') foundIn = project;
          set({ status: { is: how.end } });
          goOn();
        }
      },
    },
  );
}

function goOn(): void {
  const next = then;
  then = null;
  const { found, at } = get();
  if (!next) return;
  if (found.length === 0) {
    if (next.go === 'enter') say(en.findText.nothing);
    return;
  }
  goToFound(next.by > 0 ? Math.max(at, 0) : (at - 1 + found.length) % found.length);
  if (next.go === 'enter') enter();
}

/** Has the caret go to the place. */
function enter(): void {
  set(({ entered }) => ({ entered: entered + 1 }));
}

function currentFrom(): From | null {
  const { found, at } = get();
  const place = found[at];
  return place ? { key: place.key, part: place.part, offset: place.from } : null;
}

/** The place at or after where the writer is, in her text; else the first of a text after it, else the first. */
function indexAfter(found: readonly FoundPlace[], keys: readonly string[], from: From | null): number {
  if (found.length === 0) return -1;
  if (!from) return 0;
  const order = new Map(keys.map((key, i) => [key, i] as const));
  const own = order.get(from.key) ?? -1;
  const { project } = app.get();
  const source = project && searchableOf(project, from.key)?.source;
  const parts =
    source && typeof source !== 'string' ? new Map(source.map(({ id }, i) => [id, i] as const)) : undefined;
  const blockAt = (part: string) => parts?.get(part.split('/')[0] ?? '') ?? -1;
  const fromBlock = blockAt(from.part);
  const at = found.findIndex(({ key, part, from: start }) => {
    const text = order.get(key) ?? -1;
    if (text !== own) return text > own;
    const block = blockAt(part);
    return block === fromBlock ? start >= from.offset : block > fromBlock;
  });
  return at < 0 ? 0 : at;
}

/** To the next place, or the one before; begins again at the end. */
export function stepFound(by: 1 | -1): void {
  const { found, at, gone } = get();
  if (found.length === 0) return;
  // The first step goes to the place that is next already.
  const next = gone === 0 && by > 0 ? Math.max(at, 0) : (at + by + found.length) % found.length;
  goToFound(next);
}

/** By the key that works everywhere: from the text the caret goes along, and the bar need not be open. */
export function stepFromAnywhere(by: 1 | -1, words: string): void {
  const { open, query, found } = get();
  const inBar = document.activeElement?.closest('.find-bar') instanceof Element;
  if (query.text === '') return openFind(false, words);
  if (open && inBar) return stepFound(by);
  if (open && found.length > 0) {
    stepFound(by);
    return enter();
  }
  const here = whereIs();
  origin = here && { ...here, offset: here.offset + (by > 0 ? 1 : 0) };
  then = { go: 'enter', by };
  const { project } = app.get();
  if (project && project === foundIn) {
    // Nothing has changed since: no need to look again.
    set({ at: indexAfter(found, keysIn(project), origin) });
    return goOn();
  }
  set({ at: -1 });
  look();
}

export function goToFound(at: number): void {
  set(({ gone }) => ({ at, gone: gone + 1 }));
}

/** Looks again when something was put in the place that the writer was at, which isn't found again: from behind it on. */
export function lookBeyond({ key, part, from }: FoundPlace, length: number): void {
  origin = { key, part, offset: from + length };
  then = { go: 'show', by: 1 };
  lookAnew();
}

/** Looks again without a place that the writer is at. */
export function lookAnew(): void {
  set({ at: -1 });
  look();
}

/** How many of the places listed are in which kind of text. */
export function countsOf(project: Project, found: readonly FoundPlace[]): Readonly<Record<FindKind, number>> {
  const counts = { answers: 0, letters: 0, notes: 0 };
  for (const { key } of found) {
    const kind = searchableOf(project, key)?.kind;
    if (kind) counts[kind]++;
  }
  return counts;
}

export const KINDS = FIND_KINDS;

/** Looks again when what is searched has changed, and not at every key. */
export function keepFinding(): void {
  useSettled.subscribe(({ project }, before) => {
    if (project === before.project) return;
    if (project?.id !== before.project?.id) {
      origin = null;
      set({ found: NONE, beyond: 0, at: -1, gone: 0, here: null, open: project ? get().open : false });
    }
    if (get().open) look();
  });
}
