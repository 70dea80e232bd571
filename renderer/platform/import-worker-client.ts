/** The window's side of the worker that reads letters and drafts. */
import type { DraftResult } from '../../core/import/draft/read-draft.ts';
import type { ImportFile } from '../../core/import/file.ts';
import type { ImportedFile, ImportedLetter, ImportFailure } from '../../core/import/imported.ts';
import { importFailure } from '../../core/import/messages.ts';
import { en } from '../../core/messages/en.ts';
import { rememberBlocksText } from '../../core/storage/serialise.ts';
import type { Block } from '../../core/text/block.ts';
import type { ImportText, ReaderAnswer, ReadOrder, ReadOutcome } from './import-messages.ts';

export interface ReadFile {
  readonly ok: true;
  /** Its name, and its bytes, which were handed over for reading. */
  readonly source: ImportFile;
  readonly file: ImportedFile;
  /** Lower-case hex of the file's bytes. */
  readonly sha256: string;
}
export type ReadResult = ReadFile | Failed;
interface Failed {
  readonly ok: false;
  readonly failure: ImportFailure;
}

export interface ReadOptions {
  /** Told the share that is done, 0 to 1. */
  readonly onProgress?: (done: number) => void;
  /** Ends the worker at once; the failure is then `cancelled`. */
  readonly signal?: AbortSignal;
}

/** A worker that reads one file after another; it starts with the first. */
export interface Reader {
  /** The file's bytes are gone from it afterwards: the result has them. */
  readLetter(
    file: ImportFile | ImportText,
    options?: ReadOptions & { readonly wholePage?: boolean },
  ): Promise<ReadResult>;
  readDraft(file: ImportFile, options?: ReadOptions): Promise<DraftResult>;
  end(): void;
}

export function startReader(): Reader {
  let worker: Worker | undefined;
  const end = () => {
    worker?.terminate();
    worker = undefined;
  };

  /** Hands each answer to `hear`, which gives the result when it has come. */
  function ask<R>(
    order: ReadOrder,
    { onProgress, signal }: ReadOptions,
    hear: (answer: ReaderAnswer) => R | undefined,
  ): Promise<R | Failed> {
    const { file } = order;
    const { name } = file;
    return new Promise((resolve) => {
      const failed = (failure: ImportFailure) => {
        end();
        resolve({ ok: false, failure });
      };
      if (signal?.aborted) return failed(importFailure('cancelled', name));
      signal?.addEventListener('abort', () => failed(importFailure('cancelled', name)));
      worker ??= new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
      worker.onerror = () => failed({ code: 'unsupported', name, message: en.files.readerStopped });
      worker.onmessage = ({ data }: MessageEvent<ReaderAnswer>) => {
        if (data.type === 'progress') return onProgress?.(data.share);
        if (data.type === 'failed') return resolve({ ok: false, failure: data.failure });
        const result = hear(data);
        if (result !== undefined) resolve(result);
      };
      worker.postMessage(order, 'bytes' in file ? [file.bytes.buffer] : []);
    });
  }

  return {
    readLetter(file, options = {}) {
      const texts: Arriving[] = [];
      const order: ReadOrder = { kind: options.wholePage ? 'whole-page' : 'letter', file };
      return ask<ReadResult>(order, options, (answer) => {
        if (answer.type === 'blocks') take(texts, answer.letter, answer.json);
        return answer.type === 'read' ? whole(file, answer.outcome, texts) : undefined;
      });
    },
    readDraft(file, options = {}) {
      return ask<DraftResult>({ kind: 'draft', file }, options, (answer) =>
        answer.type === 'draft' ? answer.result : undefined,
      );
    },
    end,
  };
}

/** Blocks that have come so far, and their JSON. */
interface Arriving {
  readonly blocks: Block[];
  json: string;
}

function take(texts: Arriving[], letter: number, json: string): void {
  const text = (texts[letter] ??= { blocks: [], json: '' });
  for (const block of JSON.parse(`[${json}]`) as Block[]) text.blocks.push(block);
  text.json += text.json === '' ? json : `,${json}`;
}

function whole(
  { name, mediaType }: ImportFile | ImportText,
  { file, bytes, sha256 }: ReadOutcome,
  texts: readonly Arriving[],
): ReadFile {
  const filled = file.letters.map((letter, i): ImportedLetter => {
    const { blocks, json } = texts[i] ?? { blocks: [], json: '' };
    rememberBlocksText(blocks, `[${json}]`);
    return { ...letter, imported: { ...letter.imported, blocks } };
  });
  const letters = filled as unknown as ImportedFile['letters'];
  const source = { name, bytes, ...(mediaType === undefined ? {} : { mediaType }) };
  return { ok: true, source, file: { ...file, letters }, sha256 };
}
