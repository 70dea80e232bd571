import type { PublishedContent, PublishedQuotation } from './publication.ts';

/**
 * What stands under each quotation of a point beside its code: the whole source for the first passage of a letter,
 * only the place in it for the next ones, whose code tells the letter already. An outside work is cited each time, as its style has it.
 */
export function captions(quotations: readonly PublishedQuotation[]): readonly PublishedContent[] {
  const told = new Set<string>();
  const plain = (text: string): PublishedContent => (text === '' ? [] : [{ text }]);
  return quotations.map((quotation) => {
    if (quotation.cited) return quotation.cited;
    const letter = letterCode(quotation);
    if (!told.has(letter)) {
      told.add(letter);
      return plain(quotation.source);
    }
    const short = quotation.shortSource.replace(/[\u2068\u2069]/g, '');
    return plain(short.startsWith(letter) ? short.slice(letter.length).replace(/^[,،]\s*/, '') : short);
  });
}

/** "A1" of "A1-3". */
export function letterCode({ code }: PublishedQuotation): string {
  return code.slice(0, code.lastIndexOf('-')) || code;
}
