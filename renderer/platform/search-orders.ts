/** What goes between the window and the worker that searches in letters. */
import type { ReadAnnotation, ReadAnnotations } from '../../core/anchoring/web-annotation.ts';
import type { FoundQuotation } from '../../core/derived/verbatim.ts';
import type { Reply, ReplyInput } from '../../core/import/draft/reply.ts';
import type { AnnotationPlace } from '../../core/operations/annotate-letter.ts';
import type { RichText } from '../../core/text/block.ts';

/** Its letters are without blocks: the worker has those. */
export type DraftQuestion = Omit<ReplyInput, 'ids' | 'nearestKnown'>;
/** Without the letters and pictures, which the window has. */
export type DraftReply = Omit<Reply, 'project'> & {
  readonly project: Omit<Reply['project'], 'letters' | 'assets'>;
};

export type SearchOrder =
  /** The worker's text of a letter changes: `removed` blocks from `index` on give way to `inserted`. */
  | {
      readonly kind: 'letter';
      readonly id: string;
      readonly index: number;
      readonly removed: number;
      readonly inserted: RichText;
    }
  | { readonly kind: 'forget'; readonly id: string }
  | {
      readonly kind: 'quotations';
      readonly request: number;
      /** Ids, in the order of the project. */
      readonly letters: readonly string[];
      readonly text: RichText;
      /** The letter that the text answers. */
      readonly letter: string | undefined;
    }
  | { readonly kind: 'draft'; readonly request: number; readonly question: DraftQuestion }
  /** The file's bytes are to be read as annotations. */
  | { readonly kind: 'file'; readonly request: number; readonly bytes: Uint8Array }
  | {
      readonly kind: 'annotations';
      readonly request: number;
      readonly letter: string;
      readonly annotations: readonly ReadAnnotation[];
      /** What the letter came from. */
      readonly original: { readonly name: string; readonly bytes: Uint8Array } | undefined;
    };

export interface SearchResults {
  readonly quotations: readonly FoundQuotation[];
  readonly draft: DraftReply;
  /** Undefined where it isn't JSON. */
  readonly file: ReadAnnotations | undefined;
  /** One for each annotation. */
  readonly annotations: readonly (AnnotationPlace | undefined)[];
}

export type SearchAnswer =
  | { readonly request: number; readonly result: SearchResults[keyof SearchResults] }
  /** The share that is done, 0 to 1. */
  | { readonly request: number; readonly progress: number };
