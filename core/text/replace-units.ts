import { isSpan, type Inline, type Span } from './block.ts';
import { normalInline, sliceInline } from './inline.ts';

/**
 * Content with the units from `from` up to `to` of its text replaced by `text`, in the marks of the first unit
 * replaced or else of the one before. Atoms stay, those among what was replaced after it.
 */
export function replaceUnits(
  content: readonly Inline[],
  from: number,
  to: number,
  text: string,
): readonly Inline[] {
  const before = from === 0 ? [] : sliceInline(content, 0, from);
  const replaced = from === 0 && to === 0 ? [] : sliceInline(content, from, to);
  const after = to === 0 ? content : sliceInline(content, to, Infinity);
  const model =
    replaced.find(isSpan) ?? before.findLast(isSpan) ?? (from === 0 ? after.find(isSpan) : undefined);
  const { text: _, ...look } = model ?? { text: '' };
  const inserted: Span = { ...look, text };
  return normalInline([...before, inserted, ...replaced.filter((inline) => !isSpan(inline)), ...after]);
}
