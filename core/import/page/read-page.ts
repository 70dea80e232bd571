/** Pages saved from a browser: their main text first where they clearly have one, and the whole page beside it. */
import type { IdSource } from '../../document/id.ts';
import type { RichText } from '../../text/block.ts';
import type { Reading } from '../file.ts';
import { jsonLdProposals } from '../found/json-ld.ts';
import { importHtml } from '../html.ts';
import type { Imported, Proposed } from '../imported.ts';
import { NoticeCounter } from '../notices.ts';
import { mainText } from './main-text.ts';
import { readMhtml } from './mhtml.ts';

/** @param own What the file tells besides the page itself. */
export function readPage(html: string, ids: IdSource, own: readonly Proposed[] = []): Reading {
  const page = importHtml(html, ids);
  const whole: Imported = { ...page, metadata: [...jsonLdProposals(html), ...page.metadata, ...own] };
  // Such a page would grow beyond all bounds in the hands of another reader too.
  const endless = page.notices.some(({ what }) => what === 'formatting');
  const main = endless ? undefined : mainText(html, whole.blocks);
  if (!main) return { ok: true, letters: [letterOf(whole)] };
  return {
    ok: true,
    letters: [letterOf(cutDown(whole, main))],
    alternatives: [{ label: 'whole-page', imported: whole }],
  };
}

export function readSavedPage(bytes: Uint8Array, ids: IdSource): Reading {
  const notices = new NoticeCounter();
  const page = readMhtml(bytes, notices);
  return page ? readPage(page.html, ids, page.metadata) : { ok: false, code: 'no-text' };
}

function letterOf(imported: Imported) {
  return { imported, suggested: 'main', title: '' } as const;
}

function cutDown(whole: Imported, blocks: RichText): Imported {
  const assets = new Set(blocks.flatMap((block) => (block.type === 'picture' ? [block.asset] : [])));
  return {
    ...whole,
    blocks,
    pictures: whole.pictures.filter(({ id }) => assets.has(id)),
    notices: [{ kind: 'decided', what: 'main-text', count: 1 }, ...whole.notices],
  };
}
