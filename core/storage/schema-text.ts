/** Validators of rich text. Each is held to the hand-written type of core/text by {@link Same}. */
import { z } from 'zod';
import {
  LIST_STYLES,
  LOCATOR_LABELS,
  MARKS,
  REFERENCE_FORMS,
  type Atom,
  type Block,
  type Inline,
  type Span,
} from '../text/block.ts';
import { isId } from '../document/id.ts';
import type { TextRange } from '../text/canonical.ts';

/** Readonly throughout, and without index signatures: what a type says of its named fields. */
export type Shape<T> = T extends readonly (infer E)[]
  ? readonly Shape<E>[]
  : T extends object
    ? { readonly [K in keyof T as string extends K ? never : K]: Shape<T[K]> }
    : T;
/** `true` where two types have the same shape; an assignment of `true` to it fails to compile otherwise. */
export type Same<A, B> = [Shape<A>] extends [Shape<B>]
  ? [Shape<B>] extends [Shape<A>]
    ? true
    : never
  : never;

export const id = z.string().refine(isId);
export const direction = z.enum(['ltr', 'rtl']);
const depth = z.int().min(1).max(99);

const span = z.object({
  text: z.string(),
  marks: z.array(z.enum(MARKS)).optional(),
  link: z.string().optional(),
});

const target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('point'), id }),
  z.object({ kind: z.literal('section'), id }),
  z.object({ kind: z.literal('letter'), id }),
  z.object({ kind: z.literal('demand'), id }),
  z.object({ kind: z.literal('passage'), id }),
  z.object({ kind: z.literal('place'), letter: id, id }),
  z.object({ kind: z.literal('note'), id }),
]);

const atom = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('note'),
    id,
    get body(): z.ZodArray<z.ZodType<Inline>> {
      return z.array(inline);
    },
  }),
  z.object({ type: z.literal('note-mark'), note: id }),
  z.object({
    type: z.literal('citation'),
    id,
    items: z
      .array(
        z.object({
          reference: id,
          locator: z.string().optional(),
          label: z.enum(LOCATOR_LABELS).optional(),
          prefix: z.string().optional(),
          suffix: z.string().optional(),
          authorOut: z.literal(true).optional(),
        }),
      )
      .min(1),
    mode: z.literal('narrative').optional(),
  }),
  z.object({ type: z.literal('cross-reference'), target, form: z.enum(REFERENCE_FORMS).optional() }),
]);

const inline: z.ZodType<Inline> = z.union([span, atom]);

const common = { id, quoted: depth.optional(), direction: direction.optional(), page: z.string().optional() };
const content = z.array(inline);

export const blockSchema = z.discriminatedUnion('type', [
  z.object({
    ...common,
    type: z.literal('paragraph'),
    content,
    indent: depth.optional(),
    entry: id.optional(),
  }),
  z.object({ ...common, type: z.literal('heading'), level: z.int().min(1).max(6), content }),
  z.object({
    ...common,
    type: z.literal('item'),
    list: z.enum(LIST_STYLES),
    level: depth,
    start: z.int().optional(),
    content,
  }),
  z.object({ ...common, type: z.literal('attribution'), content }),
  z.object({ ...common, type: z.enum(['verse', 'preformatted']), content }),
  z.object({ ...common, type: z.literal('note'), label: z.string(), content }),
  z.object({
    ...common,
    type: z.literal('table'),
    rows: z.array(
      z.array(
        z.object({
          content,
          header: z.literal(true).optional(),
          columns: z.int().min(1).max(1000).optional(),
          rows: z.int().min(1).max(10_000).optional(),
        }),
      ),
    ),
  }),
  z.object({ ...common, type: z.literal('picture'), asset: id, alternative: z.string(), content }),
  z.object({ ...common, type: z.literal('rule') }),
]);

export const richText = z.array(blockSchema);

const offset = z.int().min(0);
const position = z.object({ block: id, offset });
export const textRange = z.object({ start: position, end: position });

true satisfies Same<z.infer<typeof span>, Span>;
true satisfies Same<z.infer<typeof atom>, Atom>;
true satisfies Same<z.infer<typeof blockSchema>, Block>;
true satisfies Same<z.infer<typeof textRange>, TextRange>;
