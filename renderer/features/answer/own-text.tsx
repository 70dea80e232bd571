/**
 * One of the author's texts: an editor when it is near the view or has the caret, else the same text drawn
 * without one, so that hundreds of points stay light.
 */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { TextRef } from '../../../core/document/find.ts';
import { en } from '../../../core/messages/en.ts';
import { importHtml } from '../../../core/import/html.ts';
import type { RichText } from '../../../core/text/block.ts';
import { AnswerEditor } from '../../editor/answer-editor.tsx';
import { StaticText } from '../../editor/static-text.tsx';
import { bridge } from '../../platform/bridge.ts';
import { newId } from '../../platform/ids.ts';
import { closeEdit } from '../../state/edit.ts';
import { openQuotation } from '../../state/quotation-at.ts';
import { editText } from '../../state/points.ts';
import { app, useApp, type Place } from '../../state/store.ts';
import { useQuotationMarks } from './quotation-marks.ts';
import { useResolved } from './resolved.ts';

interface Props {
  readonly textRef: TextRef;
  readonly text: RichText;
  readonly label: string;
  readonly placeholder: string;
  /** Becomes the current place when the text takes the caret. */
  readonly place: Place;
}

const sameRef = (a: TextRef, b: TextRef) =>
  a.of === b.of && ('id' in a ? a.id : '') === ('id' in b ? b.id : '');

export function OwnText({ textRef, text, label, placeholder, place }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  const [focused, setFocused] = useState(false);
  const language = useApp((state) => state.project?.settings.language ?? 'en');
  const direction = useApp((state) => state.project?.settings.direction ?? 'ltr');
  const caret = useApp((state) => (state.caret && sameRef(state.caret.ref, textRef) ? state.caret : null));
  const resolved = useResolved();
  const quotationMarks = useQuotationMarks(textRef);

  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const sight = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting ?? false), {
      // The margin counts from this edge alone: within the window's it would be cut off by the pane.
      root: element.closest('.answer-scroll'),
      rootMargin: '600px',
    });
    sight.observe(element);
    return () => sight.disconnect();
  }, []);

  const restore = useMemo(() => {
    if (!caret) return undefined;
    const last = text.at(-1);
    const end = { block: last?.id ?? '', offset: Number.MAX_SAFE_INTEGER };
    return { selection: caret.selection ?? { anchor: end, focus: end }, nonce: caret.nonce };
    // The caret is asked for once: later changes of the text don't ask again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [caret]);

  return (
    <div ref={box} className="own-text">
      {near || focused || caret ? (
        <AnswerEditor
          text={text}
          label={label}
          placeholder={placeholder}
          language={language}
          direction={direction}
          newId={newId}
          restore={restore}
          onEdit={(change) => editText(textRef, change)}
          onFocus={() => {
            setFocused(true);
            app.set({ place });
          }}
          onBlur={() => {
            setFocused(false);
            closeEdit();
            if (app.get().caret === caret) app.set({ caret: null });
          }}
          onSelect={(selection) => app.set({ textSelection: selection ? { ref: textRef, selection } : null })}
          quotationMarks={quotationMarks}
          onQuotation={({ block, offset }) => void openQuotation({ text: textRef, block, offset })}
          cleanPaste={(html) => importHtml(html, newId).blocks}
          onOpenLink={(url) => void bridge.openLink(url)}
          {...resolved}
        />
      ) : (
        <StaticText
          text={text}
          placeholder={placeholder}
          language={language}
          direction={direction}
          describeReference={resolved.describeReference}
          describeCitation={resolved.describeCitation}
          noteNumber={resolved.noteNumber}
          demandNumber={resolved.demandNumber}
        />
      )}
      <span className="visually-hidden">{en.panes.answer}</span>
    </div>
  );
}
