/** Reads letters and drafts in a worker, so that a long one doesn't hold up the window. */
import { randomIds } from '../../core/document/id.ts';
import { readDraft } from '../../core/import/draft/read-draft.ts';
import { importFile } from '../../core/import/file.ts';
import type { ImportedFile, ImportedLetter } from '../../core/import/imported.ts';
import type { RichText } from '../../core/text/block.ts';
import type { ReaderAnswer, ReadOrder } from './import-messages.ts';

const ids = randomIds((bytes) => crypto.getRandomValues(bytes));

/** UTF-16 units of JSON in a piece: parsed in less than a millisecond or two, also where it is many short blocks. */
const PIECE = 50_000;

function answer(message: ReaderAnswer, handedOver: Transferable[] = []): void {
  postMessage(message, { transfer: handedOver });
}

addEventListener('message', ({ data }: MessageEvent<ReadOrder>) => {
  // A broken invariant: told as an error of the worker, which its client waits for.
  read(data).catch((error: unknown) => setTimeout(() => reportError(error)));
});

async function read({ kind, file: given }: ReadOrder): Promise<void> {
  const file = 'bytes' in given ? given : { ...given, bytes: new TextEncoder().encode(given.text) };
  const onProgress = (share: number) => answer({ type: 'progress', share });
  if (kind === 'draft') {
    answer({ type: 'draft', result: await readDraft(file, ids, { onProgress }) });
    return;
  }
  const result = await importFile(file, ids, { onProgress });
  if (!result.ok) {
    answer({ type: 'failed', failure: result.failure });
    return;
  }
  const bytes = new Uint8Array(file.bytes);
  const letters = lettersOf(result.file, kind);
  letters.forEach(({ imported }, letter) => sendBlocks(letter, imported.blocks));
  const bare = letters.map((letter) => ({ ...letter, imported: { ...letter.imported, blocks: [] } }));
  const [first, ...others] = bare;
  if (!first) return;
  const buffers = new Set([bytes.buffer]);
  for (const { imported } of bare) for (const { bytes } of imported.pictures) buffers.add(ownBuffer(bytes));
  const outcome = {
    file: { letters: [first, ...others], alternatives: [], mediaType: result.file.mediaType } as const,
    bytes,
    sha256: hex(await crypto.subtle.digest('SHA-256', bytes)),
  };
  answer({ type: 'read', outcome }, [...buffers]);
}

function lettersOf({ letters, alternatives }: ImportedFile, kind: ReadOrder['kind']) {
  const whole = alternatives.find(({ label }) => label === 'whole-page');
  if (kind !== 'whole-page' || !whole) return letters;
  return [{ ...letters[0], imported: whole.imported } satisfies ImportedLetter];
}

function sendBlocks(letter: number, blocks: RichText): void {
  let piece: string[] = [];
  let length = 0;
  const send = () => {
    if (piece.length > 0) answer({ type: 'blocks', letter, json: piece.join(',') });
    piece = [];
    length = 0;
  };
  for (const block of blocks) {
    const json = JSON.stringify(block);
    piece.push(json);
    length += json.length;
    if (length > PIECE) send();
  }
  send();
}

function ownBuffer(bytes: Uint8Array): ArrayBuffer {
  return bytes.buffer as ArrayBuffer;
}

function hex(digest: ArrayBuffer): string {
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
