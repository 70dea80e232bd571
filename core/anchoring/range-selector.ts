/** A RangeSelector over a page as the quote of what it selects, so that it can be found in the letter's text. */
import type { Selector } from './annotation-selectors.ts';
import { CONTEXT } from './selectors.ts';

/** As much of a parsed page as paths need: hast and the importer's own tree both have it. */
export interface PageNode {
  readonly type: string;
  readonly tagName?: string;
  readonly value?: string;
  /** Attributes as hast has them, ... */
  readonly properties?: Readonly<Record<string, unknown>>;
  /** ... or as the parser gives them. */
  readonly attributes?: readonly { readonly name: string; readonly value: string }[];
  readonly children?: readonly PageNode[];
}

const BLOCKS = new Set(
  (
    'address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main nav ' +
    'ol p pre section table tbody td tfoot th thead tr ul'
  ).split(' '),
);

/** The page's characters with a line feed at borders of blocks, and where each text node begins. */
interface Linear {
  readonly text: string;
  readonly starts: ReadonlyMap<PageNode, number>;
}

function linear(root: PageNode): Linear {
  const starts = new Map<PageNode, number>();
  let text = '';
  const visit = (node: PageNode) => {
    if (node.type === 'text') {
      starts.set(node, text.length);
      text += node.value ?? '';
      return;
    }
    const block = node.tagName !== undefined && BLOCKS.has(node.tagName);
    if (block) text += '\n';
    for (const child of node.children ?? []) visit(child);
    if (block) text += '\n';
  };
  visit(root);
  return { text, starts };
}

/** Undefined where a path leads nowhere, or the range is empty or goes backwards. */
export function rangeQuote(
  page: PageNode,
  { startPath, startOffset, endPath, endOffset }: Extract<Selector, { type: 'RangeSelector' }>,
): { readonly exact: string; readonly prefix: string; readonly suffix: string } | undefined {
  const startNode = nodeAt(page, startPath);
  const endNode = nodeAt(page, endPath);
  if (!startNode || !endNode) return undefined;
  const { text, starts } = linear(page);
  const from = offsetIn(startNode, startOffset, starts);
  const to = offsetIn(endNode, endOffset, starts);
  if (from === undefined || to === undefined || from >= to) return undefined;
  return {
    exact: text.slice(from, to).trim(),
    prefix: text.slice(Math.max(0, from - CONTEXT), from).trimStart(),
    suffix: text.slice(to, to + CONTEXT).trimEnd(),
  };
}

/** The offset in the linear text of the unit at `offset` of a node's own text. */
function offsetIn(node: PageNode, offset: number, starts: ReadonlyMap<PageNode, number>): number | undefined {
  let rest = offset;
  let last: number | undefined;
  const visit = (each: PageNode): number | undefined => {
    if (each.type === 'text') {
      const length = each.value?.length ?? 0;
      const start = starts.get(each) ?? 0;
      if (rest < length || (rest === length && node === each)) return start + rest;
      rest -= length;
      last = start + length;
      return undefined;
    }
    for (const child of each.children ?? []) {
      const found = visit(child);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const found = visit(node);
  return found ?? (rest === 0 ? last : undefined);
}

const STEP = /^(?:([a-z][\w-]*|\*)|(text\(\)))(?:\[(\d+)\]|\[@id=(?:"([^"]*)"|'([^']*)')\])?$/i;

/**
 * The first node that an XPath leads to, of those that annotators write: steps by name, `*` or `text()`, with a
 * number or an id in brackets, after `/` or `//`. A path from the root of the document or, as Hypothesis writes
 * them, from its body.
 */
function nodeAt(page: PageNode, path: string): PageNode | undefined {
  const steps = path
    .trim()
    .replace(/^\.(?=\/)/, '')
    .split('/');
  if (steps[0] === '') steps.shift();
  const body = descendants(page).find(({ tagName }) => tagName === 'body');
  return [page, ...(body ? [body] : [])].flatMap((root) => walk([root], steps)).at(0);
}

function walk(from: readonly PageNode[], steps: readonly string[]): readonly PageNode[] {
  let nodes = from;
  let deep = false;
  for (const step of steps) {
    if (step === '') {
      deep = true;
      continue;
    }
    const match = STEP.exec(step);
    if (!match) return [];
    const [, name, , number, double, single] = match;
    const id = double ?? single;
    // A number counts among the children of each parent, also after "//".
    const parents = deep ? nodes.flatMap((node) => [node, ...descendants(node)]) : nodes;
    nodes = parents.flatMap((parent) => {
      const fitting = (parent.children ?? []).filter((child) => fits(child, name, id));
      return number === undefined ? fitting : fitting.slice(Number(number) - 1, Number(number));
    });
    deep = false;
  }
  return nodes;
}

function fits(node: PageNode, name: string | undefined, id: string | undefined): boolean {
  if (name === undefined) return node.type === 'text';
  if (node.type !== 'element' || (name !== '*' && node.tagName !== name.toLowerCase())) return false;
  if (id === undefined) return true;
  return (node.properties?.['id'] ?? node.attributes?.find((each) => each.name === 'id')?.value) === id;
}

function descendants(node: PageNode): readonly PageNode[] {
  const found: PageNode[] = [];
  const open = [...(node.children ?? [])].reverse();
  for (let next = open.pop(); next; next = open.pop()) {
    found.push(next);
    for (let i = (next.children?.length ?? 0) - 1; i >= 0; i--) open.push(next.children?.[i] as PageNode);
  }
  return found;
}
