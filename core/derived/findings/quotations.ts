/** Quotations that aren't as their letters have them, and how those are told that were typed by hand. */
import { viewOn } from '../../anchoring/current-view.ts';
import { highlightMap } from '../../document/find.ts';
import type { Highlight } from '../../document/letter.ts';
import type { Project } from '../../document/project.ts';
import type { LostEdit, Quotation } from '../../document/quotation.ts';
import type { RichText } from '../../text/block.ts';
import { quoteOf } from '../../text/quote-of.ts';
import { parseSourcePattern } from '../source-pattern.ts';
import type { CheckedQuotation } from '../verbatim.ts';
import type { QuotationFinding, TypedFinding } from './finding.ts';

/** Misquoted passages, changes of quotations that were lost, and patterns of source lines that can't be read. */
export function ofQuotations(project: Project): readonly QuotationFinding[] {
  return [...misquoted(project), ...lostEdits(project), ...badPatterns(project)];
}

const NO_TEXT: RichText = [];

/** Letter id → its text. */
const textsOf = ({ letters }: Project): ReadonlyMap<string, RichText> =>
  new Map(letters.map(({ id, blocks }) => [id, blocks]));

const quotesNow = new WeakMap<Highlight, { readonly blocks: RichText; readonly now: string }>();

/** The letter's words at the highlight; looked up once as long as neither changes. */
function quoteNow(highlight: Highlight, blocks: RichText): string {
  const known = quotesNow.get(highlight);
  if (known?.blocks === blocks) return known.now;
  const now = quoteOf(blocks, highlight.ranges);
  quotesNow.set(highlight, { blocks, now });
  return now;
}

function misquoted(project: Project): readonly QuotationFinding[] {
  const texts = textsOf(project);
  return project.highlights.flatMap((highlight): readonly QuotationFinding[] => {
    const { id, quote } = highlight;
    const now = quoteNow(highlight, texts.get(highlight.letter) ?? NO_TEXT);
    if (now === '') return [{ kind: 'words-gone', weight: 'wrong', highlight: id }];
    return now === quote ? [] : [{ kind: 'misquotation', weight: 'wrong', highlight: id, now }];
  });
}

const NONE_LOST: readonly LostEdit[] = [];
const lostOf = new WeakMap<Quotation, { readonly of: string; readonly lost: readonly LostEdit[] }>();

/** The edits that have no place in these words; carried once as long as neither changes. */
function lostIn(quotation: Quotation, of: string): readonly LostEdit[] {
  const known = lostOf.get(quotation);
  if (known?.of === of) return known.lost;
  const lost = viewOn(quotation, of).lost ?? NONE_LOST;
  lostOf.set(quotation, { of, lost });
  return lost;
}

function lostEdits(project: Project): readonly QuotationFinding[] {
  const found: QuotationFinding[] = [];
  const texts = textsOf(project);
  const highlights = highlightMap(project);
  for (const { points } of project.sections) {
    for (const { id: point, quotations } of points) {
      for (const quotation of quotations) {
        const highlight = quotation.view && highlights.get(quotation.highlight);
        if (!highlight) continue;
        const of = quoteNow(highlight, texts.get(highlight.letter) ?? NO_TEXT) || highlight.quote;
        const lost = lostIn(quotation, of);
        if (lost.length === 0) continue;
        const at = { point, quotation: quotation.id, highlight: highlight.id };
        found.push({ kind: 'quotation-edits-lost', weight: 'wrong', ...at, lost });
      }
    }
  }
  return found;
}

function badPatterns({ settings: { sourceLine, sourceLineShort } }: Project): readonly QuotationFinding[] {
  return [sourceLine, sourceLineShort].flatMap((pattern): readonly QuotationFinding[] => {
    const parsed = pattern?.trim() ? parseSourcePattern(pattern) : undefined;
    if (!parsed || parsed.ok) return [];
    return [{ kind: 'source-pattern', weight: 'wrong', problem: parsed.problem }];
  });
}

/**
 * What is to be said of typed quotations, as they compare with the letters.
 *
 * @param codes letter id → its code
 */
export function typedFindings(
  all: readonly CheckedQuotation[],
  codes: ReadonlyMap<string, string>,
): readonly TypedFinding[] {
  return all.flatMap((checked): readonly TypedFinding[] => {
    if (checked.kind === 'passage' || checked.accepted) return [];
    const { kind, verdict, quotation, wording, difference } = checked;
    const [place] = checked.places;
    const code = codes.get(checked.letter ?? '');
    if (verdict === 'differs' && code !== undefined) {
      const nearest = { letter: code, nearest: wording, difference };
      return [{ kind: 'quotation-differs', weight: 'wrong', ...place, quotation, ...nearest }];
    }
    if (verdict !== 'not-found') return [];
    const weight = kind === 'running' ? 'open' : 'wrong';
    return [{ kind: 'quotation-not-found', weight, ...place, quotation }];
  });
}
