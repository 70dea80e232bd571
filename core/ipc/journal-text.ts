/**
 * Operations as one line of JSON: so they cross to the main process and go into the recovery journal. A text crosses
 * far quicker than the tree of objects that it tells, and the main process needn't make the tree at all.
 */
import type { Operation } from '../operations/operation.ts';
import { PIECE } from './pieces.ts';
import { blocksText, letterText } from '../storage/serialise.ts';

/** At least one piece; no character is cut. */
export function journalPieces(operations: readonly Operation[]): readonly string[] {
  const text = `[${operations.map(operationText).join(',')}]`;
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += pieces.at(-1)?.length ?? 0) {
    const piece = text.slice(at, at + PIECE);
    pieces.push(/[\ud800-\udbff]$/.test(piece) ? piece.slice(0, -1) : piece);
  }
  return pieces;
}

/** Whether pieces may be those of {@link journalPieces}: what they tell is checked where it's read. */
export function mayBeJournalPieces(pieces: readonly string[]): boolean {
  return (
    pieces[0]?.startsWith('[') === true &&
    pieces.at(-1)?.endsWith(']') === true &&
    pieces.every((piece) => !piece.includes('\n'))
  );
}

/** Of whole letters the texts that are at hand already are taken. */
function operationText(operation: Operation): string {
  if ((operation.type === 'insert' || operation.type === 'remove') && operation.list.of === 'letters') {
    const { item, ...rest } = operation as Extract<typeof operation, { list: { of: 'letters' } }>;
    return withFields(rest, { item: letterText(item) });
  }
  if (operation.type === 'splice' && operation.text.of === 'letter') {
    const { removed, inserted, ...rest } = operation;
    return withFields(rest, { removed: blocksText(removed), inserted: blocksText(inserted) });
  }
  return JSON.stringify(operation);
}

function withFields(rest: object, fields: Readonly<Record<string, string>>): string {
  const more = Object.entries(fields).map(([name, json]) => `,"${name}":${json}`);
  return `${JSON.stringify(rest).slice(0, -1)}${more.join('')}}`;
}
