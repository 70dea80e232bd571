/**
 * The parts of a draft by its headings: level 1 begins a part, or the introduction or the conclusion by its words;
 * level 2 begins a point. Text before the first part is introduction.
 */
import type { Block, RichText } from '../../text/block.ts';
import { blockText } from '../../text/canonical.ts';
import { takeAttributes, type Attributes } from './attributes.ts';
import type { Draft } from './read-draft.ts';

/** What stands in a row: a heading of a point, one quotation, or any other block. */
export type Piece =
  | {
      readonly kind: 'point';
      readonly title: string;
      readonly attributes: Attributes;
      readonly block: string;
    }
  | { readonly kind: 'quotation'; readonly blocks: RichText; readonly against: boolean }
  | { readonly kind: 'block'; readonly block: Block };

export interface Part {
  readonly kind: 'introduction' | 'conclusion' | 'part';
  readonly title: string;
  readonly attributes: Attributes;
  /** Id of the heading's block, if there is one. */
  readonly block?: string;
  readonly pieces: Piece[];
}

const NONE: Attributes = { classes: [], values: {} };

const INTRODUCTION =
  /^(introduction|preface|einleitung|vorwort|introducción|introduzione|inleiding|introdução|введение|הקדמה|מבוא|مقدمة)$/i;
const CONCLUSION =
  /^(conclusions?|schluss|conclusión|conclusione|conclusie|conclusão|заключение|סיכום|סיום|خاتمة)$/i;

/** The title that a single heading of level 1 at the very beginning gives, where nothing else does. */
export function titleHeading(blocks: RichText): Block | undefined {
  const top = blocks.filter((block) => block.type === 'heading' && block.level === 1);
  const first = blocks[0];
  if (top.length !== 1 || !first || first !== top[0] || first.type !== 'heading') return undefined;
  return takeAttributes(first.content).attributes ? undefined : first;
}

/** @param blocks The draft's blocks without its notes. */
export function outlineOf(draft: Draft, blocks: RichText, untitled: boolean): readonly Part[] {
  const heading = untitled ? titleHeading(blocks) : undefined;
  const shift = heading ? 1 : 0;
  const indexes = new Map(draft.blocks.map((block, i) => [block.id, i]));
  const againstBefore = new Set(
    draft.comments
      .filter(({ text }) => /^against$/i.test(text))
      .map(({ before }) => draft.blocks[before]?.id),
  );
  const parts: Part[] = [];
  let lastQuotation:
    { piece: Extract<Piece, { kind: 'quotation' }>; ordinal: number; end: number } | undefined;
  const hasParts = blocks.some(
    (block) => block.type === 'heading' && block.level === 1 + shift && kindOf(blockText(block)) === 'part',
  );
  const hasPoints = blocks.some((block) => isPointHeading(block, shift));
  const open = (): Part => {
    let part = parts.at(-1);
    if (!part) {
      part = { kind: 'introduction', title: '', attributes: NONE, pieces: [] };
      parts.push(part);
    }
    return part;
  };
  for (const block of blocks) {
    if (block === heading) continue;
    const index = indexes.get(block.id) ?? 0;
    const ordinal = draft.quotations.get(block.id);
    if (block.type === 'heading' && ordinal === undefined && block.level - shift <= 2) {
      const { content, attributes = NONE } = takeAttributes(block.content);
      const title = blockText({ ...block, content })
        .replace(/\s+/g, ' ')
        .trim();
      if (block.level - shift <= 1) {
        parts.push({ kind: kindOf(title), title, attributes, block: block.id, pieces: [] });
        continue;
      }
      // Points without any part: they make one.
      if (!hasParts && open().kind === 'introduction')
        parts.push({ kind: 'part', title: '', attributes: NONE, pieces: [] });
      if (open().kind === 'part') {
        open().pieces.push({ kind: 'point', title, attributes, block: block.id });
        continue;
      }
    }
    if (ordinal === undefined) {
      open().pieces.push({ kind: 'block', block });
      continue;
    }
    if (!hasParts && open().kind === 'introduction' && !hasPoints) {
      parts.push({ kind: 'part', title: '', attributes: NONE, pieces: [] });
    }
    const { pieces } = open();
    if (lastQuotation?.ordinal === ordinal && pieces.at(-1) === lastQuotation.piece) {
      const piece = { ...lastQuotation.piece, blocks: [...lastQuotation.piece.blocks, block] };
      pieces[pieces.length - 1] = piece;
      lastQuotation = { piece, ordinal, end: index };
      continue;
    }
    const against = againstBefore.has(block.id) && pieces.at(-1)?.kind === 'quotation';
    const piece = { kind: 'quotation', blocks: [block], against } as const;
    pieces.push(piece);
    lastQuotation = { piece, ordinal, end: index };
  }
  return parts;
}

function isPointHeading(block: Block, shift: number): boolean {
  return block.type === 'heading' && block.level - shift === 2;
}

function kindOf(title: string): Part['kind'] {
  const words = title.replace(/\{[^{}]*\}\s*$/, '').trim();
  if (INTRODUCTION.test(words)) return 'introduction';
  return CONCLUSION.test(words) ? 'conclusion' : 'part';
}
