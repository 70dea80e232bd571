/** Reads plain, well-formed HTML — what editors and Markdown write — into lines for comparison. */
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { cellShape, line, type Line, type Run } from './form.ts';

const MARKS: Readonly<Record<string, string>> = {
  strong: 'strong',
  b: 'strong',
  em: 'emphasis',
  i: 'emphasis',
  u: 'underline',
  del: 'strike',
  s: 'strike',
  sup: 'superscript',
  sub: 'subscript',
  code: 'code',
};

interface Context {
  readonly quoted: number;
  readonly list?: { readonly kind: string; readonly level: number; taken: boolean; sign: string };
  readonly marks: readonly string[];
  readonly exact?: true;
  readonly heading?: string;
}

export function readExpected(html: string): Line[] {
  const lines: (Line | undefined)[] = [];
  let runs: Run[] = [];
  const attribute = (element: Tree.Element, name: string) =>
    element.attrs.find((own) => own.name === name)?.value;

  const flush = (context: Context) => {
    const { list } = context;
    if (runs.some(({ text }) => text.trim() !== '')) {
      const quoted = '>'.repeat(context.quoted);
      const sign = list && !list.taken && list.sign ? [{ text: list.sign, marks: [] }] : [];
      const shape = context.exact
        ? 'preformatted'
        : (context.heading ??
          (list ? (list.taken ? `paragraph in ${list.level}` : `${list.kind} ${list.level}`) : 'paragraph'));
      if (list && !context.exact) list.taken = true;
      lines.push(line(quoted + shape, [...sign, ...runs]));
    }
    runs = [];
  };

  const visit = (node: Tree.ChildNode, context: Context): void => {
    if ('value' in node) {
      runs.push({ text: context.exact ? node.value : node.value.replace(/\s+/g, ' '), marks: context.marks });
      return;
    }
    if (!('tagName' in node)) return;
    const { tagName } = node;
    const within = (inner: Context) => {
      flush(context);
      for (const child of node.childNodes) visit(child, inner);
      flush(inner);
    };
    if (tagName === 'br') runs.push({ text: '\n', marks: [] });
    else if (/^h[1-6]$/.test(tagName)) within({ ...context, heading: `heading ${tagName[1]}` });
    else if (tagName === 'pre') within({ ...context, exact: true });
    else if (tagName === 'blockquote') within({ ...context, quoted: context.quoted + 1 });
    else if (tagName === 'ul' || tagName === 'ol') {
      const kind = tagName === 'ul' ? 'bullet' : 'decimal';
      const level = (context.list?.level ?? 0) + 1;
      within({ ...context, list: { kind, level, taken: true, sign: '' } });
    } else if (tagName === 'li' && context.list) {
      const box = attribute(node, 'role') === 'checkbox' ? attribute(node, 'aria-checked') : undefined;
      const sign = box === undefined ? '' : box === 'true' ? '☑ ' : '☐ ';
      within({ ...context, list: { ...context.list, taken: false, sign } });
    } else if (tagName === 'table') {
      flush(context);
      table(node, context);
    } else if (/^(p|div|body|html)$/.test(tagName)) within(context);
    else {
      const href = tagName === 'a' ? attribute(node, 'href') : undefined;
      const marks = [...context.marks];
      const mark = MARKS[tagName];
      if (mark && !context.exact && !marks.includes(mark)) marks.push(mark);
      if (href !== undefined && URL.canParse(href)) marks.push(`→${new URL(href).href}`);
      for (const child of node.childNodes) visit(child, { ...context, marks });
    }
  };

  const table = (element: Tree.Element, context: Context) => {
    const rows = element.childNodes.flatMap((child) =>
      'childNodes' in child ? child.childNodes.filter((row) => 'tagName' in row && row.tagName === 'tr') : [],
    );
    rows.forEach((row, r) => {
      const cells = 'childNodes' in row ? row.childNodes.filter((cell) => 'tagName' in cell) : [];
      cells.forEach((cell, c) => {
        for (const child of cell.childNodes) visit(child, { ...context, list: undefined });
        lines.push(line(cellShape(r, c, 1, 1), runs));
        runs = [];
      });
    });
  };

  const outermost: Context = { quoted: 0, marks: [] };
  for (const child of parse(html).childNodes) visit(child, outermost);
  flush(outermost);
  return lines.filter((made) => made !== undefined);
}
