declare module 'subset-font' {
  /** @param text every character to be kept. @returns the smaller font, the same bytes for the same input. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      readonly targetFormat: 'sfnt' | 'woff' | 'woff2';
      /** OpenType features to be kept; all others are dropped. */
      readonly keepFeatures?: readonly string[];
    },
  ): Promise<Buffer>;
}
