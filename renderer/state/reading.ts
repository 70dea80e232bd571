/** Files being read, in a worker: which, how far, and how to stop it. One reading after another. */
import { create } from 'zustand';
import type { DraftResult } from '../../core/import/draft/read-draft.ts';
import type { ImportFile } from '../../core/import/file.ts';
import { LARGEST_IMPORT, type ImportFailure } from '../../core/import/imported.ts';
import { importFailure } from '../../core/import/messages.ts';
import { en } from '../../core/messages/en.ts';
import type { ChosenFile } from '../../core/ipc/contract.ts';
import {
  startReader,
  type Reader,
  type ReadOptions,
  type ReadResult,
} from '../platform/import-worker-client.ts';
import type { ImportText } from '../platform/import-messages.ts';
import { say } from './messages.ts';
import { app, useApp } from './store.ts';

export interface ReadingNow {
  readonly name: string;
  /** From 1. */
  readonly number: number;
  readonly count: number;
  /** Of all files together by their sizes, 0 to 1; 0 as long as nothing is known. */
  readonly share: number;
}

/** What is being read, once it has taken longer than is not worth telling. */
export const useReading = create<{ readonly now: ReadingNow | null }>()(() => ({ now: null }));

/** Milliseconds. */
const WORTH_TELLING = 500;

let stopped: AbortController | undefined;

export function stopReading(): void {
  stopped?.abort();
}

let turn: Promise<unknown> = Promise.resolve();

interface Source {
  readonly name: string;
  readonly bytes?: Uint8Array;
  readonly text?: string;
}

const sizeOf = ({ bytes, text }: Source) => bytes?.length ?? text?.length ?? 0;

/**
 * Has each file read in turn. Undefined when the writer stopped it or went to another project; she has been told.
 *
 * @param read One file; its options have the signal.
 */
function readEach<F extends Source, R>(
  files: readonly F[],
  read: (reader: Reader, file: F, options: ReadOptions) => R | Promise<R>,
): Promise<readonly R[] | undefined> {
  const result = turn.then(() => readNow(files, read));
  turn = result.catch(() => undefined);
  return result;
}

async function readNow<F extends Source, R>(
  files: readonly F[],
  read: (reader: Reader, file: F, options: ReadOptions) => R | Promise<R>,
): Promise<readonly R[] | undefined> {
  const control = (stopped = new AbortController());
  const { signal } = control;
  const project = app.get().project?.id;
  const leave = useApp.subscribe((state) => {
    if (state.project?.id !== project) control.abort('another project');
  });
  const whole = files.reduce((sum, file) => sum + sizeOf(file), 0) || 1;
  const reader = startReader();
  let now: ReadingNow | null = null;
  let shown = false;
  const tell = (next: ReadingNow) => {
    now = next;
    if (shown) useReading.setState({ now });
  };
  const timer = setTimeout(() => {
    shown = true;
    useReading.setState({ now });
  }, WORTH_TELLING);
  const results: R[] = [];
  try {
    let before = 0;
    for (const [i, file] of files.entries()) {
      if (signal.aborted) break;
      const size = sizeOf(file);
      const at = (share: number) => tell({ name: file.name, number: i + 1, count: files.length, share });
      at(before / whole);
      const onProgress = (share: number) => at((before + share * size) / whole);
      results.push(await read(reader, file, { onProgress, signal }));
      before += size;
    }
  } finally {
    clearTimeout(timer);
    leave();
    reader.end();
    useReading.setState({ now: null });
  }
  if (!signal.aborted) return results;
  if (signal.reason === 'another project') say(en.reading.otherProject, { tone: 'warning' });
  else say(en.reading.stopped);
  return undefined;
}

/** @see readEach */
export function readLetters(
  files: readonly (ChosenFile | ImportText)[],
  { wholePage = false } = {},
): Promise<readonly ReadResult[] | undefined> {
  return readEach(files, (reader, file, options) => {
    const failure = refused(file);
    if (failure) return { ok: false, failure } as const;
    return reader.readLetter(file as ImportFile | ImportText, { ...options, wholePage });
  });
}

/** @see readEach */
export function readDraftFile(file: ChosenFile): Promise<readonly DraftResult[] | undefined> {
  return readEach([file], (reader, each, options) => {
    const failure = refused(each);
    if (failure) return { ok: false, failure } as const;
    return reader.readDraft(each as ImportFile, options);
  });
}

/** Why a file that was chosen can't be read at all. */
export function refused(file: ChosenFile | ImportText): ImportFailure | undefined {
  if ('unread' in file) return importFailure(file.unread, file.name, `${LARGEST_IMPORT / 1024 / 1024} MB`);
  return undefined;
}
