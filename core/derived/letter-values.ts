import { KIND_CODES, type Letter } from '../document/letter.ts';
import type { CodeValues } from './code-pattern.ts';

/** Letter id → what a pattern may say of it. */
export function letterValues(
  letters: readonly Pick<Letter, 'id' | 'code' | 'kind'>[],
): ReadonlyMap<string, CodeValues> {
  const counts = new Map<string, number>();
  return new Map(
    letters.map(({ id, code, kind }) => {
      const own = KIND_CODES[kind];
      const place = (counts.get(own) ?? 0) + 1;
      counts.set(own, place);
      return [id, { letter: code, kind: own, reviewer: String(place) }];
    }),
  );
}
