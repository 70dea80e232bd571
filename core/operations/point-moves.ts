import type { Project } from '../document/project.ts';
import type { Operation } from './operation.ts';

/** Moves of points, reckoned on lists of ids: hundreds of them needn't make a project each. */
export class PointMoves {
  readonly operations: Operation[] = [];
  readonly #lists: ReadonlyMap<string, string[]>;
  readonly #sections = new Map<string, string>();

  constructor({ sections }: Project) {
    this.#lists = new Map(sections.map(({ id, points }) => [id, points.map((point) => point.id)]));
    for (const [section, points] of this.#lists) for (const id of points) this.#sections.set(id, section);
  }

  /** The points of a section as they stand by now. */
  in(section: string): readonly string[] {
    return this.#lists.get(section) ?? [];
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
