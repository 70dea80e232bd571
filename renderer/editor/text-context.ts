import { createContext } from 'react';
import type { BlockId, CitationAtom, CrossReferenceAtom } from '../../core/text/block.ts';
import type { MarkedVerdict } from './quotation-marks.ts';

/** A reference as far as its words go. */
export type ReferenceOf = Pick<CrossReferenceAtom, 'target'> & {
  readonly form?: CrossReferenceAtom['form'] | undefined;
};

/** What the text alone doesn't tell: derived numbers and words. Give functions that change only with their answers. */
export interface TextDescriptions {
  describeReference(reference: ReferenceOf): { readonly text: string; readonly missing: boolean };
  describeCitation(citation: CitationAtom): { readonly text: string; readonly missing: boolean };
  /** The number of a footnote of the author's. */
  noteNumber?: ((id: string) => number | undefined) | undefined;
  /** The printed mark of a letter's own note, by the id of its block. */
  noteLabel?: ((block: BlockId) => string | undefined) | undefined;
  /** What an entry of a list is called: "Demand 3". */
  entryName?: ((block: BlockId) => string | undefined) | undefined;
  /** How quotations in a footnote of the author's compare with their letters, where the writer should know. */
  noteVerdict?: ((id: string) => MarkedVerdict | undefined) | undefined;
}

export const NO_DESCRIPTIONS: TextDescriptions = {
  describeReference: () => ({ text: '?', missing: true }),
  describeCitation: () => ({ text: '?', missing: true }),
};

export const TextContext = createContext<TextDescriptions>(NO_DESCRIPTIONS);
