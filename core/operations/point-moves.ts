import type { Project } from '../document/project.ts';
import type { Operation } from './operation.ts';
import { isShownIn, type Shown } from './outline-select.ts';

/** Where a point goes in a section, told by the points that are shown there. */
export type Among = { readonly before: string } | { readonly after: string } | 'first' | 'last';

/**
 * Moves of points, reckoned on lists of ids: hundreds of them needn't make a project each.
 *
 * Points that aren't shown stay with those whose number they share. So a point takes hidden ones along that share its
 * number behind it, and none is put between a hidden one and the one whose number that shares.
 */
export class PointMoves {
  readonly operations: Operation[] = [];
  readonly #lists: ReadonlyMap<string, string[]>;
  readonly #sections = new Map<string, string>();
  readonly #subs = new Set<string>();
  readonly #isShown: (id: string) => boolean;

  /** @param named those that are moved: they count as shown */
  constructor({ sections }: Project, shown?: Shown, named: Iterable<string> = []) {
    this.#lists = new Map(sections.map(({ id, points }) => [id, points.map((point) => point.id)]));
    for (const [section, points] of this.#lists) for (const id of points) this.#sections.set(id, section);
    for (const { points } of sections) for (const { id, sub } of points) if (sub) this.#subs.add(id);
    this.#isShown = isShownIn(shown, named);
  }

  /** The points of a section as they stand by now. */
  in(section: string): readonly string[] {
    return this.#lists.get(section) ?? [];
  }

  sectionOf(id: string): string {
    return this.#sections.get(id) ?? '';
  }

  /** The next shown point of its section before (-1) or behind it (1). */
  neighbour(id: string, by: -1 | 1): string | undefined {
    const list = this.in(this.sectionOf(id));
    const at = list.indexOf(id);
    return by < 0 ? list.slice(0, at).findLast(this.#isShown) : list.slice(at + 1).find(this.#isShown);
  }

  /** The hidden points from `index` on that share the number of the one before it. */
  hiddenSubs(list: readonly string[], index: number): readonly string[] {
    const end = list.findIndex((id, i) => i >= index && !(this.#subs.has(id) && !this.#isShown(id)));
    return list.slice(index, end < 0 ? list.length : end);
  }

  /** The points, each with what goes along behind it: the hidden ones whose number only these have. */
  #withHidden(ids: readonly string[]): readonly string[] {
    const moving = new Set(ids);
    const along = new Map<string, string[]>();
    for (const section of new Set(ids.map((id) => this.sectionOf(id)))) {
      let isMoving = false;
      let last = '';
      this.in(section).forEach((id, i) => {
        const isHead = i === 0 || !this.#subs.has(id);
        if (!isHead && isMoving && !this.#isShown(id)) along.set(last, [...(along.get(last) ?? []), id]);
        else isMoving = moving.has(id) && (isHead || isMoving);
        if (moving.has(id)) last = id;
      });
    }
    return ids.flatMap((id) => [id, ...(along.get(id) ?? [])]);
  }

  #behind(list: readonly string[], id: string): number {
    const next = list.indexOf(id) + 1;
    return next + this.hiddenSubs(list, next).length;
  }

  #ahead(list: readonly string[], id: string): number {
    const index = list.indexOf(id);
    let head = index;
    while (head > 0 && this.#subs.has(list[head] ?? '') && !this.#isShown(list[head - 1] ?? '')) head--;
    const first = list[head] ?? '';
    // A hidden one whose number it shares keeps it.
    return this.#isShown(first) || this.#subs.has(first) ? index : head;
  }

  #index(list: readonly string[], id: string, where: Among): number {
    if (typeof where === 'object' && 'after' in where) return this.#behind(list, where.after);
    const next = where === 'first' ? list.find(this.#isShown) : where === 'last' ? undefined : where.before;
    // One that shares a number does so with a point that is shown, where there is one.
    const until = next === undefined ? list.length : list.indexOf(next);
    const before = where === 'first' ? undefined : list.slice(0, until).findLast(this.#isShown);
    if (this.#subs.has(id) && before !== undefined) return this.#behind(list, before);
    return next === undefined ? list.length : this.#ahead(list, next);
  }

  /** Puts the points there one behind the other, with what goes along with them. */
  place(ids: readonly string[], to: string, where: Among): void {
    const all = new Set(this.#withHidden(ids));
    const rest = this.in(to).filter((id) => !all.has(id));
    let anchor = rest[this.#index(rest, ids[0] ?? '', where) - 1];
    for (const id of all) {
      const others = this.in(to).filter((other) => other !== id);
      this.move(id, to, anchor === undefined ? 0 : others.indexOf(anchor) + 1);
      anchor = id;
    }
  }

  /** Goes behind the hidden ones that share its number, so that they keep it when this one doesn't share it any more. */
  leaveNumber(id: string): void {
    const section = this.sectionOf(id);
    const list = this.in(section);
    const at = list.indexOf(id);
    if (at > 0 && this.#subs.has(id)) this.move(id, section, at + this.hiddenSubs(list, at + 1).length);
  }

  /** @param index among the other points of the section; at its end when it is more than they are */
  move(id: string, to: string, index: number): void {
    const from = this.#sections.get(id);
    const source = from === undefined ? undefined : this.#lists.get(from);
    const target = this.#lists.get(to);
    if (from === undefined || !source || !target) return;
    const fromIndex = source.indexOf(id);
    source.splice(fromIndex, 1);
    const toIndex = Math.min(index, target.length);
    target.splice(toIndex, 0, id);
    this.#sections.set(id, to);
    if (from === to && fromIndex === toIndex) return;
    const list = (section: string) => ({ of: 'points', section }) as const;
    this.operations.push({ type: 'move', from: list(from), fromIndex, to: list(to), toIndex });
  }
}
