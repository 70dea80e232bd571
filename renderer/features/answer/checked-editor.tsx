/** The editor of a text of the author's, whose quotations are compared with the letters as long as it is there. */
import { useEffect, useMemo } from 'react';
import type { TextRef } from '../../../core/document/find.ts';
import { AnswerEditor, type AnswerEditorProps } from '../../editor/answer-editor.tsx';
import { marksOf, type QuotationMarks } from '../../editor/quotation-marks.ts';
import { openQuotation } from '../../state/quotation-at.ts';
import {
  quotationId,
  quotationsOf,
  textKey,
  useQuotations,
  watchQuotations,
} from '../../state/quotations.ts';
import { watchSpelling } from '../../state/spelling.ts';
import { useApp } from '../../state/store.ts';

const NONE: readonly never[] = [];

interface Props extends Omit<AnswerEditorProps, 'quotationMarks' | 'onQuotation'> {
  readonly textRef: TextRef;
}

export function CheckedEditor({ textRef, ...props }: Props) {
  return (
    <AnswerEditor
      {...props}
      quotationMarks={useQuotationMarks(textRef)}
      onQuotation={({ block, offset }) => void openQuotation({ text: textRef, block, offset })}
    />
  );
}

/** The same value as long as what was compared last is: typing doesn't change it before the next pause. */
function useQuotationMarks(ref: TextRef): QuotationMarks | undefined {
  const key = textKey(ref);
  const checked = useQuotations(({ texts }) => texts.get(key));
  const accepted = useApp((state) => state.project?.accepted);
  // The text is named by its key: another object for the same text is no other text.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => watchQuotations(ref), [key]);
  // eslint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => watchSpelling(ref), [key]);
  return useMemo(
    () =>
      checked && checked.found.length > 0
        ? marksOf(checked.text, quotationsOf(checked, accepted ?? NONE), quotationId)
        : undefined,
    [checked, accepted],
  );
}
