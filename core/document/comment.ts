/** What those who work on a project say of it to one another. Private: in no export unless asked for. */
import type { BlockId } from '../text/block.ts';

/** Words of one block, in UTF-16 units, half-open. Empty where its words were cut away. */
export interface TextSpot {
  readonly block: BlockId;
  readonly from: number;
  readonly to: number;
  /** The words as they stood when they were last there. */
  readonly quote: string;
}

/**
 * What a comment is about. Words are named by their blocks alone, whose ids are unique over all texts by the author:
 * so it stays with them when they go into another text.
 */
export type CommentSubject =
  | { readonly kind: 'point'; readonly id: string }
  | { readonly kind: 'highlight'; readonly id: string }
  /** In the order of the text; one at least. */
  | { readonly kind: 'text'; readonly spots: readonly TextSpot[] };

export interface Reply {
  readonly id: string;
  /** As it was set on the computer where it was written; may be empty. */
  readonly author: string;
  /** ISO 8601 with the time, in UTC. */
  readonly date: string;
  readonly text: string;
}

export interface Comment extends Reply {
  readonly about: CommentSubject;
  readonly resolved?: true;
  /** In the order of writing; absent for none. */
  readonly replies?: readonly Reply[];
}
