/**
 * Searches in letters, away from the window's thread: whether quotations stand in them, and where annotations belong;
 * and makes a reply of a draft.
 * It keeps its own copies of their texts, which the window keeps up to date.
 */
import type { Searched } from '../../core/anchoring/quote-search.ts';
import { readAnnotations, type ReadAnnotations } from '../../core/anchoring/web-annotation.ts';
import { quotationsIn } from '../../core/derived/verbatim.ts';
import type { KnownNearest } from '../../core/import/draft/passages.ts';
import { replyFromDraft } from '../../core/import/draft/reply.ts';
import { annotationPlacer } from '../../core/operations/annotate-letter.ts';
import type { RichText } from '../../core/text/block.ts';
import { newId } from './ids.ts';
import type { DraftQuestion, DraftReply, SearchAnswer, SearchOrder } from './search-orders.ts';

const texts = new Map<string, RichText>();
/** The same value as long as no letter changes, for what is remembered with it. */
let searched: readonly Searched[] | undefined;
/** What comes nearest to the quotations of the last draft in these letters. */
let nearest: { readonly letters: readonly Searched[]; readonly known: KnownNearest } | undefined;

function lettersOf(ids: readonly string[]): readonly Searched[] {
  const same = searched?.length === ids.length && searched.every(({ id }, i) => id === ids[i]);
  if (!searched || !same) searched = ids.map((id) => ({ id, blocks: texts.get(id) ?? [] }));
  return searched;
}

const answer = (message: SearchAnswer) => postMessage(message);

function annotationsIn(bytes: Uint8Array): ReadAnnotations | undefined {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
  return readAnnotations(json);
}

function replyTo(question: DraftQuestion): DraftReply {
  const now = lettersOf(question.letters.map(({ id }) => id));
  if (nearest?.letters !== now) nearest = { letters: now, known: new Map() };
  const letters = question.letters.map((letter) => ({ ...letter, blocks: texts.get(letter.id) ?? [] }));
  const reply = replyFromDraft({ ...question, letters, ids: newId, nearestKnown: nearest.known });
  const { letters: _letters, assets: _assets, ...project } = reply.project;
  return { ...reply, project };
}

async function placesOf({
  request,
  letter,
  annotations,
  original,
}: Extract<SearchOrder, { kind: 'annotations' }>): Promise<void> {
  const { pageOf } = await import('../../core/import/page/page-tree.ts');
  const place = annotationPlacer(texts.get(letter) ?? [], original && pageOf(original.name, original.bytes));
  const result = annotations.map((annotation, i) => {
    if (i % 10 === 9) answer({ request, progress: i / annotations.length });
    return place(annotation);
  });
  answer({ request, result });
}

addEventListener('message', ({ data: order }: MessageEvent<SearchOrder>) => {
  switch (order.kind) {
    case 'letter':
      texts.set(
        order.id,
        (texts.get(order.id) ?? []).toSpliced(order.index, order.removed, ...order.inserted),
      );
      searched = undefined;
      return;
    case 'forget':
      texts.delete(order.id);
      searched = undefined;
      return;
    case 'quotations':
      answer({
        request: order.request,
        result: quotationsIn(lettersOf(order.letters), order.text, order.letter),
      });
      return;
    case 'draft':
      answer({ request: order.request, result: replyTo(order.question) });
      return;
    case 'file':
      answer({ request: order.request, result: annotationsIn(order.bytes) });
      return;
    case 'annotations':
      // A broken invariant: told as an error of the worker, which its client waits for.
      void placesOf(order).catch((error: unknown) => setTimeout(() => reportError(error)));
  }
});
