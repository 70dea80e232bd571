/**
 * Selecting words of a letter or a quotation with the keyboard: the text can't be edited, so the browser gives it no caret. This
 * moves the selection with the arrow keys as a text field would, and draws the caret.
 */
import { useEffect, useState, type RefObject } from 'react';

const SCROLL = '.letter-scroll, .answer-scroll';

const MOVES: Record<string, readonly [direction: string, granularity: string, withControl: string]> = {
  ArrowRight: ['right', 'character', 'word'],
  ArrowLeft: ['left', 'character', 'word'],
  ArrowDown: ['forward', 'line', 'paragraph'],
  ArrowUp: ['backward', 'line', 'paragraph'],
  Home: ['backward', 'lineboundary', 'documentboundary'],
  End: ['forward', 'lineboundary', 'documentboundary'],
};

/** True when the key moved or extended the selection. */
export function moveSelection(event: KeyboardEvent, root: HTMLElement): boolean {
  const move = MOVES[event.key];
  if (!move || event.altKey) return false;
  const selection = getSelection();
  if (!selection) return false;
  if (selection.rangeCount === 0 || !root.contains(selection.anchorNode)) {
    const first = firstVisibleBlock(root);
    if (!first) return false;
    selection.collapse(first, 0);
    if (event.key === 'ArrowDown' || event.key === 'ArrowRight') return true;
  }
  const [direction, granularity, withControl] = move;
  const jumps = event.ctrlKey || event.metaKey;
  if (jumps && withControl === 'documentboundary') {
    const blocks = root.querySelectorAll('[data-block]');
    const edge = direction === 'backward' ? blocks[0] : blocks[blocks.length - 1];
    const offset = direction === 'backward' ? 0 : (edge?.childNodes.length ?? 0);
    if (edge && event.shiftKey) selection.extend(edge, offset);
    else if (edge) selection.collapse(edge, offset);
  } else {
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
    selection.modify(event.shiftKey ? 'extend' : 'move', direction, jumps ? withControl : granularity);
    // At the text's ends the browser goes on into what stands beside it.
    if (!root.contains(selection.focusNode) && anchorNode && focusNode) {
      selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
    }
  }
  const box = focusBox(selection);
  const view = root.closest(SCROLL)?.getBoundingClientRect();
  if (box && view && (box.top < view.top + 24 || box.bottom > view.bottom - 24)) {
    selection.focusNode?.parentElement?.scrollIntoView({ block: 'nearest' });
  }
  return true;
}

function firstVisibleBlock(root: HTMLElement): Element | undefined {
  const top = root.closest(SCROLL)?.getBoundingClientRect().top ?? 0;
  return [...root.querySelectorAll('[data-block]')].find(
    (block) => block.getBoundingClientRect().bottom > top + 8,
  );
}

function focusBox(selection: Selection): DOMRect | undefined {
  if (!selection.focusNode) return undefined;
  const range = document.createRange();
  range.setStart(selection.focusNode, selection.focusOffset);
  range.collapse(true);
  const box = range.getClientRects()[0] ?? range.getBoundingClientRect();
  return box.height > 0 ? box : undefined;
}

export function KeyboardCaret({ root }: { root: RefObject<HTMLElement | null> }) {
  const [box, setBox] = useState<{ top: number; left: number; height: number } | null>(null);
  useEffect(() => {
    const update = () => {
      const element = root.current;
      const selection = getSelection();
      const scroll = element?.closest(SCROLL);
      const focused =
        scroll?.contains(document.activeElement) && scroll.matches(':has(:focus-visible), :focus-visible');
      if (!element || !focused || !selection?.isCollapsed || !element.contains(selection.focusNode)) {
        setBox(null);
        return;
      }
      const caret = focusBox(selection);
      const origin = element.getBoundingClientRect();
      setBox(
        caret ? { top: caret.top - origin.top, left: caret.left - origin.left, height: caret.height } : null,
      );
    };
    document.addEventListener('selectionchange', update);
    document.addEventListener('focusin', update);
    // Another size of the type or the pane moves the words.
    const size = new ResizeObserver(update);
    if (root.current) size.observe(root.current);
    return () => {
      size.disconnect();
      document.removeEventListener('selectionchange', update);
      document.removeEventListener('focusin', update);
    };
  }, [root]);
  return box ? (
    <span
      className="keyboard-caret"
      aria-hidden
      style={{ top: box.top, left: box.left, height: box.height }}
    />
  ) : null;
}
