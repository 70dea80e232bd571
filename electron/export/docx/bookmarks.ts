/** Names of bookmarks: Word wants letters, digits and underscores, forty at most. Counted, so always the same. */
export class Bookmarks {
  readonly #names: ReadonlyMap<string, string>;

  /** @param anchors of all things that will be there */
  constructor(anchors: Iterable<string>) {
    this.#names = new Map([...new Set(anchors)].map((anchor, i) => [anchor, `place_${i + 1}`]));
  }

  /** The bookmark of a thing that will be there; undefined for any other. */
  existing(anchor: string): string | undefined {
    return this.#names.get(anchor);
  }

  /** @throws RangeError for an anchor that wasn't told of. */
  of(anchor: string): string {
    const name = this.#names.get(anchor);
    if (name === undefined) throw new RangeError(`no bookmark for ${anchor}`);
    return name;
  }
}
