/** The editor of a text of the author's, whose quotations are compared with the letters as long as it is there. */
import { useEffect, useMemo } from 'react';
import type { TextRef } from '../../../core/document/find.ts';
import type { RichText } from '../../../core/text/block.ts';
import { AnswerEditor, type AnswerEditorProps } from '../../editor/answer-editor.tsx';
import type { CommentMark, CommentMarks } from '../../editor/comment-marks.ts';
import { marksOf, type QuotationMarks } from '../../editor/quotation-marks.ts';
import { goToComment, useCommentAt } from '../../state/comments.ts';
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

interface Props extends Omit<
  AnswerEditorProps,
  'quotationMarks' | 'onQuotation' | 'commentMarks' | 'onComment'
> {
  readonly textRef: TextRef;
}

export function CheckedEditor({ textRef, ...props }: Props) {
  return (
    <AnswerEditor
      {...props}
      quotationMarks={useQuotationMarks(textRef)}
      commentMarks={useCommentMarks(props.text)}
      onComment={goToComment}
      onQuotation={({ block, offset }) => void openQuotation({ text: textRef, block, offset })}
    />
  );
}

/** Those of open comments on the text's words, and of one that is being written. */
function useCommentMarks(text: RichText): CommentMarks | undefined {
  const comments = useApp((state) => state.project?.comments);
  const begun = useCommentAt(({ at }) => (at && 'about' in at ? at.about : null));
  const ids = useMemo(() => new Set(text.map(({ id }) => id)), [text]);
  const spots = [
    ...(comments ?? []).flatMap(({ id, about, resolved }) =>
      !resolved && about.kind === 'text' ? about.spots.map((spot) => ({ id, ...spot })) : [],
    ),
    ...(begun?.kind === 'text' ? begun.spots.map((spot) => ({ id: 'new', ...spot })) : []),
  ].filter(({ block, from, to }) => ids.has(block) && from < to);
  const key = spots.map(({ id, block, from, to }) => [id, block, from, to].join()).join(' ');
  return useMemo(() => {
    if (key === '') return undefined;
    const marks = new Map<string, CommentMark[]>();
    for (const { id, block, from, to } of spots) {
      const known = marks.get(block);
      if (known) known.push({ id, from, to });
      else marks.set(block, [{ id, from, to }]);
    }
    return marks;
    // The key says all that the marks say.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [key]);
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
