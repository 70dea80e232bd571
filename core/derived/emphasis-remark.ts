import type { QuotedPassage } from './quoted-blocks.ts';

/** Words of a language for emphasis that the quoter added. */
export interface EmphasisWords {
  readonly emphasisAdded: string;
  readonly italicsAdded: string;
  readonly boldAdded: string;
  readonly underliningAdded: string;
  readonly otherEmphasis: string;
}

/**
 * What is said of emphasis, without brackets: "emphasis added"; where the words quoted have emphasis of their own,
 * which the added one is set apart from, "bold added, other emphasis in the original". '' where none was added.
 */
export function emphasisRemark(emphasis: QuotedPassage['emphasis'], words: EmphasisWords): string {
  if (!emphasis) return '';
  if (!emphasis.original) return words.emphasisAdded;
  const { mark } = emphasis;
  const added =
    mark === 'strong' ? words.boldAdded : mark === 'underline' ? words.underliningAdded : words.italicsAdded;
  return `${added}, ${words.otherEmphasis}`;
}
