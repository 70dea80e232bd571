/** Remembering what was computed from immutable values, so that an edit recomputes only what it touches. */

/** Computes once for each key; forgets with the key. */
export function byIdentity<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    let entry = known.get(key);
    if (!entry) {
      entry = { value: compute(key) };
      known.set(key, entry);
    }
    return entry.value;
  };
}

/**
 * Gives the very value of the last call again as long as the parts that it depends on are the same (`===`, in
 * order). `partsOf` has to be much cheaper than `compute` and name everything that `compute` looks at.
 */
export function byParts<A extends readonly unknown[], V>(
  partsOf: (...given: A) => readonly unknown[],
  compute: (...given: A) => V,
): (...given: A) => V {
  let last: { readonly parts: readonly unknown[]; readonly value: V } | undefined;
  return (...given) => {
    const parts = partsOf(...given);
    if (last && sameParts(last.parts, parts)) return last.value;
    last = { parts, value: compute(...given) };
    return last.value;
  };
}

function sameParts(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
