/**
 * The letter as static DOM in chunks of blocks, each with `content-visibility: auto`. The first chunks are drawn
 * at once, the rest piece by piece while the window is idle, so that a very long letter shows without delay and
 * can still be selected across.
 */
import { memo, startTransition, useEffect, useMemo, useState, type RefObject } from 'react';
import type { Letter } from '../../../core/document/letter.ts';
import type { Block } from '../../../core/text/block.ts';
import { blockLength } from '../../../core/text/canonical.ts';
import { listMarkers } from '../../../core/text/list-markers.ts';
import { BlockView, type NoteLabels } from './block-view.tsx';
import { Brackets } from './brackets.tsx';
import type { PartsByBlock, PassagePart } from './passage-parts.ts';

const CHUNK = 100;
const AT_ONCE = 2;
const NONE: readonly PassagePart[] = [];

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

interface Props {
  readonly letter: Letter;
  readonly parts: PartsByBlock;
  /** Lane of each passage's bracket, where they aren't those of the project. */
  readonly lanes?: ReadonlyMap<string, number>;
  /** Draws everything at once when it is asked to show something far down. */
  readonly drawAll: RefObject<(() => void) | null>;
}

/** Drawn again only when the letter or its passages change, not with every key in an answer. */
export const LetterBody = memo(function LetterBody({ letter, parts, lanes, drawAll }: Props) {
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
  const [drawn, setDrawn] = useState(AT_ONCE);

  useEffect(() => {
    drawAll.current = () => setDrawn(chunks.length);
    if (drawn >= chunks.length) return;
    const handle = requestIdleCallback(() => startTransition(() => setDrawn(drawn + 4)), { timeout: 100 });
    return () => cancelIdleCallback(handle);
  }, [drawn, chunks.length, drawAll]);

  const heights = useMemo(() => chunks.map(estimate), [chunks]);
  const rest = heights.slice(drawn).reduce((sum, height) => sum + height, 0);
  return (
    <>
      {chunks.slice(0, drawn).map((chunk, i) => (
        <Chunk
          key={i}
          letter={letter.id}
          blocks={chunk}
          height={heights[i] ?? 0}
          parts={parts}
          lanes={lanes}
          partsKey={chunk.flatMap((block) => {
            const list = parts.get(block.id);
            return list ? [list] : [];
          })}
          labels={labels}
          markers={markers}
        />
      ))}
      {rest > 0 && <div aria-hidden style={{ blockSize: rest }} />}
    </>
  );
});
