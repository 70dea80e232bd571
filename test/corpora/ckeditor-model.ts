/** Reads the editor's notation of its document model, which is neither HTML nor XML, into lines for comparison. */
import { cellShape, line, type Line, type Run } from './form.ts';

const TOKEN = /<(\/?)(\$?[\w:]+)((?:\s+[\w:]+="(?:\{[^}]*\}|[^"]*)")*)\s*(\/?)>|[^<]+/g;
const MARKS: Readonly<Record<string, string>> = {
  bold: 'strong',
  italic: 'emphasis',
  underline: 'underline',
  strikethrough: 'strike',
  superscript: 'superscript',
  subscript: 'subscript',
  code: 'code',
};
const NAMED: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': '\u00a0',
  '&quot;': '"',
};

export function readModel(source: string): Line[] {
  const lines: (Line | undefined)[] = [];
  const marks: string[][] = [];
  const items = new Set<string>();
  let runs: Run[] = [];
  let shape = 'paragraph';
  let cell: { row: number; column: number; columns: number; rows: number; runs: Run[] } | undefined;
  let row = -1;
  let column = -1;
  for (const [token, closing, name = '', attributes = '', selfClosing] of source.matchAll(TOKEN)) {
    const value = (attribute: string) => new RegExp(`\\s${attribute}="([^"]*)"`).exec(attributes)?.[1];
    if (!token.startsWith('<') || name === '') {
      if (/^\s*$/.test(token) && /[\n\t]/.test(token)) continue;
      const text = token
        .replace(/^\s*\n\s*|\s*\n\s*$/g, '')
        .replace(/&\w+;/g, (entity) => NAMED[entity] ?? entity);
      runs.push({ text, marks: marks.flat() });
      continue;
    }
    if (name === '$text') {
      if (closing) marks.pop();
      else {
        const link = value('linkHref');
        marks.push([
          ...Object.keys(MARKS).flatMap((key) => (value(key) === 'true' ? [MARKS[key] ?? ''] : [])),
          ...(link !== undefined && URL.canParse(link) ? [`→${new URL(link).href}`] : []),
        ]);
      }
    } else if (name === 'softBreak' && !closing) runs.push({ text: '\n', marks: [] });
    else if (name === 'table' && !closing) row = -1;
    else if (name === 'tableRow' && !closing) {
      row++;
      column = -1;
    } else if (name === 'tableCell' && !closing) {
      column++;
      cell = {
        row,
        column,
        columns: Number(value('colspan') ?? 1),
        rows: Number(value('rowspan') ?? 1),
        runs: [],
      };
    } else if (name === 'tableCell' && cell) {
      lines.push(line(cellShape(cell.row, cell.column, cell.columns, cell.rows), cell.runs));
      cell = undefined;
    } else if (/^(paragraph|heading\d|codeBlock|blockQuote)$/.test(name)) {
      if (!closing) {
        runs = [];
        shape = shapeOf(name, value, items);
      }
      if (closing || selfClosing) {
        if (cell) cell.runs.push(...(cell.runs.length > 0 ? [{ text: '\n', marks: [] }] : []), ...runs);
        else lines.push(line(shape, runs));
        runs = [];
      }
    }
  }
  return lines.filter((made) => made !== undefined);
}

function shapeOf(name: string, value: (attribute: string) => string | undefined, items: Set<string>): string {
  const indent = value('listIndent');
  if (name.startsWith('heading')) return `model ${name}`;
  if (indent === undefined) return 'paragraph';
  const level = Number(indent) + 1;
  const id = value('listItemId') ?? '';
  if (items.has(id)) return `paragraph in ${level}`;
  items.add(id);
  if (value('listType') === 'bulleted') return `bullet ${level}`;
  const style = value('listStyle');
  if (style === undefined) return `numbered ${level}`;
  const own = style === 'default' ? 'decimal' : style.replace('latin', 'alpha');
  return `${own} ${level}`;
}

/**
 * The editor has headings of its own: its first stands for the elements h1 and h2. Google Docs' lists come without
 * their style.
 */
export function sameAsModel(own: string, expected: string): boolean {
  const heading = /^model heading(\d)$/.exec(expected)?.[1];
  if (heading !== undefined) {
    const level = Number(/^heading (\d)$/.exec(own)?.[1] ?? 0);
    return heading === '1' ? level === 1 || level === 2 : level === Number(heading) + 1;
  }
  const numbered = /^numbered (\d+)$/.exec(expected)?.[1];
  if (numbered !== undefined) return new RegExp(`^(decimal|lower-\\w+|upper-\\w+) ${numbered}$`).test(own);
  return own === expected;
}
