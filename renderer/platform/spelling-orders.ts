/** What goes between the window and the worker that has the dictionaries. */
import type { DictionaryId } from '../../core/spelling/dictionaries.ts';
import type { CheckedPart } from '../../core/spelling/words.ts';
import type { Block } from '../../core/text/block.ts';

export type SpellingOrder =
  | {
      readonly kind: 'check';
      readonly request: number;
      readonly dictionary: DictionaryId;
      readonly blocks: readonly Block[];
    }
  | {
      readonly kind: 'suggest';
      readonly request: number;
      readonly dictionary: DictionaryId;
      readonly word: string;
    };

export interface SpellingResults {
  /** The words that the dictionary doesn't have: parts of each block, blocks without any left out. */
  readonly check: readonly CheckedPart[];
  /** The likeliest first. */
  readonly suggest: readonly string[];
}

export type SpellingAnswer =
  | { readonly request: number; readonly result: SpellingResults[keyof SpellingResults] }
  | { readonly request: number; readonly failed: string };
