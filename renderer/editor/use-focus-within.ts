import { useEffect, useMemo, useRef, type FocusEventHandler, type RefObject } from 'react';

/**
 * Tells when the focus comes to the editor as a whole and leaves it: its text, its popovers (which are elsewhere
 * in the DOM) and the format bar count as one. Another window coming to the front isn't leaving.
 */
export function useFocusWithin(
  frame: RefObject<HTMLElement | null>,
  onFocus: () => void,
  onBlur: () => void,
): { readonly onFocus: FocusEventHandler; readonly onBlur: FocusEventHandler } {
  const inside = useRef(false);
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return useMemo(
    () => ({
      onFocus() {
        window.clearTimeout(timer.current);
        if (inside.current) return;
        inside.current = true;
        onFocus();
      },
      onBlur() {
        window.clearTimeout(timer.current);
        // Until the focus has come to rest where it goes.
        timer.current = window.setTimeout(() => {
          const active = document.activeElement;
          if (frame.current?.contains(active) || active?.closest('[data-editor-panel], [data-editor-bar]'))
            return;
          if (!document.hasFocus() && active === document.body) return;
          inside.current = false;
          onBlur();
        });
      },
    }),
    [frame, onFocus, onBlur],
  );
}
