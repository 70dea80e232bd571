/** The window's side of the worker that finds. It is begun when something is first looked for. */
import { searchedParts, type Searchable } from '../../core/find/places.ts';
import type { FindQuery } from '../../core/find/query.ts';
import type { Replacement } from '../../core/find/replacement.ts';
import type { RichText } from '../../core/text/block.ts';
import type { FindAnswer, FindOrder, FoundPlace } from './find-orders.ts';

/** Milliseconds without a sign after which a pattern is given up. */
const LONGEST = 2500;
/** Parts that are sent at a time: copying them takes a few milliseconds, and the window goes on in between. */
const PORTION = 2000;

let worker: Worker | undefined;
/** The texts that the worker has. */
const sent = new Map<string, RichText | string>();
let current: { readonly request: number; hear(answer: FindAnswer): void; fail(why: Gone): void } | undefined;
let count = 0;

export type Gone = 'too-slow' | 'stopped' | 'failed';

function start(): Worker {
  const started = new Worker(new URL('./find-worker.ts', import.meta.url), { type: 'module', name: 'find' });
  started.addEventListener('message', ({ data }: MessageEvent<FindAnswer>) => {
    if (data.request === current?.request) current.hear(data);
  });
  started.addEventListener('error', () => end('failed'));
  return started;
}

function end(why: Gone): void {
  worker?.terminate();
  worker = undefined;
  sent.clear();
  const gone = current;
  current = undefined;
  gone?.fail(why);
}

/** What is being looked for is given up. */
export function stopFinding(): void {
  if (current) end('stopped');
}

function post(order: FindOrder): void {
  worker ??= start();
  worker.postMessage(order);
}

/** Has the worker know these texts as they are, and forget others; gone when the worker was ended meanwhile. */
async function send(texts: readonly Searchable[], isWanted: () => boolean): Promise<boolean> {
  worker ??= start();
  const begun = worker;
  const keys = new Set(texts.map(({ key }) => key));
  for (const key of [...sent.keys()]) {
    if (keys.has(key)) continue;
    post({ kind: 'forget', key });
    sent.delete(key);
  }
  let portion = 0;
  for (const { key, source } of texts) {
    const before = sent.get(key);
    if (before === source) continue;
    const { index, removed, inserted } = between(before, source);
    const parts = searchedParts(inserted);
    for (let at = 0; at === 0 || at < parts.length; at += PORTION) {
      const some = parts.slice(at, at + PORTION);
      post({ kind: 'text', key, index: index + at, removed: at === 0 ? removed : 0, inserted: some });
      if ((portion += some.length) < PORTION) continue;
      portion = 0;
      // Half a text isn't left there: what is sent next would go on from the whole.
      await new Promise((go) => setTimeout(go));
      if (worker !== begun) return false;
    }
    sent.set(key, source);
  }
  return isWanted();
}

type Source = RichText | string;

/** What of the parts before gives way to what. */
function between(
  before: Source | undefined,
  after: Source,
): { readonly index: number; readonly removed: number; readonly inserted: Source } {
  if (before === undefined) return { index: 0, removed: 0, inserted: after };
  if (typeof before === 'string' || typeof after === 'string')
    return { index: 0, removed: searchedParts(before).length, inserted: after };
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return {
    index: searchedParts(before.slice(0, head)).length,
    removed: searchedParts(before.slice(head, before.length - tail)).length,
    inserted: after.slice(head, after.length - tail),
  };
}

export interface Finding {
  /** Places in order as they come, and how many there are beyond the limit. */
  readonly onFound: (found: readonly FoundPlace[], beyond: number) => void;
  readonly onEnd: (
    how: { readonly end: 'done' | Gone } | { readonly end: 'bad-pattern'; readonly why: string },
  ) => void;
}

interface Asked {
  /** Everything that can be searched. */
  readonly texts: readonly Searchable[];
  /** Keys of those that are, in the order in which they are. */
  readonly keys: readonly string[];
  readonly query: FindQuery;
  readonly language: string;
  readonly limit: number;
  readonly replacement?: Replacement;
}

let sending: Promise<unknown> = Promise.resolve();

/** Begins to look; what was being looked for before is given up without a word. */
export function find({ texts, keys, query, language, limit, replacement }: Asked, finding: Finding): void {
  const request = ++count;
  let watch: ReturnType<typeof setTimeout> | undefined;
  const attend = () => {
    clearTimeout(watch);
    // A search that was given up in the meantime keeps no watch.
    watch = setTimeout(() => current?.request === request && end('too-slow'), LONGEST);
  };
  current = {
    request,
    hear(answer) {
      if ('badPattern' in answer) {
        clearTimeout(watch);
        current = undefined;
        return finding.onEnd({ end: 'bad-pattern', why: answer.badPattern });
      }
      attend();
      const beyond = answer.uncounted.reduce((sum, [, more]) => sum + more, 0);
      finding.onFound(answer.found, beyond);
      if (!answer.done) return;
      clearTimeout(watch);
      current = undefined;
      finding.onEnd({ end: 'done' });
    },
    fail(why) {
      clearTimeout(watch);
      finding.onEnd({ end: why });
    },
  };
  const isWanted = () => current?.request === request;
  sending = sending
    .then(() => (isWanted() ? send(texts, isWanted) : false))
    .then((sentAll) => {
      if (!sentAll || !isWanted()) return;
      attend();
      post({
        kind: 'find',
        request,
        query,
        language,
        keys,
        limit,
        ...(replacement ? { replacement } : {}),
      });
    });
}
