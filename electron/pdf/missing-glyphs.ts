/** Which characters of a text none of the bundled fonts can print. */
import { Blob, Face } from 'harfbuzzjs';

/** What is shown by nothing, or by the typesetter itself, and so needs no glyph (Unicode: default ignorable). */
const NEEDS_NONE = /[\s\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/u;

export class Coverage {
  readonly #points = new Set<number>();

  constructor(fonts: Iterable<Uint8Array>) {
    for (const data of fonts) {
      for (const point of new Face(new Blob(data), 0).collectUnicodes()) this.#points.add(point);
    }
  }

  /** The missing characters in the strings of a JSON value, each once, in order of code point. */
  missing(value: unknown): readonly string[] {
    const missing = new Set<string>();
    const seen = new Set<string>();
    const visit = (part: unknown): void => {
      if (typeof part === 'string') {
        for (const character of part) {
          if (seen.has(character)) continue;
          seen.add(character);
          if (!this.#points.has(character.codePointAt(0) ?? 0) && !NEEDS_NONE.test(character)) {
            missing.add(character);
          }
        }
      } else if (Array.isArray(part)) {
        part.forEach(visit);
      } else if (part !== null && typeof part === 'object') {
        Object.values(part).forEach(visit);
      }
    };
    visit(value);
    return [...missing].sort((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0));
  }
}
