/**
 * Validators of version 1 of the format. Fields that they don't know are left out, except in CSL items, where
 * other fields of the CSL-JSON specification may stand and are kept.
 */
import { z } from 'zod';
import type { Comment } from '../document/comment.ts';
import {
  LETTER_KINDS,
  type Category,
  type CslItem,
  type Highlight,
  type Letter,
} from '../document/letter.ts';
import {
  ENTRY_NUMBERINGS,
  PAPERS,
  POINT_NUMBERINGS,
  POINT_STATUSES,
  SECTION_PLACES,
  type Project,
} from '../document/project.ts';
import { isSha256 } from './paths.ts';
import { direction, id, richText, textRange, type Same } from './schema-text.ts';

/** CSL-JSON allows numbers where the model has words. */
const words = z.preprocess((value) => (typeof value === 'number' ? String(value) : value), z.string());
const wordsOrNone = words.optional();
const wholeNumber = z.preprocess(
  (value) => (typeof value === 'string' && /^-?\d{1,6}$/.test(value) ? Number(value) : value),
  z.int(),
);
const names = z.array(z.looseObject({ family: wordsOrNone, given: wordsOrNone, literal: wordsOrNone }));

export const cslItem = z.looseObject({
  type: z.string(),
  title: wordsOrNone,
  author: names.optional(),
  editor: names.optional(),
  issued: z
    .looseObject({ 'date-parts': z.array(z.array(wholeNumber)).optional(), literal: wordsOrNone })
    .optional(),
  'container-title': wordsOrNone,
  publisher: wordsOrNone,
  'publisher-place': wordsOrNone,
  volume: wordsOrNone,
  issue: wordsOrNone,
  page: wordsOrNone,
  edition: wordsOrNone,
  URL: wordsOrNone,
  DOI: wordsOrNone,
  ISBN: wordsOrNone,
});

const original = z.object({
  name: z.string(),
  mediaType: z.string(),
  sha256: z.string().refine(isSha256),
  size: z.int().min(0),
});

export const letterHeadSchema = z.object({
  id,
  code: z.string(),
  kind: z.enum(LETTER_KINDS),
  item: cslItem,
  addressee: z.string(),
  language: z.string(),
  direction,
  original: original.optional(),
  // Files written before letters kept more than one don't have it.
  furtherOriginals: z.array(original).optional(),
  earlier: z.array(original).optional(),
  notices: z.array(
    z.object({
      kind: z.enum(['left-out', 'changed', 'decided']),
      what: z.string(),
      count: z.int().min(0),
      detail: z.string().optional(),
    }),
  ),
  corrected: z.boolean(),
});
export const letterSchema = z.object({ ...letterHeadSchema.shape, blocks: richText });

const highlight = z.object({
  id,
  letter: id,
  ranges: z.array(textRange),
  quote: z.string(),
  category: id,
  note: z.string(),
  waived: z.object({ reason: z.string() }).optional(),
  tags: z.array(z.string()).optional(),
  seeMaster: z.array(id).optional(),
});

const category = z.object({
  id,
  name: z.string(),
  style: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)]),
});

const target = z.int().min(1).max(10_000_000).optional();
const offset = z.int().min(0);
const extent = { from: offset, to: offset };
const quotationEdit = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('omit'), ...extent }),
  z.object({ kind: z.literal('insert'), at: offset, text: z.string() }),
  z.object({ kind: z.literal('replace'), ...extent, text: z.string() }),
  z.object({ kind: z.literal('sic'), at: offset }),
  z.object({ kind: z.literal('emphasis'), ...extent }),
]);
const quotation = z.object({
  id,
  highlight: id,
  view: z
    .object({
      of: z.string(),
      part: z.object(extent).optional(),
      edits: z.array(quotationEdit),
      lost: z
        .array(
          z.object({
            kind: z.enum(['omit', 'insert', 'replace', 'sic', 'emphasis']),
            words: z.string(),
            text: z.string().optional(),
          }),
        )
        .optional(),
    })
    .optional(),
  setting: z.literal('run-in').optional(),
});

const point = z.object({
  id,
  title: z.string(),
  quotations: z.array(quotation),
  arrangement: z.enum(['sequence', 'contrast']),
  answer: richText,
  status: z.enum(POINT_STATUSES),
  note: z.string(),
  tags: z.array(z.string()).optional(),
  answerType: id.optional(),
  changes: z.array(z.object({ id, wording: richText, page: z.string(), line: z.string() })).optional(),
  target,
  sub: z.literal(true).optional(),
  continues: id.optional(),
  master: z.literal(true).optional(),
  seeMaster: z.array(id).optional(),
});

const list = z.object({
  id,
  name: z.string(),
  label: z.string(),
  numbering: z.enum(ENTRY_NUMBERINGS).optional(),
  gathered: z
    .union([z.object({ at: z.literal('front') }), z.object({ at: z.literal('section'), id })])
    .optional(),
});

const section = z.object({
  id,
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  title: z.string(),
  letter: id.optional(),
  heading: id.optional(),
  topic: z.string().optional(),
  place: z.enum(SECTION_PLACES).optional(),
  round: z.int().min(2).max(99).optional(),
  lead: richText,
  points: z.array(point),
  target,
});

const reply = z.object({ id, author: z.string(), date: z.string(), text: z.string() });
const comment = z.object({
  ...reply.shape,
  about: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('point'), id }),
    z.object({ kind: z.literal('highlight'), id }),
    z.object({
      kind: z.literal('text'),
      spots: z.array(z.object({ block: id, from: offset, to: offset, quote: z.string() })).min(1),
    }),
  ]),
  resolved: z.literal(true).optional(),
  replies: z.array(reply).optional(),
});

export const assetSchema = z.object({
  id,
  mediaType: z.enum(['image/png', 'image/jpeg', 'image/gif', 'image/webp']),
  name: z.string(),
});

const codes = z.record(id, z.string().min(1));

/** What `project.json` holds under `project`: everything but the letters' bodies. */
export const projectHeadSchema = z.object({
  id,
  front: z.object({
    title: z.string(),
    subtitle: z.string(),
    byline: z.string(),
    date: z.string(),
    series: z.string(),
    number: z.string(),
    motto: z.string(),
    mottoSource: z.string(),
    colophon: z.string(),
  }),
  settings: z.object({
    language: z.string(),
    direction,
    paper: z.enum(PAPERS),
    lettersAppended: z.boolean(),
    target,
    answerTypes: z
      .array(z.object({ id, name: z.string(), asks: z.literal('changes').optional() }))
      .optional(),
    words: z.array(z.string()).optional(),
    ignored: z.array(z.object({ block: id, word: z.string() })).optional(),
    sourceLine: z.string().optional(),
    sourceLineShort: z.string().optional(),
    citationStyle: z.string().optional(),
    numbering: z
      .object({
        points: z.enum(POINT_NUMBERINGS),
        pattern: z.string().optional(),
        passages: z.string().optional(),
      })
      .optional(),
  }),
  introduction: richText,
  conclusion: richText,
  sections: z.array(section),
  letters: z.array(letterHeadSchema),
  highlights: z.array(highlight),
  categories: z.array(category),
  references: z.array(z.object({ id, item: cslItem })),
  citationStyles: z.array(z.object({ id, name: z.string(), csl: z.string() })).optional(),
  assets: z.array(assetSchema),
  // Files written before there was such a list don't have it.
  accepted: z.array(z.object({ id, text: z.string(), reason: z.string() })).default([]),
  comments: z.array(comment).optional(),
  lists: z.array(list).optional(),
  frozen: z
    .object({
      date: z.string(),
      points: codes,
      passages: codes,
      sections: codes,
      demands: codes,
      entries: z.record(id, codes).optional(),
    })
    .optional(),
});

true satisfies Same<z.infer<typeof cslItem>, CslItem>;
true satisfies Same<z.infer<typeof letterSchema>, Letter>;
true satisfies Same<z.infer<typeof highlight>, Highlight>;
true satisfies Same<z.infer<typeof category>, Category>;
true satisfies Same<z.infer<typeof comment>, Comment>;
true satisfies Same<z.infer<typeof projectHeadSchema>, ProjectHead>;

/** A project as `project.json` has it: letters without their bodies. */
export type ProjectHead = Omit<Project, 'letters'> & { readonly letters: readonly Omit<Letter, 'blocks'>[] };
