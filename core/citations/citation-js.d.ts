/** As much of Citation.js as is used here: its parsers and writers, by the type of what is given. */
declare module '@citation-js/core' {
  export const plugins: {
    readonly input: {
      chain(data: unknown, options: { readonly generateGraph: false; readonly forceType: string }): unknown;
    };
    readonly output: { format(format: string, items: readonly object[]): unknown };
    readonly config: {
      get(name: '@bibtex'): { readonly format: { asciiOnly: boolean; useIdAsLabel: boolean } };
    };
  };
}
declare module '@citation-js/plugin-bibtex';
declare module '@citation-js/plugin-ris';
