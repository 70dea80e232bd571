import type { ImportNotice } from '../document/letter.ts';

const LONGEST_DETAIL = 80;

/** Counts what an importer left out or changed; one notice for each kind of thing, in order of appearance. */
export class NoticeCounter {
  private readonly counts = new Map<string, { kind: ImportNotice['kind']; count: number; detail?: string }>();

  /** @param detail Kept from the first time only, cut to 80 characters. */
  add(kind: ImportNotice['kind'], what: string, count = 1, detail?: string): void {
    if (count <= 0) return;
    const known = this.counts.get(what);
    if (known) {
      known.count += count;
      return;
    }
    const short = detail === undefined ? undefined : shorten(detail);
    this.counts.set(what, { kind, count, ...(short ? { detail: short } : {}) });
  }

  list(): ImportNotice[] {
    return [...this.counts].map(([what, { kind, count, detail }]) => ({
      kind,
      what,
      count,
      ...(detail === undefined ? {} : { detail }),
    }));
  }
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = [...line];
  return characters.length > LONGEST_DETAIL ? `${characters.slice(0, LONGEST_DETAIL - 1).join('')}…` : line;
}
