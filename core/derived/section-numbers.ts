/** Numbers of sections by their levels: "1", "2.1", "2.1.3". Front and back matter isn't numbered. */
import type { Project, Section } from '../document/project.ts';
import { CodeCounter, type Counted } from './count-codes.ts';
import { byParts } from './remember.ts';

interface Node {
  readonly id: string;
  readonly children: Node[];
}

function tree(sections: readonly Section[]): readonly Node[] {
  const root: Node[] = [];
  const open: { readonly level: number; readonly children: Node[] }[] = [];
  for (const { id, level, place } of sections) {
    if (place) continue;
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const node: Node = { id, children: [] };
    (open.at(-1)?.children ?? root).push(node);
    open.push({ level, children: node.children });
  }
  return root;
}

export const sectionNumbers = byParts(
  ({ sections, frozen }: Project) => [
    frozen?.sections,
    ...sections.flatMap(({ id, level, place }) => [id, level, place]),
  ],
  ({ sections, frozen }): ReadonlyMap<string, string> => {
    const counter = new CodeCounter(frozen?.sections);
    const found = new Map<string, string>();
    const visit = (nodes: readonly Node[], before: string) => {
      const series = { before, after: '' };
      const codes = counter.count(nodes.map(({ id }): Counted => ({ id, series })));
      for (const { id, children } of nodes) {
        const code = codes.get(id) ?? '';
        found.set(id, code);
        visit(children, `${code}.`);
      }
    };
    visit(tree(sections), '');
    return found;
  },
);
