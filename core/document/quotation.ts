/** How a passage is quoted in a point: as it stands, or with the changes that a quotation may have. */

/**
 * One change of a quotation's words. Offsets are UTF-16 units of the view's `of`, half-open, never within a surrogate
 * pair. See quotation-edits.ts for what a list of them must hold to.
 */
export type QuotationEdit =
  /** Words left out; a sign of omission stands for them. */
  | { readonly kind: 'omit'; readonly from: number; readonly to: number }
  /** The quoter's own words, in brackets. */
  | { readonly kind: 'insert'; readonly at: number; readonly text: string }
  /** The quoter's words instead of the letter's, in brackets: "[T]he", "[the council]". */
  | { readonly kind: 'replace'; readonly from: number; readonly to: number; readonly text: string }
  /** The word that ends here stands so in the letter. */
  | { readonly kind: 'sic'; readonly at: number }
  /** Emphasis that the letter doesn't have. */
  | { readonly kind: 'emphasis'; readonly from: number; readonly to: number };

/** An edit whose words are no longer in the passage: kept until the writer lets it go. */
export interface LostEdit {
  readonly kind: QuotationEdit['kind'];
  /** The words that it stood at, as they were. */
  readonly words: string;
  /** What was put in. */
  readonly text?: string;
}

/** What of a highlight is shown, and how. */
export interface QuotationView {
  /** The highlight's quote when it was edited. Where it has become another since, anchoring/carry-view.ts follows. */
  readonly of: string;
  /** Only this part is quoted; edits outside of it rest. */
  readonly part?: { readonly from: number; readonly to: number };
  /** In normal form. */
  readonly edits: readonly QuotationEdit[];
  readonly lost?: readonly LostEdit[];
}

/** A passage shown in a point: a view of a highlight. */
export interface Quotation {
  readonly id: string;
  readonly highlight: string;
  /** Absent for the passage as it stands. */
  readonly view?: QuotationView;
  /** `run-in`: set in quotation marks at the head of the answer, not apart. */
  readonly setting?: 'run-in';
}

/** Which quotation of which point. */
export interface QuotationRef {
  readonly point: string;
  readonly quotation: string;
}
