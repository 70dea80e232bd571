/** As much of citeproc-js as is used here; see https://citeproc-js.readthedocs.io. */
declare module 'citeproc' {
  /** A style or locale: XML as JSON. */
  export interface CslNode {
    readonly name: string;
    readonly attrs: Readonly<Record<string, string>>;
    readonly children: readonly (CslNode | string)[];
  }
  export interface CiteItem {
    readonly id: string;
    readonly locator?: string;
    readonly label?: string;
    readonly prefix?: string;
    readonly suffix?: string;
    readonly 'suppress-author'?: boolean;
  }
  export interface Cluster {
    readonly citationID: string;
    readonly citationItems: readonly CiteItem[];
    readonly properties: { readonly noteIndex: number; readonly mode?: 'composite' };
    /** Set by the processor: the items in the style's order. */
    readonly sortedItems?: readonly (readonly [item: unknown, cite: CiteItem])[];
  }
  export interface System {
    retrieveLocale(language: string): CslNode | false;
    retrieveItem(id: string): object;
  }
  export interface Format {
    readonly [decoration: string]: unknown;
  }
  interface Engine {
    readonly opt: { readonly development_extensions: Record<string, boolean> };
    readonly citation: { readonly opt: { readonly layout_delimiter?: string } };
    setOutputFormat(name: string): void;
    /** Citation id, note, text; in the order given. */
    rebuildProcessorState(clusters: readonly Cluster[], format: string): readonly [string, number, string][];
    makeBibliography():
      | readonly [
          { readonly entry_ids: readonly (readonly string[])[]; readonly hangingindent?: unknown },
          readonly string[],
        ]
      | false;
    getTerm(name: string): string;
  }
  const CSL: {
    readonly Engine: new (system: System, style: CslNode, language?: string, force?: boolean) => Engine;
    readonly Output: { readonly Formats: Record<string, Format> };
  };
  export default CSL;
}
