/** The window's side of the worker that has the dictionaries. It is begun when a text is first looked at. */
import type { DictionaryId } from '../../core/spelling/dictionaries.ts';
import type { Block } from '../../core/text/block.ts';
import type { SpellingAnswer, SpellingOrder, SpellingResults } from './spelling-orders.ts';

type Result = SpellingResults[keyof SpellingResults];
interface Waiting {
  resolve(result: Result): void;
  reject(error: Error): void;
}

let worker: { readonly of: DictionaryId; readonly thread: Worker } | undefined;
const waiting = new Map<number, Waiting>();
let count = 0;

/** Another language was chosen, or spelling isn't looked at any more. */
export class SpellingEnded extends Error {
  override name = 'SpellingEnded';
}

/** Gives the dictionary's memory back. */
export function endSpelling(error: Error = new SpellingEnded()): void {
  worker?.thread.terminate();
  worker = undefined;
  for (const { reject } of waiting.values()) reject(error);
  waiting.clear();
}

function start(): Worker {
  const thread = new Worker(new URL('./spelling-worker.ts', import.meta.url), {
    type: 'module',
    name: 'spelling',
  });
  thread.addEventListener('message', ({ data }: MessageEvent<SpellingAnswer>) => {
    const asked = waiting.get(data.request);
    waiting.delete(data.request);
    if ('failed' in data) asked?.reject(new Error(data.failed));
    else asked?.resolve(data.result);
  });
  thread.addEventListener('error', (event) => endSpelling(new Error(event.message || 'spelling stopped')));
  return thread;
}

type Asked<K extends SpellingOrder['kind']> = Omit<Extract<SpellingOrder, { kind: K }>, 'request' | 'kind'>;

function ask<K extends SpellingOrder['kind']>(kind: K, asked: Asked<K>): Promise<SpellingResults[K]> {
  if (worker && worker.of !== asked.dictionary) endSpelling();
  worker ??= { of: asked.dictionary, thread: start() };
  const { thread } = worker;
  const request = ++count;
  return new Promise<Result>((resolve, reject) => {
    waiting.set(request, { resolve, reject });
    thread.postMessage({ kind, request, ...asked });
  }) as Promise<SpellingResults[K]>;
}

export function checkBlocks(
  dictionary: DictionaryId,
  blocks: readonly Block[],
): Promise<SpellingResults['check']> {
  return ask('check', { dictionary, blocks });
}

export function suggestWords(dictionary: DictionaryId, word: string): Promise<SpellingResults['suggest']> {
  return ask('suggest', { dictionary, word });
}
