/** Reads a finished draft of a reply, in any form that a letter may have, into what `replyFromDraft` takes. */
import type { IdSource } from '../../document/id.ts';
import type { ImportNotice } from '../../document/letter.ts';
import type { BlockId, RichText } from '../../text/block.ts';
import { checkFile, importFile, readTextFile, type ImportFile } from '../file.ts';
import type { FrontMatterFields } from '../front-matter.ts';
import { importPage } from '../html.ts';
import type { Imported, ImportFailure, ImportedPicture, ImportOptions, Proposed } from '../imported.ts';
import type { TextKind } from '../kind.ts';
import { importMarkdownPage } from '../markdown.ts';
import { importFailure } from '../messages.ts';
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

export async function readDraft(
  file: ImportFile,
  ids: IdSource,
  options: ImportOptions = {},
): Promise<DraftResult> {
  const checked = checkFile(file);
  if (!checked.ok) return checked;
  switch (checked.kind) {
    case 'html':
    case 'markdown':
    case 'text':
    case undefined: {
      const read = readTextFile(file, checked.kind);
      if (!read.ok) return read;
      const draft = readers[read.kind](read.text, ids);
      return { ok: true, draft: { ...draft, notices: [...read.notices.list(), ...draft.notices] } };
    }
    case 'docx': {
      const { readDocx } = await import('../docx/read-docx.ts');
      const docx = await readDocx(file.bytes, ids, { fragments: true });
      if (!docx.ok) return { ok: false, failure: importFailure(docx.code, file.name) };
      return { ok: true, draft: { ...docx.page, fields: {} } };
    }
    default: {
      const result = await importFile(file, ids, options);
      return result.ok ? { ok: true, draft: plainDraft(result.imported) } : result;
    }
  }
}

/** Quoted blocks in a row are one quotation. */
function plainDraft(imported: Imported): Draft {
  const quotations = new Map<BlockId, number>();
  imported.blocks.forEach(({ id, quoted }, i) => {
    const before = imported.blocks[i - 1];
    if (quoted !== undefined) quotations.set(id, (before && quotations.get(before.id)) ?? i);
  });
  return { ...imported, fields: {}, comments: [], quotations, anchors: new Map() };
}

const readers: Record<TextKind, (text: string, ids: IdSource) => Draft> = {
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
