/**
 * Looks words up in a dictionary, away from the window's thread. It is Hunspell itself, and its own files of words,
 * which lie beside it: nothing is fetched from elsewhere.
 */
import { createHunspellFromStrings, type Hunspell } from 'hunspell-wasm';
import type { DictionaryId } from '../../core/spelling/dictionaries.ts';
import { wordsToCheck, type CheckedPart, type CheckedWord } from '../../core/spelling/words.ts';
import type { Block } from '../../core/text/block.ts';
import type { SpellingAnswer, SpellingOrder } from './spelling-orders.ts';

const FILES = import.meta.glob<string>(
  '../../node_modules/dictionary-{en,en-gb,de,fr,es,it,nl,pt,sv,da,pl,cs,hu,ru}/index.{aff,dic}',
  { query: '?url', import: 'default', eager: true },
);

/** Suggestions that are given; Hunspell has more, and ever worse ones. */
const SUGGESTIONS = 6;
/** Words that are remembered, right and wrong. */
const REMEMBERED = 200_000;

async function textOf(dictionary: DictionaryId, file: 'aff' | 'dic'): Promise<string> {
  const url = FILES[`../../node_modules/dictionary-${dictionary}/index.${file}`];
  const response = url === undefined ? undefined : await fetch(url);
  if (!response?.ok) throw new Error(`the dictionary ${dictionary}.${file} can't be read`);
  return response.text();
}

/** One dictionary for the life of the worker: the window starts another one for another language. */
let speller: Promise<Hunspell> | undefined;
const known = new Map<string, boolean>();

function spellerOf(dictionary: DictionaryId): Promise<Hunspell> {
  speller ??= Promise.all([textOf(dictionary, 'aff'), textOf(dictionary, 'dic')]).then(([affixes, words]) =>
    createHunspellFromStrings(affixes, words),
  );
  return speller;
}

function isRight(hunspell: Hunspell, word: string): boolean {
  let right = known.get(word);
  if (right === undefined) {
    if (known.size > REMEMBERED) known.clear();
    known.set(word, (right = hunspell.testSpelling(word)));
  }
  return right;
}

async function check(dictionary: DictionaryId, blocks: readonly Block[]): Promise<readonly CheckedPart[]> {
  const hunspell = await spellerOf(dictionary);
  const isWrong = ({ word, joined }: CheckedWord) =>
    !isRight(hunspell, word) && !(joined !== undefined && isRight(hunspell, joined));
  return blocks
    .flatMap((block) => wordsToCheck(block, dictionary))
    .map((part) => ({ ...part, words: part.words.filter(isWrong) }))
    .filter(({ words }) => words.length > 0);
}

async function answer(order: SpellingOrder): Promise<SpellingAnswer> {
  const { request, dictionary } = order;
  try {
    if (order.kind === 'check') return { request, result: await check(dictionary, order.blocks) };
    const hunspell = await spellerOf(dictionary);
    return { request, result: hunspell.getSpellingSuggestions(order.word).slice(0, SUGGESTIONS) };
  } catch (error) {
    return { request, failed: error instanceof Error ? error.message : String(error) };
  }
}

addEventListener('message', ({ data }: MessageEvent<SpellingOrder>) => {
  void answer(data).then((message) => postMessage(message));
});
