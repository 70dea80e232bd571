/**
 * One of the author's texts: an editor when it is near the view or has the caret, else the same text drawn
 * without one, so that hundreds of points stay light.
 */
import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { TextRef } from '../../../core/document/find.ts';
import { en } from '../../../core/messages/en.ts';
import { importHtml } from '../../../core/import/html.ts';
import type { RichText } from '../../../core/text/block.ts';
import { StaticText } from '../../editor/static-text.tsx';
import { bridge } from '../../platform/bridge.ts';
import { newId } from '../../platform/ids.ts';
import { closeEdit } from '../../state/edit.ts';
import { editText } from '../../state/points.ts';
import { NEW_PICTURES } from '../../state/new-pictures.ts';
import { useCaretRequest } from '../../state/one-of-many.ts';
import { app, useApp, type Place, type TextSelection } from '../../state/store.ts';
import { watchNear } from '../../ui/watch-near.ts';
import { CheckedEditor } from './checked-editor.tsx';
import { useResolved } from './resolved.ts';

interface Props {
  readonly textRef: TextRef;
  readonly text: RichText;
  readonly label: string;
  readonly placeholder: string;
  /** Becomes the current place when the text takes the caret. */
  readonly place: Place;
}

export function OwnText({ textRef, text, label, placeholder, place }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  const [focused, setFocused] = useState(false);
  const caret = useCaretRequest(textRef);
  const habits = useApp((state) => state.typing);
  const resolved = useResolved();

  useLayoutEffect(() => {
    const element = box.current?.closest('.point') ?? box.current;
    return element ? watchNear(element, element.closest('.answer-scroll'), setNear) : undefined;
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
        <CheckedEditor
          textRef={textRef}
          text={text}
          label={label}
          placeholder={placeholder}
          newId={newId}
          habits={habits}
          pictures={NEW_PICTURES}
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
          onSelect={(selection) => noteSelection(textRef, selection)}
          cleanPaste={cleanPaste}
          onOpenLink={(url) => void bridge.openLink(url)}
          {...resolved}
        />
      ) : (
        <StaticText text={text} placeholder={placeholder} {...resolved} />
      )}
      <span className="visually-hidden">{en.panes.answer}</span>
    </div>
  );
}

/** HTML as blocks of the model; the bytes of pictures in it are given to the project. */
function cleanPaste(html: string) {
  const imported = importHtml(html, newId);
  return { blocks: imported.blocks, assets: NEW_PICTURES.keep(imported.pictures) };
}

/** Where the caret is now; an edit has told it already when it comes from one. */
function noteSelection(ref: TextRef, selection: TextSelection | null): void {
  const known = app.get().textSelection;
  const same =
    known &&
    selection &&
    sameEnds(known.selection, selection) &&
    JSON.stringify(known.ref) === JSON.stringify(ref);
  if (!same) app.set({ textSelection: selection ? { ref, selection } : null });
}

const sameEnds = (a: TextSelection, b: TextSelection) =>
  a.anchor.block === b.anchor.block &&
  a.anchor.offset === b.anchor.offset &&
  a.focus.block === b.focus.block &&
  a.focus.offset === b.focus.offset;
