/** What the app asks of a typesetter. One implementation is native.ts; nothing else knows which there is. */

/** PDF standards that a pamphlet may be made to; see the PDF/UA-1 and PDF/A parts of ISO 14289 and ISO 19005. */
export type PdfStandard = 'ua-1' | 'a-2b' | 'a-2u' | 'a-2a' | 'a-3b' | 'a-3u' | 'a-3a' | 'a-4';

export interface TypesetInput {
  /** A `PrintData` (core/export/print-data.ts) as plain JSON. */
  readonly data: unknown;
  /** The project's pictures by asset id. */
  readonly assets: ReadonlyMap<string, Uint8Array>;
  /**
   * The standard to try first, `ua-1` when absent; where the document doesn't meet it, a plain tagged PDF is made
   * and a warning says why. `plain` asks for no standard, which is enough, and faster, for a preview.
   */
  readonly pdfStandard?: PdfStandard | 'plain';
}

export interface Problem {
  /** For the writer. */
  readonly message: string;
  /** What the typesetter said, for a report. */
  readonly raw: string;
  readonly severity: 'error' | 'warning';
}

/** Where something stands: an anchor, "title-page", "contents", "introduction", "conclusion" … */
export interface Place {
  readonly id: string;
  /** From 1. */
  readonly page: number;
  /** Points from the left and the top edge of the page. */
  readonly x: number;
  readonly y: number;
}

export type TypesetResult =
  | {
      readonly ok: true;
      readonly pdf: Uint8Array;
      readonly pages: number;
      /** In reading order. */
      readonly places: readonly Place[];
      readonly warnings: readonly Problem[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export interface Typesetter {
  /** One at a time; a compile can't be interrupted. Rejects only where the engine itself broke. */
  compile(input: TypesetInput): Promise<TypesetResult>;
  dispose(): void;
}
