/** What a part of the corpora gave: one row of the table, with a sentence for each input that isn't as it should be. */
export interface Row {
  readonly part: string;
  /** What is counted. */
  readonly what: string;
  readonly good: number;
  readonly of: number;
  readonly notes?: readonly string[];
  /** Percent that must be reached; the command fails below it. */
  readonly asked?: number;
}

export function percent({ good, of }: Row): number {
  return of === 0 ? 100 : (100 * good) / of;
}
