/**
 * Blocks from the clipboard. Any program can put anything there under our type, so what comes is checked field by
 * field; nothing that isn't named here gets through.
 */
import { z } from 'zod';
import { isId } from '../../core/document/id.ts';
import { LIST_STYLES, MARKS, safeUrl, type Block, type Inline } from '../../core/text/block.ts';
import { normalInline, span } from '../../core/text/inline.ts';

export const BLOCKS_TYPE = 'application/x-pamphleteer-blocks';

/** UTF-16 units; some ten times a long pamphlet. */
const LONGEST = 8_000_000;
const MOST_BLOCKS = 20_000;

const id = z.string().refine(isId);
const depth = z.int().min(1).max(20);
const text = z.string();

const spanSchema = z
  .object({ text, marks: z.array(z.enum(MARKS)).max(MARKS.length).optional(), link: text.optional() })
  .transform((found) =>
    span(found.text, found.marks, found.link === undefined ? undefined : safeUrl(found.link)),
  );

const target = z.object({ kind: z.enum(['point', 'section', 'letter', 'demand']), id });
const citation = z.object({
  type: z.literal('citation'),
  reference: id,
  locator: text.optional(),
  prefix: text.optional(),
});
const crossReference = z.object({ type: z.literal('cross-reference'), target });
const noteMark = z.object({ type: z.literal('note-mark'), note: id });
const noteContent = z.array(z.union([citation, crossReference, spanSchema])).transform(normal);
const note = z.object({ type: z.literal('note'), id, body: noteContent });
const content = z.array(z.union([citation, crossReference, noteMark, note, spanSchema])).transform(normal);

function normal(inlines: readonly Inline[]): readonly Inline[] {
  return normalInline(inlines);
}

const common = { id, quoted: depth.optional(), direction: z.enum(['ltr', 'rtl']).optional() };
const cell = z.object({
  content,
  header: z.literal(true).optional(),
  columns: z.int().min(2).max(100).optional(),
  rows: z.int().min(2).max(1000).optional(),
});
const block = z.discriminatedUnion('type', [
  z.object({
    ...common,
    type: z.literal('paragraph'),
    content,
    indent: depth.optional(),
    demand: z.literal(true).optional(),
  }),
  z.object({ ...common, type: z.literal('heading'), level: z.int().min(1).max(6), content }),
  z.object({
    ...common,
    type: z.literal('item'),
    list: z.enum(LIST_STYLES),
    level: depth,
    start: z.int().min(0).max(1_000_000).optional(),
    content,
  }),
  z.object({ ...common, type: z.literal('attribution'), content }),
  z.object({ ...common, type: z.literal(['verse', 'preformatted']), content }),
  z.object({ ...common, type: z.literal('note'), label: text, content }),
  z.object({
    ...common,
    type: z.literal('table'),
    rows: z.array(z.array(cell).min(1).max(100)).min(1).max(5000),
  }),
  z.object({ ...common, type: z.literal('picture'), asset: id, alternative: text, content }),
  z.object({ ...common, type: z.literal('rule') }),
]);
const blocks = z.array(block).min(1).max(MOST_BLOCKS);

/** The blocks, or undefined when the data isn't wholly what we write ourselves. */
export function parseBlocks(json: string): readonly Block[] | undefined {
  if (json.length === 0 || json.length > LONGEST) return undefined;
  let data: unknown;
  try {
    data = JSON.parse(json);
  } catch {
    return undefined;
  }
  const parsed = blocks.safeParse(data);
  return parsed.success ? (parsed.data as readonly Block[]).map(withoutAbsent) : undefined;
}

/** Optional fields that weren't there must not be there as undefined either: blocks are compared field by field. */
function withoutAbsent(found: Block): Block {
  return JSON.parse(JSON.stringify(found)) as Block;
}
