/**
 * The letter as static DOM in chunks of blocks, each with `content-visibility: auto`. The first chunks are drawn
 * at once, the rest piece by piece while the window is idle, so that a very long letter shows without delay and
 * can still be selected across.
 */
import { memo, startTransition, useEffect, useMemo, useState, type RefObject } from 'react';
import type { Letter } from '../../../core/document/letter.ts';
import type { Block, BlockId, RichText } from '../../../core/text/block.ts';
import { blockLength, textIndex } from '../../../core/text/canonical.ts';
import { listMarkers } from '../../../core/text/list-markers.ts';
import { BlockView, type NoteLabels } from './block-view.tsx';
import { Brackets } from './brackets.tsx';
import type { PartsByBlock, PassagePart } from './passage-parts.ts';

const CHUNK = 100;
/** Chunks of a very long letter that are looked at together: what is far away costs nothing at each frame. */
const GROUP = 10;
const AT_ONCE = 2;
const NOTHING_AHEAD: ReadonlySet<number> = new Set();
const NONE: readonly PassagePart[] = [];
const NO_PARTS: readonly (readonly PassagePart[])[] = [];

interface ChunkProps {
  /** Its id. */
  readonly letter: string;
  readonly blocks: readonly Block[];
  /** About how high it is, in CSS pixels. */
  readonly height: number;
  readonly parts: PartsByBlock;
  readonly partsKey: readonly (readonly PassagePart[])[];
  readonly lanes: ReadonlyMap<string, number> | undefined;
  readonly labels: NoteLabels;
  readonly markers: ReadonlyMap<string, string>;
}

const Chunk = memo(
  function Chunk({ letter, blocks, height, parts, lanes, labels, markers, partsKey }: ChunkProps) {
    return (
      <div className="chunk" style={{ containIntrinsicBlockSize: `auto ${height}px` }}>
        {blocks.map((block) => (
          <BlockView
            key={block.id}
            block={block}
            parts={parts.get(block.id) ?? NONE}
            labels={labels}
            ordinal={markers.get(block.id) ?? ''}
          />
        ))}
        {partsKey.length > 0 && <Brackets letter={letter} parts={partsKey} lanes={lanes} />}
      </div>
    );
  },
  (a, b) =>
    a.blocks === b.blocks &&
    a.labels === b.labels &&
    a.lanes === b.lanes &&
    a.partsKey.length === b.partsKey.length &&
    a.partsKey.every((list, i) => list === b.partsKey[i]),
);

/** About how high the blocks will be, in CSS pixels, until they have been laid out once. */
function estimate(blocks: readonly Block[]): number {
  return blocks.reduce((height, block) => height + 14 + 27 * Math.ceil((blockLength(block) + 1) / 66), 0);
}

/** The parts of each chunk's blocks, in their order, by the index of the chunk; none for a chunk without any. */
function partsOfChunks(blocks: RichText, parts: PartsByBlock): ReadonlyMap<number, ChunkProps['partsKey']> {
  const { order } = textIndex(blocks);
  const placed = [...parts].map(([block, list]) => ({ at: order.get(block) ?? -1, list }));
  const lists = new Map<number, (readonly PassagePart[])[]>();
  for (const { at, list } of placed.sort((a, b) => a.at - b.at)) {
    if (at < 0) continue;
    const chunk = Math.floor(at / CHUNK);
    const others = lists.get(chunk);
    if (others) others.push(list);
    else lists.set(chunk, [list]);
  }
  return lists;
}

interface Props {
  readonly letter: Letter;
  readonly parts: PartsByBlock;
  /** Lane of each passage's bracket, where they aren't those of the project. */
  readonly lanes?: ReadonlyMap<string, number>;
  /** Draws what is around a block, out of its turn, when that is to be shown. */
  readonly drawAt: RefObject<((block: BlockId) => void) | null>;
}

/** Drawn again only when the letter or its passages change, not with every key in an answer. */
export const LetterBody = memo(function LetterBody({ letter, parts, lanes, drawAt }: Props) {
  const { blocks } = letter;
  const chunks = useMemo(() => {
    const list: (readonly Block[])[] = [];
    for (let i = 0; i < blocks.length; i += CHUNK) list.push(blocks.slice(i, i + CHUNK));
    return list;
  }, [blocks]);
  const labels = useMemo(
    () =>
      new Map(blocks.flatMap((block) => (block.type === 'note' ? [[block.id, block.label] as const] : []))),
    [blocks],
  );
  const markers = listMarkers(blocks);
  const heights = useMemo(() => chunks.map(estimate), [chunks]);
  const partsOf = useMemo(() => partsOfChunks(blocks, parts), [blocks, parts]);
  /** So many from the beginning, ... */
  const [drawn, setDrawn] = useState(AT_ONCE);
  /** ... and these, by their indexes. */
  const [ahead, setAhead] = useState<ReadonlySet<number>>(NOTHING_AHEAD);

  useEffect(() => {
    drawAt.current = (block) => {
      const at = Math.floor((textIndex(blocks).order.get(block) ?? 0) / CHUNK);
      setAhead((before) => new Set([...before, at - 1, at, at + 1]));
    };
    if (drawn >= chunks.length) return;
    const handle = requestIdleCallback(() => startTransition(() => setDrawn(drawn + 4)), { timeout: 100 });
    return () => cancelIdleCallback(handle);
  }, [drawn, chunks.length, blocks, drawAt]);

  const drawChunk = (chunk: readonly Block[], i: number) =>
    i < drawn || ahead.has(i) ? (
      <Chunk
        key={i}
        letter={letter.id}
        blocks={chunk}
        height={heights[i] ?? 0}
        parts={parts}
        lanes={lanes}
        partsKey={partsOf.get(i) ?? NO_PARTS}
        labels={labels}
        markers={markers}
      />
    ) : (
      <div key={i} aria-hidden style={{ blockSize: heights[i] }} />
    );
  if (chunks.length <= GROUP) return chunks.map(drawChunk);
  return Array.from({ length: Math.ceil(chunks.length / GROUP) }, (_, group) => {
    const from = group * GROUP;
    const height = heights.slice(from, from + GROUP).reduce((sum, each) => sum + each, 0);
    return (
      <div key={group} className="chunk-group" style={{ containIntrinsicBlockSize: `auto ${height}px` }}>
        {chunks.slice(from, from + GROUP).map((chunk, i) => drawChunk(chunk, from + i))}
      </div>
    );
  });
});
