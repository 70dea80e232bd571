/** Random edits of quotations. */
import fc from 'fast-check';
import { normalView } from '../../core/document/quotation-edits.ts';
import type { QuotationEdit, QuotationView } from '../../core/document/quotation.ts';

const fraction = fc.double({ min: 0, max: 1, noNaN: true });

/** Edits at fractions of a text's length; they needn't be in normal form. */
export const editSeeds = (texts: fc.Arbitrary<string>) =>
  fc.record({
    part: fc.option(fc.tuple(fraction, fraction), { nil: undefined, freq: 2 }),
    edits: fc.array(
      fc.record({
        kind: fc.constantFrom('omit', 'insert', 'replace', 'sic', 'emphasis'),
        a: fraction,
        length: fc.nat(24),
        text: texts,
      }),
      { maxLength: 6 },
    ),
  });
export type EditSeeds = ReturnType<typeof editSeeds> extends fc.Arbitrary<infer T> ? T : never;

export function editsFrom(of: string, { edits }: EditSeeds): readonly QuotationEdit[] {
  return edits.map(({ kind, a, length, text }): QuotationEdit => {
    const at = Math.floor(a * (of.length + 1));
    const to = at + length;
    if (kind === 'insert') return { kind, at, text };
    if (kind === 'sic') return { kind, at };
    return kind === 'replace' ? { kind, from: at, to, text } : { kind, from: at, to };
  });
}

/** In normal form; undefined where the seeds make no change. */
export function viewFrom(of: string, seeds: EditSeeds): QuotationView | undefined {
  const [a, b] = seeds.part ?? [0, 1];
  const from = Math.floor(Math.min(a, b) * of.length);
  const to = Math.ceil(Math.max(a, b) * of.length);
  return normalView({ of, ...(seeds.part ? { part: { from, to } } : {}), edits: editsFrom(of, seeds) });
}
