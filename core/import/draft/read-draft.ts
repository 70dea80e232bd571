/** Reads a finished draft of a reply, in any form that a letter may have, into what `replyFromDraft` takes. */
import type { IdSource } from '../../document/id.ts';
import type { ImportNotice } from '../../document/letter.ts';
import type { BlockId, RichText } from '../../text/block.ts';
import { readTextFile, type ImportFile } from '../file.ts';
import type { FrontMatterFields } from '../front-matter.ts';
import { importPage } from '../html.ts';
import type { ImportFailure, ImportedPicture, Proposed } from '../imported.ts';
import { importMarkdownPage } from '../markdown.ts';
import { importText } from '../text.ts';

export interface Draft {
  readonly blocks: RichText;
  readonly metadata: readonly Proposed[];
  readonly fields: FrontMatterFields;
  readonly comments: readonly { readonly text: string; readonly before: number }[];
  /** For each block in a quotation, the ordinal of that quotation. */
  readonly quotations: ReadonlyMap<BlockId, number>;
  readonly anchors: ReadonlyMap<string, BlockId>;
  readonly notices: readonly ImportNotice[];
  readonly pictures: readonly ImportedPicture[];
}

export type DraftResult =
  { readonly ok: true; readonly draft: Draft } | { readonly ok: false; readonly failure: ImportFailure };

export function readDraft(file: ImportFile, ids: IdSource): DraftResult {
  const read = readTextFile(file);
  if (!read.ok) return read;
  const draft = readers[read.kind](read.text, ids);
  return { ok: true, draft: { ...draft, notices: [...read.notices.list(), ...draft.notices] } };
}

const readers: Record<'html' | 'markdown' | 'text', (text: string, ids: IdSource) => Draft> = {
  html: (text, ids) => ({ ...importPage(text, ids, { fragments: true }), fields: {} }),
  markdown: (text, ids) => importMarkdownPage(text, ids, { fragments: true }),
  text: (text, ids) => {
    const imported = importText(text, ids);
    const quotations = new Map<BlockId, number>();
    imported.blocks.forEach((block, i) => {
      if (block.quoted !== undefined) quotations.set(block.id, i);
    });
    return { ...imported, fields: {}, comments: [], quotations, anchors: new Map() };
  },
};
