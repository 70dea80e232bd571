/** Between the DOM of a quotation (quoted-runs.tsx) and units of its passage's quote. */
import type { QuotationEdit } from '../../../core/document/quotation.ts';

interface Place {
  readonly at: number;
  readonly edit?: QuotationEdit;
}

const RUNS = '[data-at], [data-from]';

const runsIn = (root: Element): readonly HTMLElement[] => [...root.querySelectorAll<HTMLElement>(RUNS)];

/** Characters of the run before the DOM point. */
function charactersBefore(run: Element, node: Node, offset: number): number {
  const range = document.createRange();
  range.setStart(run, 0);
  range.setEnd(node, offset);
  return range.toString().length;
}

/** @param side of a sign that the point lies in, which is never divided */
function placeOf(root: Element, node: Node, offset: number, side: 'start' | 'end'): Place | undefined {
  const point = document.createRange();
  point.setStart(node, offset);
  let before: Place | undefined;
  for (const run of runsIn(root)) {
    const inside = run.contains(node);
    if (!inside && point.comparePoint(run, 0) > 0) {
      // The run begins after the point, which lies between it and the one before.
      return before ?? { at: Number(run.dataset.at ?? run.dataset.from) };
    }
    if (run.dataset.at !== undefined) {
      const length = run.textContent.length;
      const at = Number(run.dataset.at);
      if (inside) return { at: at + Math.min(length, charactersBefore(run, node, offset)) };
      before = { at: at + length };
    } else {
      const edit = run.dataset.edit ? (JSON.parse(run.dataset.edit) as QuotationEdit) : undefined;
      if (inside) {
        const at = Number(side === 'start' ? run.dataset.from : run.dataset.to);
        return { at, ...(edit ? { edit } : {}) };
      }
      before = { at: Number(run.dataset.to) };
    }
  }
  return before;
}

export interface QuotedExtent {
  readonly from: number;
  readonly to: number;
  readonly edit?: QuotationEdit;
}

/** What is selected of the quotation, without space at its ends; undefined when the selection lies elsewhere. */
export function selectedExtent(root: Element, quote: string): QuotedExtent | undefined {
  const selection = getSelection();
  if (!selection || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.startContainer) || !root.contains(range.endContainer)) return undefined;
  const start = placeOf(root, range.startContainer, range.startOffset, 'start');
  const end = range.collapsed ? start : placeOf(root, range.endContainer, range.endOffset, 'end');
  if (!start || !end) return undefined;
  // Within one sign: it is meant as a whole.
  if (start.edit && JSON.stringify(start.edit) === JSON.stringify(end.edit)) {
    const { edit } = start;
    return 'at' in edit ? { from: edit.at, to: edit.at, edit } : { from: edit.from, to: edit.to, edit };
  }
  let [from, to] = [Math.min(start.at, end.at), Math.max(start.at, end.at)];
  while (from < to && /\s/.test(quote[from] ?? '')) from++;
  while (from < to && /\s/.test(quote[to - 1] ?? '')) to--;
  return { from, to };
}

/** The DOM point of a unit of the quote: in the words there, else at the sign that stands for it. */
function pointOf(root: Element, at: number, edit?: QuotationEdit): readonly [Node, number] | undefined {
  const told = edit && JSON.stringify(edit);
  let last: readonly [Node, number] | undefined;
  for (const run of runsIn(root)) {
    const text = document.createTreeWalker(run, NodeFilter.SHOW_TEXT);
    if (run.dataset.at !== undefined) {
      const start = Number(run.dataset.at);
      let left = at - start;
      if (left < 0) return last ?? [run, 0];
      for (let node = text.nextNode(); node; node = text.nextNode()) {
        const length = node.nodeValue?.length ?? 0;
        last = [node, Math.min(left, length)];
        if (left <= length && told === undefined) return last;
        left -= length;
      }
    } else {
      if (told !== undefined && run.dataset.edit === told) return [text.nextNode() ?? run, 1];
      if (told === undefined && at < Number(run.dataset.to)) return last ?? [run, 0];
    }
  }
  return last;
}

export function rangeOfExtent(root: Element, { from, to, edit }: QuotedExtent): Range | undefined {
  const start = pointOf(root, from, edit);
  const end = from === to || edit ? start : pointOf(root, to);
  if (!start || !end) return undefined;
  const range = document.createRange();
  range.setStart(...start);
  range.setEnd(...end);
  return range;
}

/** The box of what is selected, in CSS pixels of the window; of a sign its own. */
export function boxOfExtent(root: Element, extent: QuotedExtent): DOMRect | undefined {
  const sign = extent.edit && runsIn(root).find((run) => run.dataset.edit === JSON.stringify(extent.edit));
  const box = (sign ?? rangeOfExtent(root, extent))?.getBoundingClientRect();
  return box && box.height > 0 ? box : undefined;
}
