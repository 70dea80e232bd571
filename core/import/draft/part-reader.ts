/** Reads one part of a draft: its lead and its points, with the quotations found in the letters. */
import type { NearestPassage } from '../../anchoring/nearest.ts';
import type { Point, Section } from '../../document/project.ts';
import type { Block, RichText } from '../../text/block.ts';
import { blockText } from '../../text/canonical.ts';
import type { Part, Piece } from './outline.ts';
import { outsideWork } from './outside-work.ts';
import { ownBlock, type OwnTextSetting } from './own-text.ts';
import { unquoted, type PassageFinder } from './passages.ts';

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
/** A paragraph in quotation marks is taken for a quotation gone wrong when it is this like a passage. */
const TAKEN_FOR_QUOTATION = 0.6;

interface OpenPoint {
  readonly id: string;
  readonly title: string;
  readonly quotations: { readonly id: string; readonly highlight: string }[];
  contrast: boolean;
  readonly answer: Block[];
}

export class PartReader {
  readonly found: FoundQuotation[] = [];
  readonly missing: MissingQuotation[] = [];
  private readonly setting: OwnTextSetting;
  private readonly finder: PassageFinder;

  constructor(setting: OwnTextSetting, finder: PassageFinder) {
    this.setting = setting;
    this.finder = finder;
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
      const { passage } = quotation;
      if (point && piece.kind === 'quotation' && piece.against && afterQuotation) point.contrast = true;
      afterQuotation = true;
      if (passage && point) {
        const { id: highlight, letter: inLetter, quote } = passage.highlight;
        this.found.push({ ...place, highlight, letter: inLetter, quote, exactness: passage.exactness });
        if (!point.quotations.some((known) => known.highlight === highlight)) {
          point.quotations.push({ id: this.setting.ids(), highlight });
        }
        continue;
      }
      const nearest = this.finder.nearest(quotation.text);
      this.missing.push({ ...place, quotation: quotation.text, ...(nearest ? { nearest } : {}) });
      (point?.answer ?? lead).push(...this.plain(piece).map(asQuoted));
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
  private quotationIn(piece: Piece, letter: string | undefined) {
    if (piece.kind === 'quotation') {
      if (outsideWork(piece.blocks)) return undefined;
      const text = piece.blocks.map(blockText).join('\n');
      return { text, passage: this.finder.find(text, letter) };
    }
    if (piece.kind !== 'block' || piece.block.type !== 'paragraph') return undefined;
    const text = blockText(piece.block).trim();
    const inner = unquoted(text);
    if (inner === undefined) return undefined;
    const passage = this.finder.find(inner, letter);
    if (!passage && (this.finder.nearest(text)?.likeness ?? 0) < TAKEN_FOR_QUOTATION) return undefined;
    return { text, passage };
  }
}

function asQuoted(block: Block): Block {
  return block.quoted === undefined ? { ...block, quoted: 1 } : block;
}
