/**
 * What a sign typed at the beginning of a word calls up: "@" a work or letter to cite, "#" or "[[" a part of the
 * pamphlet to refer to. What is typed after the sign stays in the text, and is what is searched for.
 */
import { Editor, Range, Text, type Point, type PointRef } from 'slate';
import { blockEntry, isTextElement, type BlockEntry } from './blocks.ts';
import type { AtomPickerKind } from './panel.ts';
import { toPoint } from './position.ts';

export interface Suggestion {
  readonly what: AtomPickerKind;
  /** As typed: "@", "#", "[[". */
  readonly sign: string;
}

/** What may stand before a sign: nothing, a space, an opening bracket or quotation mark, a dash. */
const WORD_START = '(?:^|[\\s\\p{Ps}\\p{Pi}\\p{Pd}"\'„‚/])';
const SIGNS: readonly (readonly [sign: RegExp, what: AtomPickerKind])[] = [
  [/\[\[$/, 'cross-reference'],
  [new RegExp(`${WORD_START}([#＃])$`, 'u'), 'cross-reference'],
  [new RegExp(`${WORD_START}([@＠])$`, 'u'), 'citation'],
];
/** At a block's start "#" may be a heading's: it calls for something once a word is begun after it. */
const AT_BLOCK_START = /^([#＃])[\p{L}\p{N}]$/u;

/** @param before the characters of the block up to the caret, the last of which has just been typed */
export function calledBy(before: string): Suggestion | undefined {
  const first = AT_BLOCK_START.exec(before)?.[1];
  if (first) return { what: 'cross-reference', sign: first };
  for (const [pattern, what] of SIGNS) {
    const found = pattern.exec(before);
    if (!found) continue;
    const sign = found[1] ?? '[[';
    return what === 'cross-reference' && before === sign && sign !== '[[' ? undefined : { what, sign };
  }
  return undefined;
}

/** Opens the list for what has just been typed, if that calls for one. */
export function suggest(editor: Editor, [, path]: BlockEntry, before: string): void {
  const called = calledBy(before);
  const block = called && blockEntry(editor, path)?.[0];
  if (!called || !block) return;
  const start = toPoint(editor, { block: block.id, offset: before.lastIndexOf(called.sign) });
  if (!start) return;
  const ref = Editor.pointRef(editor, start, { affinity: 'backward' });
  editor.openPanel({ kind: 'suggest', ...called, start: ref });
}

/** Longer than any name that one would look for. UTF-16 units. */
const LONGEST = 60;

export interface Asked {
  /** What was typed after the sign. */
  readonly query: string;
  /** Sign and query: what is replaced by the thing picked. */
  readonly range: Range;
}

/** What is asked for at the moment; undefined when the caret has left it or the sign is gone. */
export function askedFor(editor: Editor, sign: string, start: PointRef): Asked | undefined {
  const { selection } = editor;
  const from = start.current;
  if (!from || !selection || Range.isExpanded(selection)) return undefined;
  const caret = selection.anchor;
  const block = blockEntry(editor, from)?.[0];
  if (!block || !isTextElement(block) || caret.path[0] !== from.path[0]) return undefined;
  if (!isAfter(caret, from)) return undefined;
  const range = { anchor: from, focus: caret };
  for (const [node] of Editor.nodes(editor, { at: range, voids: true })) {
    if ('atom' in node || (Text.isText(node) && node.code)) return undefined;
  }
  const typed = Editor.string(editor, range);
  if (!typed.startsWith(sign)) return undefined;
  const query = typed.slice(sign.length);
  return query.length > LONGEST || /^\s|\n|[\s\S]\s\s$/.test(query) ? undefined : { query, range };
}

function isAfter(point: Point, other: Point): boolean {
  const [leaf = 0, otherLeaf = 0] = [point.path[1], other.path[1]];
  return leaf > otherLeaf || (leaf === otherLeaf && point.offset > other.offset);
}
