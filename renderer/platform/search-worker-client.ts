/** The window's side of the worker that searches in letters. It is begun when it is first needed. */
import type { ReadAnnotation } from '../../core/anchoring/web-annotation.ts';
import type { Letter } from '../../core/document/letter.ts';
import type { Block, RichText } from '../../core/text/block.ts';
import type { DraftQuestion, SearchAnswer, SearchOrder, SearchResults } from './search-orders.ts';

type Result = SearchResults[keyof SearchResults];
interface Waiting {
  resolve(result: Result): void;
  reject(error: Error): void;
  onProgress?: ((done: number) => void) | undefined;
}

let worker: Worker | undefined;
/** The texts that the worker has, letter by letter. */
const sent = new Map<string, RichText>();
const waiting = new Map<number, Waiting>();
let count = 0;
let sending: Promise<unknown> = Promise.resolve();

/** Blocks that are sent at a time: copying them takes a few milliseconds, and the window goes on in between. */
const PORTION = 500;

function start(): Worker {
  const started = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<SearchAnswer>) => {
    const asked = waiting.get(data.request);
    if ('progress' in data) return asked?.onProgress?.(data.progress);
    waiting.delete(data.request);
    asked?.resolve(data.result);
  });
  started.addEventListener('error', (event) => stop(new Error(event.message || 'the search stopped')));
  return started;
}

/** Ends the worker; what is asked next begins another one. */
function stop(error: Error): void {
  worker?.terminate();
  worker = undefined;
  sent.clear();
  for (const { reject } of waiting.values()) reject(error);
  waiting.clear();
}

/** The writer had it stopped. */
export class SearchStopped extends Error {
  override name = 'SearchStopped';
}

/** What is being looked for is given up: those who wait hear {@link SearchStopped}. */
export function stopSearching(): void {
  stop(new SearchStopped());
}

function post(order: SearchOrder): void {
  worker ??= start();
  worker.postMessage(order);
}

const pause = () => new Promise((done) => setTimeout(done));

/** Has the worker know these letters, and no others. */
async function send(letters: readonly Pick<Letter, 'id' | 'blocks'>[]): Promise<void> {
  for (const id of [...sent.keys()]) {
    if (letters.some((letter) => letter.id === id)) continue;
    post({ kind: 'forget', id });
    sent.delete(id);
  }
  for (const { id, blocks } of letters) {
    const before = sent.get(id) ?? [];
    if (before === blocks) continue;
    const { index, removed, inserted } = between(before, blocks);
    post({ kind: 'letter', id, index, removed, inserted: inserted.slice(0, PORTION) });
    for (let at = PORTION; at < inserted.length; at += PORTION) {
      const begun = worker;
      await pause();
      // It was stopped meanwhile, and another one would know nothing of what came before.
      if (worker !== begun) throw new SearchStopped();
      post({
        kind: 'letter',
        id,
        index: index + at,
        removed: 0,
        inserted: inserted.slice(at, at + PORTION),
      });
    }
    sent.set(id, blocks);
  }
}

function between(
  before: RichText,
  after: RichText,
): { readonly index: number; readonly removed: number; readonly inserted: readonly Block[] } {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return {
    index: start,
    removed: before.length - end - start,
    inserted: after.slice(start, after.length - end),
  };
}

type Question = Extract<SearchOrder, { request: number }>;

/** One question after another, each when the letters that it is about are there. */
function ask<K extends Question['kind']>(
  letters: readonly Pick<Letter, 'id' | 'blocks'>[],
  order: (request: number) => Extract<Question, { kind: K }>,
  onProgress?: (done: number) => void,
): Promise<SearchResults[K]> {
  const asked = sending.then(async () => {
    await send(letters);
    const request = ++count;
    return new Promise<Result>((resolve, reject) => {
      waiting.set(request, { resolve, reject, onProgress });
      post(order(request));
    });
  });
  sending = asked.catch(() => undefined);
  return asked as Promise<SearchResults[K]>;
}

/**
 * The typed quotations of a text, compared with the letters.
 *
 * @param letter Id of the one that the text answers.
 */
export function findQuotations(
  letters: readonly Pick<Letter, 'id' | 'blocks'>[],
  text: RichText,
  letter: string | undefined,
): Promise<SearchResults['quotations']> {
  return ask(letters, (request) => ({
    kind: 'quotations',
    request,
    letters: letters.map(({ id }) => id),
    text,
    letter,
  }));
}

/** What a finished draft makes: its quotations are looked for in the letters. */
export function replyInLetters(question: DraftQuestion): Promise<SearchResults['draft']> {
  const { letters } = question;
  const bare = letters.map((letter) => ({ ...letter, blocks: [] }));
  return ask(letters, (request) => ({
    kind: 'draft',
    request,
    question: { ...question, letters: bare },
  }));
}

/** The annotations in a file, and those refused; undefined where it isn't JSON. */
export function readAnnotationFile(bytes: Uint8Array): Promise<SearchResults['file']> {
  return ask(
    [...sent].map(([id, blocks]) => ({ id, blocks })),
    (request) => ({ kind: 'file', request, bytes }),
  );
}

/** Where each of the annotations belongs in the letter. @param original What the letter came from. */
export function placeAnnotations(
  letters: readonly Pick<Letter, 'id' | 'blocks'>[],
  letter: string,
  annotations: readonly ReadAnnotation[],
  original: { readonly name: string; readonly bytes: Uint8Array } | undefined,
  onProgress?: (done: number) => void,
): Promise<SearchResults['annotations']> {
  return ask(
    letters,
    (request) => ({ kind: 'annotations', request, letter, annotations, original }),
    onProgress,
  );
}
