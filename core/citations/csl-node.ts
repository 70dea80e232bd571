import type { CslNode } from 'citeproc';

/** A node in the short form of the data in csl/. */
interface ShortNode {
  readonly n: string;
  readonly a?: Readonly<Record<string, string>>;
  readonly c?: readonly (ShortNode | string)[];
}

/** Fresh at each call: the processor writes into what it is given. */
export function cslNode(json: string): CslNode {
  return toNode(JSON.parse(json) as ShortNode);
}

function toNode({ n, a, c = [] }: ShortNode): CslNode {
  return {
    name: n,
    attrs: { ...a },
    children: c.map((child) => (typeof child === 'string' ? child : toNode(child))),
  };
}
