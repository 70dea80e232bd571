/**
 * Finds words and patterns, away from the window's thread. It keeps its own copies of the texts, and a worker of its
 * own: a pattern may take for ever, and then it is ended without harm to any other search.
 */
import type { SearchedPart } from '../../core/find/places.ts';
import { compileQuery, prepare, type Matcher, type Prepared } from '../../core/find/query.ts';
import { replacementFor } from '../../core/find/replacement.ts';
import type { FindAnswer, FindOrder, FoundPlace } from './find-orders.ts';

/** Milliseconds of work after which the worker looks whether something else is asked by now. */
const SLICE = 12;
/** Milliseconds between answers, after the first one. */
const STEP = 60;

const texts = new Map<string, SearchedPart[]>();
/** Parts as they were last folded, and for what. */
let prepared = new WeakMap<SearchedPart, Prepared>();
let foldedFor = '';
let asked = 0;

function preparedFor(part: SearchedPart, { folds }: Matcher): Prepared {
  const wanted = JSON.stringify(folds);
  if (wanted !== foldedFor) {
    foldedFor = wanted;
    prepared = new WeakMap();
  }
  let text = prepared.get(part);
  if (!text) prepared.set(part, (text = prepare(part.text, folds)));
  return text;
}

const answer = (message: FindAnswer) => postMessage(message);

/** Lets messages in that have come meanwhile; timers would wait longer each time. */
const channel = new MessageChannel();
const pause = () =>
  new Promise<void>((go) => {
    channel.port1.onmessage = () => go();
    channel.port2.postMessage(null);
  });

async function find(order: Extract<FindOrder, { kind: 'find' }>): Promise<void> {
  const { request, query, language, keys, limit, replacement } = order;
  asked = request;
  const compiled = compileQuery(query, language);
  if (!compiled.ok) return answer({ request, badPattern: compiled.why });
  const { matcher } = compiled;
  let found: FoundPlace[] = [];
  let uncounted = new Map<string, number>();
  let told = 0;
  let slice = performance.now();
  let last = slice;
  const tell = (done: boolean) => {
    answer({ request, found, uncounted: [...uncounted], done });
    found = [];
    uncounted = new Map();
    last = performance.now();
  };
  for (const key of keys) {
    for (const part of texts.get(key) ?? []) {
      for (const match of matcher.matches(preparedFor(part, matcher))) {
        if (told >= limit) {
          uncounted.set(key, (uncounted.get(key) ?? 0) + 1);
          continue;
        }
        const { from, to } = match;
        const words = replacement && replacementFor(match, part.text.slice(from, to), replacement);
        found.push({ key, part: part.id, from, to, ...(words === undefined ? {} : { words }) });
        told++;
      }
      const now = performance.now();
      if (now - slice < SLICE) continue;
      // The first places at once, the others in larger portions; an empty answer says that it goes on.
      if ((found.length > 0 && told === found.length) || now - last > STEP) tell(false);
      await pause();
      if (asked !== request) return;
      slice = performance.now();
    }
  }
  tell(true);
}

addEventListener('message', ({ data: order }: MessageEvent<FindOrder>) => {
  switch (order.kind) {
    case 'text':
      texts.set(
        order.key,
        (texts.get(order.key) ?? []).toSpliced(order.index, order.removed, ...order.inserted),
      );
      return;
    case 'forget':
      texts.delete(order.key);
      return;
    case 'find':
      // A broken invariant: told as an error of the worker, which its client waits for.
      void find(order).catch((error: unknown) => setTimeout(() => reportError(error)));
  }
});
