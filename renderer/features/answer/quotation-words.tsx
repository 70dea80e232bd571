/**
 * The words of a quotation: read, selected with the mouse or the keys, and changed by what the bar and its keys do.
 * They can't be typed in, for they are the letter's.
 */
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { en } from '../../../core/messages/en.ts';
import { showPassage } from '../../state/navigation.ts';
import { useQuoted } from '../../state/one-of-many.ts';
import { act, isSign } from '../../state/quoted.ts';
import { app } from '../../state/store.ts';
import { KeyboardCaret, moveSelection } from '../../ui/keyboard-caret.tsx';
import { actOfKey, QuoteBar } from './quote-bar.tsx';
import type { QuotationLook } from './quotation-look.ts';
import { boxOfExtent, rangeOfExtent, selectedExtent } from './quoted-dom.ts';
import { QuotedRuns } from './quoted-runs.tsx';

interface Props {
  readonly point: string;
  readonly quotation: string;
  readonly look: QuotationLook;
}

export function QuotationWords({ point, quotation, look }: Props) {
  const root = useRef<HTMLQuoteElement>(null);
  const [focused, setFocused] = useState(false);
  const quoted = useQuoted(quotation);
  const { blocks, markers, quote, code } = look;

  const follow = useCallback(() => {
    const extent = root.current ? selectedExtent(root.current, quote) : undefined;
    if (!extent) return;
    const before = app.get().quoted;
    const same =
      before?.quotation === quotation &&
      before.from === extent.from &&
      before.to === extent.to &&
      JSON.stringify(before.edit) === JSON.stringify(extent.edit);
    if (!same) app.set({ quoted: { point, quotation, ...extent } });
  }, [point, quotation, quote]);

  useEffect(() => {
    if (!focused) return;
    document.addEventListener('selectionchange', follow);
    return () => document.removeEventListener('selectionchange', follow);
  }, [focused, follow]);

  const put = useCallback(() => {
    const now = app.get().quoted;
    const range = root.current && now?.quotation === quotation ? rangeOfExtent(root.current, now) : undefined;
    if (!range) return;
    const selection = getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
  }, [quotation]);

  // Words that were changed, or put back, are other elements: the selection goes with what it stood at.
  useLayoutEffect(() => {
    if (root.current?.contains(document.activeElement)) put();
  }, [blocks, put]);

  const asked = quoted?.focus;
  useEffect(() => {
    if (asked === undefined || !root.current) return;
    root.current.focus();
    put();
  }, [asked, put]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || !root.current) return;
    if (moveSelection(event.nativeEvent, root.current)) return event.preventDefault();
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      return showPassage(look.highlight);
    }
    if (event.key === 'Escape' && quoted) {
      event.preventDefault();
      getSelection()?.collapseToEnd();
      return app.set({ quoted: { point, quotation, from: quoted.to, to: quoted.to } });
    }
    const what = quoted && actOfKey(event.nativeEvent, quoted);
    if (!what) return;
    event.preventDefault();
    event.stopPropagation();
    act(what);
  };

  const onClick = (event: MouseEvent) => {
    // A link in a quotation leads to its passage like the words around it.
    event.preventDefault();
    const sign = (event.target as Element).closest<HTMLElement>('[data-edit]');
    if (sign) {
      getSelection()?.selectAllChildren(sign);
      return follow();
    }
    if (getSelection()?.isCollapsed !== false) showPassage(look.highlight);
  };

  const shown = quoted !== null && (quoted.from < quoted.to || isSign(quoted) || quoted.form !== undefined);
  return (
    <>
      <blockquote
        ref={root}
        className="text static"
        lang={look.language}
        tabIndex={0}
        aria-label={en.quote.words(code)}
        aria-description={en.quote.wordsHint}
        onClick={onClick}
        onKeyDown={onKeyDown}
        onFocus={() => {
          setFocused(true);
          if (app.get().quoted?.quotation !== quotation) follow();
        }}
        onBlur={(event) => {
          setFocused(false);
          const to = event.relatedTarget;
          if (to && !to.closest('.quote-bar') && app.get().quoted?.quotation === quotation)
            app.set({ quoted: null });
        }}
      >
        <QuotedRuns blocks={blocks} markers={markers} quote={quote} />
        {focused && <KeyboardCaret root={root} />}
      </blockquote>
      {shown && (
        <QuoteBar
          quoted={quoted}
          quote={quote}
          box={() => root.current && boxOfExtent(root.current, quoted)}
          range={() => (root.current ? rangeOfExtent(root.current, quoted) : undefined)}
          bounds={() => root.current?.closest('.answer-scroll')?.getBoundingClientRect()}
          direction={look.direction}
          onLeave={() => root.current?.focus()}
        />
      )}
    </>
  );
}
