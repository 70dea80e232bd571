/** Selectors as JSON into those that can be resolved, or the rule that one breaks. */
import type { AnnotationRule } from './annotation-rules.ts';
import { textFragments, type Selector } from './annotation-selectors.ts';

type Raw = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Alternatives for one passage; of Recogito's, which have a quote each, one for each of several passages. Kinds that
 * can't be resolved in a text are passed over as long as one can.
 *
 * @returns for each passage its selectors; none for no selectors.
 */
export function readSelectors(
  selectors: readonly unknown[],
): readonly (readonly Selector[])[] | AnnotationRule {
  if (selectors.length === 0) return [];
  const passages: Selector[][] = [];
  const shared: Selector[] = [];
  for (const selector of selectors) {
    const read = readSelector(selector);
    if (typeof read === 'string') return read;
    if (isRecord(selector) && 'quote' in selector) passages.push([...read]);
    else shared.push(...read);
  }
  if (passages.length > 0) return passages;
  return shared.length === 0 ? 'selector-unknown' : [shared];
}

function readSelector(selector: unknown): readonly Selector[] | AnnotationRule {
  if (!isRecord(selector)) return 'selector-type';
  const { type } = selector;
  if (type === undefined && typeof selector['quote'] === 'string') return readQuoted(selector);
  switch (Array.isArray(type) ? type[0] : type) {
    case 'TextQuoteSelector':
      return readQuote(selector);
    case 'TextPositionSelector':
      return readPosition(selector);
    case 'RangeSelector':
      return readRange(selector);
    case 'FragmentSelector':
      return readFragment(selector);
    default:
      return typeof type === 'string' || Array.isArray(type) ? [] : 'selector-type';
  }
}

function readQuote({ exact, prefix, suffix }: Raw): readonly Selector[] | AnnotationRule {
  if (typeof exact !== 'string') return 'quote-exact';
  for (const context of [prefix, suffix])
    if (context !== undefined && typeof context !== 'string') return 'quote-context';
  return [
    {
      type: 'TextQuoteSelector',
      exact,
      ...(typeof prefix === 'string' ? { prefix } : {}),
      ...(typeof suffix === 'string' ? { suffix } : {}),
    },
  ];
}

const isOffset = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;

function readPosition({ start, end }: Raw): readonly Selector[] | AnnotationRule {
  if (!isOffset(start) || !isOffset(end)) return 'position-numbers';
  return end < start ? 'position-order' : [{ type: 'TextPositionSelector', start, end }];
}

function readQuoted({ quote, start, end }: Raw): readonly Selector[] {
  const exact: Selector = { type: 'TextQuoteSelector', exact: String(quote) };
  return isOffset(start) && isOffset(end) && start <= end
    ? [{ type: 'UnitPosition', start, end }, exact]
    : [exact];
}

/** As the model has it, with XPath selectors for its ends, or as Hypothesis does, with containers and offsets. */
function readRange(selector: Raw): readonly Selector[] | AnnotationRule {
  const { startContainer, endContainer, startOffset, endOffset } = selector;
  if (typeof startContainer === 'string' && typeof endContainer === 'string') {
    if (!isOffset(startOffset) || !isOffset(endOffset)) return 'range-ends';
    return [
      { type: 'RangeSelector', startPath: startContainer, startOffset, endPath: endContainer, endOffset },
    ];
  }
  const { startSelector: start, endSelector: end } = selector;
  if (!isRecord(start) || !isRecord(end)) return 'range-ends';
  const [from, to] = [xpathOf(start), xpathOf(end)];
  if (!from || !to) return [];
  return [
    {
      type: 'RangeSelector',
      startPath: from.path,
      startOffset: from.offset,
      endPath: to.path,
      endOffset: to.offset,
    },
  ];
}

/** The range goes from the beginning of what each end selects; a position that refines it moves that. */
function xpathOf({ type, value, refinedBy }: Raw): { path: string; offset: number } | undefined {
  if (type !== 'XPathSelector' || typeof value !== 'string') return undefined;
  const start = isRecord(refinedBy) ? refinedBy['start'] : undefined;
  return { path: value, offset: isOffset(start) ? start : 0 };
}

/** Text fragments, and `char=` of RFC 5147. */
function readFragment({ value }: Raw): readonly Selector[] | AnnotationRule {
  if (typeof value !== 'string') return 'fragment-value';
  const range = /^#?char=(\d*),(\d+)(?:;|$)/.exec(value);
  if (range) return readPosition({ start: Number(range[1] || 0), end: Number(range[2]) });
  return textFragments(value).map((fragment) => ({ type: 'TextFragment', ...fragment }));
}
