/**
 * The line under a quotation by the writer's own pattern: "{author}, {title} ({date}), {place}". A field without a
 * value goes with the punctuation and spaces before it, and brackets go when nothing is left in them.
 */

export const SOURCE_FIELDS = [
  'code',
  'author',
  'addressee',
  'title',
  'container',
  'date',
  'page',
  'paragraph',
  'place',
] as const;
export type SourceField = (typeof SOURCE_FIELDS)[number];

type Item =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly field: SourceField }
  | {
      readonly kind: 'group';
      readonly open: string;
      readonly items: readonly Item[];
      readonly close: string;
    };

export interface SourcePattern {
  readonly items: readonly Item[];
}
export type ParsedPattern =
  { readonly ok: true; readonly pattern: SourcePattern } | { readonly ok: false; readonly problem: string };

const BRACKETS: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '“': '”',
  '‘': '’',
  '«': '»',
  '„': '“',
};

/** A pattern that can't be read is told in a sentence for the writer. */
export function parseSourcePattern(pattern: string): ParsedPattern {
  const wrong = (problem: string): ParsedPattern => ({ ok: false, problem });
  const stack: { open: string; items: Item[] }[] = [{ open: '', items: [] }];
  let fields = 0;
  const top = () => stack.at(-1) ?? { open: '', items: [] };
  const text = (characters: string) => top().items.push({ kind: 'text', text: characters });
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern[at] ?? '';
    if (character === '}') return wrong('There is a “}” without a “{” before it.');
    if (character === '{') {
      const end = pattern.indexOf('}', at);
      const name = pattern.slice(at + 1, end < 0 ? undefined : end).trim();
      if (end < 0 || name.includes('{'))
        return wrong(`The “{” before “${name.slice(0, 20)}” isn’t closed with a “}”.`);
      const field = SOURCE_FIELDS.find((known) => known === name.toLowerCase());
      if (!field) {
        const known = SOURCE_FIELDS.map((each) => `{${each}}`).join(', ');
        return wrong(`There is no field {${name}}. The fields are ${known}.`);
      }
      top().items.push({ kind: 'field', field });
      fields++;
      at = end;
    } else if (stack.length > 1 && BRACKETS[top().open] === character) {
      const { open, items } = stack.pop() ?? top();
      const group: Item = { kind: 'group', open, items, close: character };
      if (hasField(group)) top().items.push(group);
      else top().items.push({ kind: 'text', text: open }, ...items, { kind: 'text', text: character });
    } else if (BRACKETS[character] !== undefined && pattern.includes(BRACKETS[character], at)) {
      stack.push({ open: character, items: [] });
    } else text(character);
  }
  // A bracket that isn't closed is a mere character.
  while (stack.length > 1) {
    const { open, items } = stack.pop() ?? top();
    top().items.push({ kind: 'text', text: open }, ...items);
  }
  if (fields === 0) return wrong('The pattern has no field, so that every quotation would say the same.');
  return { ok: true, pattern: { items: joined(top().items) } };
}

const hasField = (item: Item): boolean =>
  item.kind === 'field' || (item.kind === 'group' && item.items.some(hasField));

function joined(items: readonly Item[]): readonly Item[] {
  const result: Item[] = [];
  for (const item of items) {
    const last = result.at(-1);
    if (item.kind === 'text' && last?.kind === 'text')
      result[result.length - 1] = { kind: 'text', text: last.text + item.text };
    else result.push(item.kind === 'group' ? { ...item, items: joined(item.items) } : item);
  }
  return result;
}

/** @param valueOf '' for what isn't known. The line is '' when no field has a value. */
export function sourceByPattern({ items }: SourcePattern, valueOf: (field: SourceField) => string): string {
  let line = '';
  let some = false;
  let skipped = false;
  let before = '';
  for (const item of items) {
    if (item.kind === 'text') {
      before = item.text;
      continue;
    }
    const value =
      item.kind === 'field'
        ? valueOf(item.field).trim()
        : inGroup(item, sourceByPattern({ items: item.items }, valueOf));
    if (value === '') skipped = !some;
    else {
      // After fields that said nothing there is nothing to part it from, but words such as "p." stay.
      line += (skipped ? before.replace(/^[^\p{L}\p{N}]+/u, '') : before) + value;
      some = true;
      skipped = false;
    }
    before = '';
  }
  return some ? line + before : '';
}

const inGroup = ({ open, close }: Extract<Item, { kind: 'group' }>, inner: string): string =>
  inner === '' ? '' : `${open}${inner}${close}`;

const parsed = new Map<string, ParsedPattern>();

/** The pattern ready to use; undefined where it can't be. */
export function sourcePattern(pattern: string | undefined): SourcePattern | undefined {
  if (pattern === undefined || pattern.trim() === '') return undefined;
  let known = parsed.get(pattern);
  if (!known) {
    if (parsed.size > 50) parsed.clear();
    parsed.set(pattern, (known = parseSourcePattern(pattern)));
  }
  return known.ok ? known.pattern : undefined;
}
