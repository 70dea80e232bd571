/**
 * The signs with which a language's writers change a quotation: square brackets and […] nearly everywhere; ⟨…⟩ set as
 * <…> where Russian habits hold (GOST 7.0.5, Milchin's handbook); 〔 〕, with words for [sic], in Japanese and Chinese.
 */
export interface QuotationSigns {
  readonly open: string;
  readonly close: string;
  readonly omission: string;
  readonly sic: string;
  /** Whether they are set off by spaces where words meet them. */
  readonly spaced: boolean;
}

const USUAL: QuotationSigns = { open: '[', close: ']', omission: '[…]', sic: '[sic]', spaced: true };
const EAST_SLAVIC: QuotationSigns = { ...USUAL, omission: '<…>' };
const TORTOISE = { open: '〔', close: '〕', spaced: false } as const;

const SIGNS: Readonly<Record<string, QuotationSigns>> = {
  ru: EAST_SLAVIC,
  uk: EAST_SLAVIC,
  be: EAST_SLAVIC,
  ja: { ...TORTOISE, omission: '〔…〕', sic: '〔ママ〕' },
  zh: { ...TORTOISE, omission: '〔…〕', sic: '〔原文如此〕' },
};

/** @param language BCP 47, of the words around the quotation; only its primary subtag counts. */
export function quotationSigns(language: string): QuotationSigns {
  const primary = /^[a-z]+/.exec(language.toLowerCase())?.[0] ?? '';
  return (Object.hasOwn(SIGNS, primary) && SIGNS[primary]) || USUAL;
}
