/** Large things cross between the window and the main process in pieces. */
import { journalPieces } from '../../core/ipc/journal-text.ts';
import { PIECE } from '../../core/ipc/pieces.ts';
import type { Operation } from '../../core/operations/operation.ts';
import { bridge } from './bridge.ts';

/** Gives the project bytes of its own: `originals/<sha256>` or `assets/<id>`. */
export async function keepBinary(path: string, bytes: Uint8Array): Promise<void> {
  const of = bytes.length;
  let at = 0;
  do {
    // A view would take all that it is a view of along.
    await bridge.addBinary(path, new Uint8Array(bytes.slice(at, at + PIECE)), { at, of });
    at += PIECE;
  } while (at < of);
}

/** Bytes that belong to the project, as `keepBinary` gave them; undefined where it has lost them. */
export async function fetchBinary(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const piece = await bridge.readBinary(path, length);
    if (!piece) return undefined;
    if (piece.length === 0) break;
    pieces.push(piece);
    length += piece.length;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

let sending: Promise<void> = Promise.resolve();

/** Resolves when the main process has it; what is sent meanwhile comes after it. */
export function sendJournal(operations: readonly Operation[]): Promise<void> {
  sending = sending.then(
    () => sendPieces(operations),
    () => sendPieces(operations),
  );
  return sending;
}

/** Resolves when all that was sent has come. */
export function journalSent(): Promise<void> {
  return sending;
}

async function sendPieces(operations: readonly Operation[]): Promise<void> {
  const pieces = journalPieces(operations);
  for (const [i, piece] of pieces.entries()) await bridge.journal(piece, i === pieces.length - 1);
}
