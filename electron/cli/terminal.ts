/** Where results and words go: results to the standard output, words for a person to the standard error. */
export interface Terminal {
  readonly write: (result: string | Uint8Array) => void;
  readonly say: (words: string) => void;
}

/** 0: fine. 1: something was found that wants looking at. 2: the input or the use of the command is at fault. */
export type ExitStatus = 0 | 1 | 2;

/** Ends the command with status 2. Thrown for whatever the person at the command line has to put right. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/** Stable and readable: two spaces, one line feed at the end. */
export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
