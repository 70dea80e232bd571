/** Running heads, feet and folios: lines at the same place of many pages that say the same but for numbers. */
import { listMarker } from '../../text/list-markers.ts';
import type { Line } from './lines.ts';

export interface Bodies {
  /** Lines of each page without heads and folios. */
  readonly pages: readonly (readonly Line[])[];
  /** How each page is numbered, as printed; '' where it bears no number. */
  readonly folios: readonly string[];
  readonly dropped: number;
}

/** Lines at the top and at the bottom of a page that are looked at. */
const LOOKED_AT = 3;
const SAME_PLACE = 8;

interface Candidate {
  readonly line: Line;
  readonly key: string;
  readonly place: number;
}

/** @param heights Of the pages, in points. */
export function withoutRunningHeads(pages: readonly (readonly Line[])[], heights: readonly number[]): Bodies {
  const candidates = pages.flatMap((lines, i) => candidatesOf(lines, heights[i] ?? 0));
  const dropped = new Set<Line>();
  const least = Math.max(2, Math.ceil(pages.length * 0.25));
  const byKey = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const same = byKey.get(candidate.key);
    if (same) same.push(candidate);
    else byKey.set(candidate.key, [candidate]);
  }
  for (const { line, key, place } of candidates) {
    const alike = new Set<number>();
    for (const other of byKey.get(key) ?? []) {
      if (Math.abs(other.place - place) <= SAME_PLACE) alike.add(other.line.page);
      if (alike.size >= least) break;
    }
    if (alike.size >= least || (alike.size >= 2 && isFolio(line.text) !== undefined)) dropped.add(line);
  }
  const folios = foliosOf(pages, candidates, dropped);
  return {
    pages: pages.map((lines) => lines.filter((line) => !dropped.has(line))),
    folios,
    dropped: dropped.size,
  };
}

function candidatesOf(lines: readonly Line[], height: number): Candidate[] {
  const sorted = [...lines].sort((a, b) => a.base - b.base);
  const top = sorted.slice(0, LOOKED_AT).filter(({ base }) => base < height * 0.15);
  const bottom = sorted.slice(-LOOKED_AT).filter(({ base }) => base > height * 0.85);
  return [...new Set([...top, ...bottom])].map((line) => ({
    line,
    key: keyOf(line.text),
    place: bottom.includes(line) ? height - line.base : line.base,
  }));
}

/** The words without the folio at one end: notes may differ in other numbers. */
function keyOf(text: string): string {
  if (isFolio(text) !== undefined) return '#';
  const low = text.toLowerCase().trim();
  const behind = low.replace(/^(?:\d+|[ivxlc]+)(?=\s)/, '#');
  return behind === low ? low.replace(/(?<=\s)(?:\d+|[ivxlc]+)$/, '#') : behind;
}

/** "4", "– 4 –", "Page 4 of 9", "iv": the number, as printed. */
export function isFolio(text: string): string | undefined {
  const match =
    /^[-–—•|\s]*(?:(?:page|seite|página|pagina|p\.|s\.)\s*)?(\d{1,4}|[ivxlc]{1,8})(?:\s*(?:\/|of|von|de|sur)\s*\d{1,4})?[-–—•|\s.]*$/i.exec(
      text.trim(),
    );
  return match?.[1];
}

/** Numbers that stand at the head or foot, where they go up with the pages. */
function foliosOf(
  pages: readonly (readonly Line[])[],
  candidates: readonly Candidate[],
  dropped: Set<Line>,
): string[] {
  const byPage = pages.map((): Candidate[] => []);
  for (const candidate of candidates) byPage[candidate.line.page]?.push(candidate);
  const found = byPage.map((own) => {
    for (const { line } of own) {
      const whole = isFolio(line.text);
      if (whole !== undefined) return { line, folio: whole };
    }
    // A folio beside a running head.
    for (const { line } of own) {
      const number = dropped.has(line) ? /(?:^|\s)(\d{1,4})$|^(\d{1,4})(?:\s|$)/.exec(line.text) : null;
      const folio = number?.[1] ?? number?.[2];
      if (folio !== undefined) return { line, folio };
    }
    return undefined;
  });
  const offsets = new Map<number, number>();
  found.forEach((each, page) => {
    const value = each ? valueOf(each.folio) : undefined;
    if (value !== undefined) offsets.set(value - page, (offsets.get(value - page) ?? 0) + 1);
  });
  const [offset, count] = [...offsets].sort((a, b) => b[1] - a[1])[0] ?? [1, 0];
  const counts = count >= 2 || (pages.length === 1 && count === 1 && offset === 1);
  return found.map((each, page) => {
    if (!counts || !each || valueOf(each.folio) !== page + offset) return '';
    if (isFolio(each.line.text) !== undefined) dropped.add(each.line);
    return each.folio;
  });
}

function valueOf(folio: string): number | undefined {
  if (/^\d+$/.test(folio)) return Number(folio);
  for (let value = 1; value < 90; value++)
    if (listMarker('lower-roman', value, 1) === `${folio.toLowerCase()}.`) return value;
  return undefined;
}
