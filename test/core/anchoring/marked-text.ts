/**
 * A slow and simple model of passages that move with an edit, to test the quick one against: every character, and
 * every line feed between blocks, carries for each highlight whether it is covered.
 */
import type { Step } from '../../../core/anchoring/step.ts';

export interface Cell {
  readonly character: string;
  covered: boolean[];
}
export interface MarkedBlock {
  readonly id: string;
  cells: Cell[];
}

export class MarkedText {
  blocks: MarkedBlock[];
  /** The line feed after each block but the last. */
  feeds: Cell[];
  private readonly highlights: number;

  constructor(blocks: MarkedBlock[], feeds: Cell[], highlights: number) {
    this.blocks = blocks;
    this.feeds = feeds;
    this.highlights = highlights;
  }

  private each(judge: (highlight: number) => boolean): boolean[] {
    return Array.from({ length: this.highlights }, (_, highlight) => judge(highlight));
  }

  private index(id: string): number {
    return this.blocks.findIndex((block) => block.id === id);
  }

  /** Covered on both sides of a place in a block (rule A2). */
  private between(block: number, offset: number): boolean[] {
    const cells = this.blocks[block]?.cells ?? [];
    const left = offset > 0 ? cells[offset - 1] : this.feeds[block - 1];
    const right = offset < cells.length ? cells[offset] : this.feeds[block];
    return this.each((h) => left?.covered[h] === true && right?.covered[h] === true);
  }

  /** @param inserted Texts of the new blocks with their ids, or the text that a replacement puts in. */
  apply(
    step: Exclude<Step, { kind: 'move-block' }>,
    inserted: readonly { id: string; text: string }[],
  ): void {
    switch (step.kind) {
      case 'replace': {
        const at = this.index(step.block);
        const block = this.blocks[at] as MarkedBlock;
        const replaced = block.cells.slice(step.from, step.to);
        const covered =
          replaced.length > 0
            ? this.each((h) => replaced.every((cell) => cell.covered[h]))
            : this.between(at, step.from);
        block.cells.splice(step.from, step.to - step.from, ...cellsOf(inserted[0]?.text ?? '', covered));
        break;
      }
      case 'split': {
        const at = this.index(step.block);
        const block = this.blocks[at] as MarkedBlock;
        this.feeds.splice(at, 0, { character: '\n', covered: this.between(at, step.offset) });
        this.blocks.splice(at + 1, 0, { id: step.newBlock, cells: block.cells.splice(step.offset) });
        break;
      }
      case 'join': {
        const at = this.index(step.block);
        this.feeds.splice(at, 1);
        const [next] = this.blocks.splice(at + 1, 1);
        this.blocks[at]?.cells.push(...(next?.cells ?? []));
        break;
      }
      case 'insert-blocks': {
        const within = step.index > 0 && step.index < this.blocks.length;
        const covered = this.each((h) => within && this.feeds[step.index - 1]?.covered[h] === true);
        const made = inserted.map(({ id, text }) => ({ id, cells: cellsOf(text, covered) }));
        const feeds = inserted.map(() => ({ character: '\n', covered: [...covered] }));
        if (this.blocks.length === 0) feeds.pop();
        this.feeds.splice(Math.max(0, Math.min(step.index, this.feeds.length)), 0, ...feeds);
        this.blocks.splice(step.index, 0, ...made);
        break;
      }
      case 'remove-blocks': {
        const count = step.ids.length;
        const last = step.index + count - 1;
        const gone = this.blocks.splice(step.index, count);
        const from = Math.max(0, step.index - 1);
        const removed = this.feeds.splice(from, Math.min(last, this.feeds.length - 1) - from + 1);
        if (step.index > 0 && step.index < this.blocks.length) {
          const cells = [...removed, ...gone.flatMap((block) => block.cells)];
          this.feeds.splice(from, 0, {
            character: '\n',
            covered: this.each((h) => cells.every((cell) => cell.covered[h])),
          });
        }
        break;
      }
    }
    this.drawIn();
  }

  /** Rule A7: a run of covered cells neither begins nor ends with a line feed. */
  drawIn(): void {
    const cells = this.cells();
    for (let h = 0; h < this.highlights; h++) {
      for (const list of [cells, cells.toReversed()]) {
        let open = false;
        for (const cell of list) {
          if (cell.character === '\n' && !open) cell.covered[h] = false;
          open = cell.covered[h] === true;
        }
      }
    }
  }

  cells(): Cell[] {
    return this.blocks.flatMap((block, i) => {
      const feed = i < this.blocks.length - 1 ? this.feeds[i] : undefined;
      return feed ? [...block.cells, feed] : block.cells;
    });
  }

  /** One character a cell: "#" where the highlight covers it. */
  picture(highlight: number): string {
    return this.cells()
      .map((cell) => (cell.covered[highlight] ? '#' : '.'))
      .join('');
  }
}

export function cellsOf(text: string, covered: readonly boolean[]): Cell[] {
  return [...text].map((character) => ({ character, covered: [...covered] }));
}
