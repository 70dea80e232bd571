/** What goes between the window and the worker that finds. */
import type { SearchedPart } from '../../core/find/places.ts';
import type { FindQuery } from '../../core/find/query.ts';
import type { Replacement } from '../../core/find/replacement.ts';

/** Where something was found. */
export interface FoundAt {
  /** Key of the text, as `searchables` names it. */
  readonly key: string;
  /** Id of its part. */
  readonly part: string;
  /** UTF-16 units of the part's text, half-open. */
  readonly from: number;
  readonly to: number;
}

export type FindOrder =
  /** The worker's copy of a text changes: `removed` parts from `index` on give way to `inserted`. */
  | {
      readonly kind: 'text';
      readonly key: string;
      readonly index: number;
      readonly removed: number;
      readonly inserted: readonly SearchedPart[];
    }
  | { readonly kind: 'forget'; readonly key: string }
  /** Looks through these texts in their order; a newer order of this kind ends an older one. */
  | {
      readonly kind: 'find';
      readonly request: number;
      readonly query: FindQuery;
      readonly language: string;
      readonly keys: readonly string[];
      /** Places that are told; of more there are only counts. */
      readonly limit: number;
      /** Has each place come with what is to be put there. */
      readonly replacement?: Replacement;
    };

export interface FoundPlace extends FoundAt {
  readonly words?: string;
}

export type FindAnswer =
  /** Places that came since the last answer, in order, and how many more there are in each text. */
  | {
      readonly request: number;
      readonly found: readonly FoundPlace[];
      readonly uncounted: readonly (readonly [key: string, count: number])[];
      readonly done: boolean;
    }
  | { readonly request: number; readonly badPattern: string };
