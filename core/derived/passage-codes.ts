/** Codes of passages: by the letter and the place in it, as the project's pattern has it. */
import type { Project } from '../document/project.ts';
import { passagePattern, seriesOf } from './code-pattern.ts';
import { CodeCounter } from './count-codes.ts';
import { letterValues } from './letter-values.ts';
import { highlightsByLetter, inReadingOrder } from './passages.ts';
import { byParts } from './remember.ts';

export const passageCodes = byParts(
  ({ letters, highlights, settings, frozen }: Project) => {
    const parts: unknown[] = [passagePattern(settings.numbering), frozen?.passages];
    for (const { id, code, kind, blocks } of letters) parts.push(id, code, kind, blocks);
    for (const { id, letter, ranges } of highlights) parts.push(id, letter, ranges);
    return parts;
  },
  ({ letters, highlights, settings, frozen }): ReadonlyMap<string, string> => {
    const groups = highlightsByLetter(highlights);
    const values = letterValues(letters);
    const pattern = passagePattern(settings.numbering);
    return new CodeCounter(frozen?.passages).count(
      letters.flatMap(({ id, blocks }) => {
        const series = seriesOf(pattern, values.get(id) ?? {});
        return inReadingOrder(blocks, groups.get(id) ?? []).map((highlight) => ({
          id: highlight.id,
          series,
        }));
      }),
    );
  },
);
