/** What is selected in the letter that is read, and acting on it: from the bar, the keys, the menu. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { numbering } from '../../../core/derived/numbering.ts';
import type { Highlight, Letter } from '../../../core/document/letter.ts';
import { onPassageRequest } from '../../state/passage-requests.ts';
import { quotes, quotingPoint } from '../../state/quoting-point.ts';
import { useSettled } from '../../state/settled.ts';
import { app, useApp } from '../../state/store.ts';
import type { TextRange } from '../../../core/text/canonical.ts';
import { rangeFromSelection } from './dom-position.ts';
import { perform, type PassageAct, type PassageForm, type Target } from './passage-acts.ts';

/**
 * @param selected the selected passage, where it is one of this letter
 */
export function useActs(
  letter: Letter,
  root: RefObject<HTMLElement | null>,
  selected: Highlight | undefined,
) {
  const selection = useApp(({ words }) => (words?.letter === letter.id ? words.range : null));
  const [form, setForm] = useState<PassageForm | null>(null);
  /** Passages at the place that was clicked. */
  const [here, setHere] = useState<readonly string[]>([]);

  const setSelection = useCallback(
    (range: TextRange | null) => {
      const { words } = app.get();
      if (range) app.set({ words: { letter: letter.id, range } });
      else if (words?.letter === letter.id) app.set({ words: null });
    },
    [letter.id],
  );

  // Words of a text that has changed, or isn't shown any more, aren't selected.
  const blocks = useRef(letter.blocks);
  useLayoutEffect(() => {
    if (blocks.current !== letter.blocks) setSelection(null);
    blocks.current = letter.blocks;
  }, [letter.blocks, setSelection]);
  useLayoutEffect(() => () => setSelection(null), [setSelection]);

  /** The selection as it is after the mouse or the key is let go; the bar follows it. */
  const readSelection = useCallback(() => {
    const element = root.current;
    const current = getSelection();
    const range = element && current ? rangeFromSelection(current, letter.blocks, element) : undefined;
    setSelection(range ?? null);
    if (range) setHere([]);
    return range;
  }, [letter.blocks, root, setSelection]);

  const target: Target | null = selection
    ? { kind: 'range', letter: letter.id, range: selection }
    : selected
      ? { kind: 'passage', id: selected.id }
      : null;

  /** False when nothing is there to act on. */
  const act = (what: PassageAct): boolean => {
    const { highlight } = app.get();
    // The menu may ask before the bar has seen the selection.
    const range = selection ?? readSelection();
    const on: Target | null = range
      ? { kind: 'range', letter: letter.id, range }
      : highlight !== null
        ? { kind: 'passage', id: highlight }
        : null;
    if (!on) return false;
    const next = perform(what, on);
    getSelection()?.removeAllRanges();
    setSelection(null);
    setForm(next);
    if (what.kind === 'answer') app.set({ highlight: null });
    return true;
  };

  const actNow = useRef(act);
  actNow.current = act;
  useEffect(() => onPassageRequest(letter.id, (request) => actNow.current(request)), [letter.id]);

  const clear = () => {
    const current = getSelection();
    // What is left of it is where the caret is for the keyboard.
    if (current && current.rangeCount > 0) current.collapseToStart();
    setSelection(null);
    setHere([]);
    app.set({ highlight: null });
  };

  return { selection, readSelection, target, act, clear, form, setForm, here, setHere };
}

/** The point that "quote" would put the words or the passage into: its code; undefined when there is none. */
export function useQuotingPoint(
  passage: string | null,
): { readonly number: string; readonly elsewhere: boolean } | undefined {
  const place = useApp((state) => state.place);
  const turnedFrom = useApp((state) => state.turnedFrom);
  const number = useSettled(({ project }) => {
    const point = quotingPoint({ project, place, turnedFrom }, passage);
    const code = point && project && numbering(project).pointCodes.get(point.id);
    return code === undefined || code === null || (point && passage !== null && quotes(point, passage))
      ? undefined
      : code;
  });
  const elsewhere = useSettled(
    ({ project }) =>
      place?.kind === 'point' && quotingPoint({ project, place, turnedFrom }, passage)?.id !== place.id,
  );
  return number === undefined ? undefined : { number, elsewhere };
}
