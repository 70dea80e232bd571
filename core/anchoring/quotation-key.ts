import { fold } from './fold.ts';

/** What tells one quotation from another, however it is set: as the list of accepted quotations holds it. */
export function quotationKey(text: string): string {
  return fold(text.trim()).text;
}
