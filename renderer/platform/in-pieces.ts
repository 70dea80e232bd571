/**
 * Large things cross to the main process in pieces: one message of many megabytes would hold up the window while it
 * is packed, and the main process, which hands the window its keys and clicks, while it is unpacked.
 */
import { journalPieces } from '../../core/ipc/journal-text.ts';
import type { Operation } from '../../core/operations/operation.ts';
import { bridge } from './bridge.ts';

/** Bytes. */
const PIECE = 1 << 20;

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
