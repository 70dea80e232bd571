/** Reads one part of a draft: its lead and its points, with the quotations found in the letters. */
import type { NearestPassage } from '../../anchoring/nearest.ts';
import type { Quotation } from '../../document/quotation.ts';
import type { Point, Section } from '../../document/project.ts';
import type { Block, RichText } from '../../text/block.ts';
import { blockText, type TextRange } from '../../text/canonical.ts';
import type { Part, Piece } from './outline.ts';
import { outsideWork } from './outside-work.ts';
import { ownBlock, type OwnTextSetting } from './own-text.ts';
import { unquoted, type FoundPassage, type PassageFinder } from './passages.ts';

/** Where in the pamphlet something stands, in words of the draft. */
export interface DraftPlace {
  readonly part: string;
  readonly point: string;
}
export interface FoundQuotation extends DraftPlace {
  readonly highlight: string;
  readonly letter: string;
  readonly quote: string;
  readonly exactness: 'exact' | 'typographic';
}
export interface MissingQuotation extends DraftPlace {
  /** As it stands in the draft. */
  readonly quotation: string;
  readonly nearest?: NearestPassage;
}
/** What the writer says to a quotation that wasn't found. */
export type MissingDecision =
  /** It stays in the answer as a quoted block; without a decision the same. */
  | { readonly kind: 'text' }
  /** These words of the letter are quoted instead. */
  | { readonly kind: 'passage'; readonly letter: string; readonly range: TextRange }
  /** It is left out. */
  | { readonly kind: 'drop' };

/** A paragraph in quotation marks is taken for a quotation gone wrong when it is this like a passage. */
const TAKEN_FOR_QUOTATION = 0.6;

/** A quotation with the passage that it is of, or that the writer put in its place. */
interface ReadQuotation {
  readonly passage?: FoundPassage;
  /** Set when it wasn't found. */
  readonly missing?: Omit<MissingQuotation, keyof DraftPlace>;
  readonly dropped?: true;
}

interface OpenPoint {
  readonly id: string;
  readonly title: string;
  readonly quotations: Quotation[];
  contrast: boolean;
  readonly answer: Block[];
}

export class PartReader {
  readonly found: FoundQuotation[] = [];
  readonly missing: MissingQuotation[] = [];
  private readonly setting: OwnTextSetting;
  private readonly finder: PassageFinder;
  private readonly decisions: ReadonlyMap<number, MissingDecision>;

  /** @param decisions On quotations that aren't found, by their place among them. */
  constructor(
    setting: OwnTextSetting,
    finder: PassageFinder,
    decisions: ReadonlyMap<number, MissingDecision>,
  ) {
    this.setting = setting;
    this.finder = finder;
    this.decisions = decisions;
  }

  /** A piece outside any point, as text. */
  plain(piece: Piece): RichText {
    if (piece.kind === 'point') return [];
    const blocks = piece.kind === 'block' ? [piece.block] : (outsideWork(piece.blocks) ?? piece.blocks);
    return blocks.map((block) => ownBlock(block, this.setting));
  }

  section(part: Part, id: string, letter: string | undefined, idOf: (block: string) => string): Section {
    const titled = part.pieces.some(({ kind }) => kind === 'point');
    const lead: Block[] = [];
    const points: OpenPoint[] = [];
    let afterQuotation = false;
    const begin = (pointId: string, title: string) => {
      points.push({ id: pointId, title, quotations: [], contrast: false, answer: [] });
    };
    for (const piece of part.pieces) {
      if (piece.kind === 'point') {
        begin(idOf(piece.block), piece.title);
        afterQuotation = false;
        continue;
      }
      const quotation = this.quotationIn(piece, letter);
      if (!quotation) {
        (points.at(-1)?.answer ?? lead).push(...this.plain(piece));
        afterQuotation = false;
        continue;
      }
      const beginsPoint = titled ? points.length === 0 && quotation.passage !== undefined : !afterQuotation;
      if (beginsPoint) begin(this.setting.ids(), '');
      const point = points.at(-1);
      const place = { part: part.title, point: point?.title ?? '' };
      const { passage, missing, dropped } = quotation;
      if (missing) this.missing.push({ ...place, ...missing });
      if (point && piece.kind === 'quotation' && piece.against && afterQuotation) point.contrast = true;
      afterQuotation = true;
      if (passage && point) {
        const { id: highlight, letter: inLetter, quote } = passage.highlight;
        if (!missing)
          this.found.push({ ...place, highlight, letter: inLetter, quote, exactness: passage.exactness });
        const { view } = passage;
        const told = JSON.stringify(view);
        if (
          !point.quotations.some((each) => each.highlight === highlight && JSON.stringify(each.view) === told)
        )
          point.quotations.push({ id: this.setting.ids(), highlight, ...(view ? { view } : {}) });
        continue;
      }
      if (!dropped) (point?.answer ?? lead).push(...this.plain(piece).map(asQuoted));
    }
    return {
      id,
      level: 1,
      title: part.title,
      ...(letter === undefined ? {} : { letter }),
      lead,
      points: points.map((point): Point => {
        const { quotations, answer } = point;
        const arrangement = point.contrast && quotations.length > 1 ? 'contrast' : 'sequence';
        return {
          id: point.id,
          title: point.title,
          quotations,
          arrangement,
          answer,
          status: 'draft',
          note: '',
        };
      }),
    };
  }

  /** The piece as a quotation of a letter, found or not; undefined for text, and for quotations of other works. */
  private quotationIn(piece: Piece, letter: string | undefined): ReadQuotation | undefined {
    if (piece.kind === 'quotation') {
      if (outsideWork(piece.blocks)) return undefined;
      const text = piece.blocks.map(blockText).join('\n');
      const passage = this.finder.find(text, letter);
      return passage ? { passage } : this.unfound(text, this.finder.nearest(text));
    }
    if (piece.kind !== 'block' || piece.block.type !== 'paragraph') return undefined;
    const text = blockText(piece.block).trim();
    const inner = unquoted(text);
    if (inner === undefined) return undefined;
    const passage = this.finder.find(inner, letter);
    if (passage) return { passage };
    const nearest = this.finder.nearest(text);
    return (nearest?.likeness ?? 0) < TAKEN_FOR_QUOTATION ? undefined : this.unfound(text, nearest);
  }

  private unfound(quotation: string, nearest: NearestPassage | undefined): ReadQuotation {
    const decision = this.decisions.get(this.missing.length);
    return {
      missing: { quotation, ...(nearest ? { nearest } : {}) },
      ...(decision?.kind === 'passage'
        ? { passage: this.finder.take(decision.letter, [decision.range], 'typographic') }
        : {}),
      ...(decision?.kind === 'drop' ? { dropped: true } : {}),
    };
  }
}

function asQuoted(block: Block): Block {
  return block.quoted === undefined ? { ...block, quoted: 1 } : block;
}
