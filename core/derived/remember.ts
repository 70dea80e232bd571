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

/** Two projects or a project and its published form may take turns without forgetting each other's values. */
const KEPT = 3;

/**
 * Gives the very value of an earlier call again when the parts that it depends on are the same (`===`, in order);
 * remembers the last few. `partsOf` has to be much cheaper than `compute` and name everything that `compute`
 * looks at.
 */
export function byParts<A extends readonly unknown[], V>(
  partsOf: (...given: A) => readonly unknown[],
  compute: (...given: A) => V,
): (...given: A) => V {
  let recent: readonly { readonly parts: readonly unknown[]; readonly value: V }[] = [];
  let last: { readonly given: A; readonly value: V } | undefined;
  return (...given) => {
    // Asked the same again, as several readers of one state do: nothing to gather and compare.
    if (last && sameParts(last.given, given)) return last.value;
    const parts = partsOf(...given);
    const known = recent.find((entry) => sameParts(entry.parts, parts));
    const entry = known ?? { parts, value: compute(...given) };
    if (entry !== recent[0]) recent = [entry, ...recent.filter((other) => other !== entry)].slice(0, KEPT);
    last = { given, value: entry.value };
    return entry.value;
  };
}

function sameParts(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
