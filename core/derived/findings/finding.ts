/** Something that a writer would want to know of before printing. */
import type { BlockId, CrossReferenceTarget } from '../../text/block.ts';
import type { DifferencePart } from '../../anchoring/nearest.ts';
import type { TextRef } from '../../document/find.ts';
import type { LostEdit } from '../../document/quotation.ts';
import type { QuotationPlace } from '../../document/quotation-place.ts';
import type { Lack } from './lacks.ts';
import type { TargetMissed } from './targets.ts';

/** `wrong` misleads a reader; `open` is work not done; `minor` is something that a reader may miss. */
export type FindingWeight = 'wrong' | 'open' | 'minor';

/** Where a quotation stands that was typed by hand, and its words. */
interface TypedQuotation extends QuotationPlace {
  readonly quotation: string;
}

export type QuotationFinding =
  /** The letter's words at the highlight are others than those highlighted. */
  | {
      readonly kind: 'misquotation';
      readonly weight: 'wrong';
      readonly highlight: string;
      readonly now: string;
    }
  /** The highlight's words were cut out of the letter. */
  | { readonly kind: 'words-gone'; readonly weight: 'wrong'; readonly highlight: string }
  /** Changes of a quotation whose words are no longer in its passage. */
  | {
      readonly kind: 'quotation-edits-lost';
      readonly weight: 'wrong';
      readonly point: string;
      /** Id of the point's quotation. */
      readonly quotation: string;
      readonly highlight: string;
      readonly lost: readonly LostEdit[];
    }
  /** The writer's pattern for source lines can't be read: they stand in the usual form. */
  | { readonly kind: 'source-pattern'; readonly weight: 'wrong'; readonly problem: string };

export type TypedFinding =
  /** Words typed as a quotation are not quite those of a letter. */
  | (TypedQuotation & {
      readonly kind: 'quotation-differs';
      readonly weight: 'wrong';
      /** Code of the letter. */
      readonly letter: string;
      /** Its wording. */
      readonly nearest: string;
      readonly difference: readonly DifferencePart[];
    })
  /** They are in no letter: a quoted block without a work that it is from, or, open, words in quotation marks. */
  | (TypedQuotation & { readonly kind: 'quotation-not-found'; readonly weight: 'wrong' | 'open' });

export type ReferenceFinding =
  | {
      readonly kind: 'dangling-reference';
      readonly weight: 'wrong';
      readonly text: TextRef;
      readonly block: BlockId;
      readonly target: CrossReferenceTarget;
    }
  | {
      readonly kind: 'unknown-work';
      readonly weight: 'wrong';
      readonly text: TextRef;
      readonly block: BlockId;
      readonly reference: string;
    }
  /** A passage or a point names something as its answer that isn't there. */
  | {
      readonly kind: 'dangling-answer';
      readonly weight: 'wrong';
      readonly of: { readonly kind: 'passage' | 'point'; readonly id: string };
    };

export type OutlineFinding =
  /** The writer's pattern gives several points one code. */
  | {
      readonly kind: 'code-twice';
      readonly weight: 'wrong';
      readonly code: string;
      readonly points: readonly string[];
    }
  /** The point continues one that is gone, and had no published code. */
  | { readonly kind: 'continues-nothing'; readonly weight: 'wrong'; readonly point: string }
  /** The heading that a part responds to is no longer in its letter. */
  | { readonly kind: 'heading-gone'; readonly weight: 'wrong'; readonly section: string };

export type OpenFinding =
  | { readonly kind: 'point-unanswered'; readonly weight: 'open'; readonly point: string }
  /** No point with an answer quotes it, and it isn't waived. */
  | { readonly kind: 'highlight-open'; readonly weight: 'open'; readonly highlight: string }
  /** It answers, but says not in which of the project's ways. */
  | { readonly kind: 'answer-type-missing'; readonly weight: 'open'; readonly point: string }
  /** Its answer type asks for what was changed. */
  | { readonly kind: 'changes-missing'; readonly weight: 'open'; readonly point: string }
  | { readonly kind: 'comment-open'; readonly weight: 'open'; readonly comment: string };

export type Finding =
  QuotationFinding | TypedFinding | ReferenceFinding | OutlineFinding | OpenFinding | Lack | TargetMissed;
