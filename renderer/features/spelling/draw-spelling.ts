/**
 * Draws a line under misspelt words of the texts that have editors. Between two looks at a text its marks go with
 * its words: after each drawing of a block the marks on it are put where they belong, which costs a key a single walk
 * through one block.
 */
import { useOwnSpelling } from '../../platform/own-words.ts';
import { useSpelling, type MisspeltPart } from '../../state/spelling.ts';
import { blocksOf, drawnText, offsetIn, rangesIn } from '../../ui/block-dom.ts';
import { carriedExtent } from '../../ui/carried-extent.ts';
import { textMarks } from '../../ui/text-marks.ts';

/** Where the author's texts are edited: the page of the answer, and the popovers of notes. */
const TEXTS = '.answer-scroll, .editor-panel';
const BLOCKS = '.text:not(.static) [data-block]';

interface Extent {
  readonly from: number;
  readonly to: number;
}

/** Goes on until the function that it gives back is called. */
export function drawSpelling(): () => void {
  const marks = textMarks('misspelt');
  /** The blocks in which a word is being typed: that word isn't called misspelt before it is done. */
  let typing: readonly HTMLElement[] = [];

  const extentsOf = (block: HTMLElement, part: MisspeltPart): readonly Extent[] => {
    const text = drawnText(block);
    const same = text === part.text || text === `${part.text}\n`;
    const extents = same
      ? part.words
      : part.words.flatMap((word) => carriedExtent(word, part.text, text) ?? []);
    const caret = typing.includes(block) ? caretIn(block) : undefined;
    return caret === undefined ? extents : extents.filter(({ to }) => to !== caret);
  };
  const redraw = (block: HTMLElement): void => {
    const part = useSpelling.getState().parts.get(block.dataset.block ?? '');
    marks.draw(block, part && block.isConnected ? rangesIn(block, extentsOf(block, part)) : []);
  };
  const redrawAll = (): void => {
    const drawn = new Set<Element>();
    for (const root of document.querySelectorAll(TEXTS))
      for (const block of root.querySelectorAll<HTMLElement>(BLOCKS)) {
        redraw(block);
        drawn.add(block);
      }
    for (const block of [...marks.blocks()]) if (!drawn.has(block)) marks.draw(block, []);
  };

  const observer = new MutationObserver((records) => {
    if (useSpelling.getState().parts.size === 0) return;
    const dirty = new Set<HTMLElement>();
    for (const { target, addedNodes } of records) {
      const element = target instanceof Element ? target : target.parentElement;
      if (!element?.closest(TEXTS)) continue;
      const blocks = blocksOf(target);
      for (const block of blocks) if (block.closest('.text:not(.static)')) dirty.add(block);
      if (blocks.length > 0) continue;
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        const within = node.parentElement?.closest('.text:not(.static)') ? '[data-block]' : BLOCKS;
        if (node instanceof HTMLElement && node.matches(BLOCKS)) dirty.add(node);
        for (const each of node.querySelectorAll<HTMLElement>(within)) dirty.add(each);
      }
    }
    for (const block of dirty) redraw(block);
  });
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });

  const typed = (): void => {
    typing = blocksOf(getSelection()?.focusNode ?? null);
  };
  const moved = (event: Event): void => {
    if (event instanceof KeyboardEvent && !/^(Arrow|Home|End|Page|Escape)/.test(event.key)) return;
    const blocks = typing;
    typing = [];
    for (const block of blocks) redraw(block);
  };
  const stop = new AbortController();
  const listen = { capture: true, signal: stop.signal } as const;
  document.addEventListener('beforeinput', typed, listen);
  for (const kind of ['keydown', 'pointerdown', 'focusout']) document.addEventListener(kind, moved, listen);
  const unsubscribe = useSpelling.subscribe(({ parts }, before) => {
    if (parts !== before.parts) redrawAll();
  });
  const unsubscribeOwn = useOwnSpelling.subscribe(redrawAll);
  redrawAll();
  return () => {
    stop.abort();
    observer.disconnect();
    unsubscribe();
    unsubscribeOwn();
    marks.clear();
  };
}

/** The offset of the caret in a block's text, if it is in there. */
function caretIn(block: Element): number | undefined {
  const selection = getSelection();
  const node = selection?.focusNode;
  return selection?.isCollapsed && node && block.contains(node)
    ? offsetIn(block, node, selection.focusOffset)
    : undefined;
}
