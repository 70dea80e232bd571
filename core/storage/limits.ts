/** What a project file may hold at most. Beyond it a file is refused before anything of it is unpacked. */
export interface Limits {
  /** Parts of the file. */
  readonly entries: number;
  /** Bytes of one part when unpacked. */
  readonly entrySize: number;
  /** Bytes of all parts together when unpacked. */
  readonly totalSize: number;
  /** Unpacked bytes for each packed byte, of parts larger than `ratioFrom` bytes. Deflate reaches 1032. */
  readonly ratio: number;
  readonly ratioFrom: number;
}

const MEGABYTE = 1 << 20;

/** A letter of a million words takes some 8 MB; text packs to a third of its size, repeated text to a hundredth. */
export const LIMITS: Limits = {
  entries: 10_000,
  entrySize: 256 * MEGABYTE,
  totalSize: 1024 * MEGABYTE,
  ratio: 400,
  ratioFrom: 4 * MEGABYTE,
};
