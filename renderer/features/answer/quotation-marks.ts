/** How the quotations of a text compare with their letters, for its editor. */
import { useEffect, useMemo } from 'react';
import { placed } from '../../../core/derived/verbatim.ts';
import type { TextRef } from '../../../core/document/find.ts';
import { marksOf, type QuotationMarks } from '../../editor/quotation-marks.ts';
import { quotationId, textKey, useQuotations, watchQuotations } from '../../state/quotations.ts';
import { useSettled } from '../../state/settled.ts';

/** The same value as long as what was compared last is: typing doesn't change it before the next pause. */
export function useQuotationMarks(ref: TextRef): QuotationMarks | undefined {
  const key = textKey(ref);
  const checked = useQuotations(({ texts }) => texts.get(key));
  const accepted = useSettled((state) => state.project?.accepted);
  // The text is named by its key: another object for the same text is no other text.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => watchQuotations(ref), [key]);
  return useMemo(
    () =>
      checked && checked.found.length > 0
        ? marksOf(checked.text, placed(checked.found, ref, accepted ?? []), quotationId)
        : undefined,
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [checked, accepted, key],
  );
}
