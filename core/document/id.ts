/** Gives a new id at each call: letters, digits and hyphens, begins with a letter, unique in its project. */
export type IdSource = () => string;

const ID = /^[a-z][a-z0-9-]{0,63}$/i;

/** Ids become file names, HTML ids and Typst labels, so only this much is allowed. */
export function isId(value: string): boolean {
  return ID.test(value);
}

/** Ids that count up: for tests, the command line and everything that must give the same bytes each time. */
export function countingIds(prefix: string): IdSource {
  let count = 0;
  return () => `${prefix}${++count}`;
}

/** Random ids of 12 characters (62 bits) from a source of random bytes such as `crypto.getRandomValues`. */
export function randomIds(fill: (bytes: Uint8Array<ArrayBuffer>) => unknown): IdSource {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz0123456789';
  return () => {
    const bytes = new Uint8Array(12);
    fill(bytes);
    let id = alphabet[(bytes[0] ?? 0) % 26] ?? 'a';
    for (let i = 1; i < 12; i++) id += alphabet[(bytes[i] ?? 0) % 36];
    return id;
  };
}
