import type { PublishedQuotation } from './publication.ts';

/**
 * What stands under each quotation of a point beside its code: the whole source for the first passage of a letter,
 * only the place in it for the next ones, whose code tells the letter already.
 */
export function captions(quotations: readonly PublishedQuotation[]): readonly string[] {
  const told = new Set<string>();
  return quotations.map((quotation) => {
    const letter = letterCode(quotation);
    if (!told.has(letter)) {
      told.add(letter);
      return quotation.source;
    }
    const short = quotation.shortSource.replace(/[\u2068\u2069]/g, '');
    return short.startsWith(letter) ? short.slice(letter.length).replace(/^[,،]\s*/, '') : short;
  });
}

/** "A1" of "A1-3". */
export function letterCode({ code }: PublishedQuotation): string {
  return code.slice(0, code.lastIndexOf('-')) || code;
}
