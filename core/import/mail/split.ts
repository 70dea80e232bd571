/** Parts a message from the messages that it quotes beneath and from the signature under it. */
import type { Block, BlockId, RichText } from '../../text/block.ts';
import { blockText } from '../../text/canonical.ts';
import type { Proposed } from '../imported.ts';
import {
  headerLine,
  isAttribution,
  isSeparator,
  proposalsOfAttribution,
  proposalsOfHeads,
} from './attribution.ts';

/** Blocks before which a mail program said by its markup that history or a signature begins. */
export interface Borders {
  readonly history: ReadonlySet<BlockId>;
  readonly signature: ReadonlySet<BlockId>;
}

export interface MessagePart {
  readonly suggested: 'main' | 'history' | 'signature';
  readonly blocks: RichText;
  readonly metadata: readonly Proposed[];
}

const MOST_MESSAGES = 200;
const SENT_FROM =
  /^(?:sent from (?:my|a|the)|sent via|get outlook for|von meinem .{1,40}gesendet|gesendet von|envoyé (?:de|depuis) mon|enviado desde mi|inviato da)\b[^.,;]{0,60}$/iu;

/**
 * The message first (it may be empty where it only forwards others), then its signature, then what it quotes,
 * newest first. Answers between quoted passages stay with them in the message.
 */
export function splitMessage(blocks: RichText, borders: Borders): readonly MessagePart[] {
  const parts: MessagePart[] = [];
  let rest: RichText | undefined = blocks;
  let metadata: readonly Proposed[] = [];
  while (rest && parts.length < MOST_MESSAGES) {
    const footer = trailingSignature(rest, borders);
    const { own, history } = partedHistory(footer.body, borders);
    const above = partedSignature(own, borders);
    const body = above.body;
    const signature = [...above.signature, ...footer.signature];
    const first = parts.length === 0;
    if (first || body.length > 0)
      parts.push({ suggested: first ? 'main' : 'history', blocks: body, metadata });
    if (first && signature.length > 0)
      parts.push({ suggested: 'signature', blocks: signature, metadata: [] });
    rest = history?.blocks;
    metadata = history?.metadata ?? [];
  }
  return parts;
}

interface History {
  readonly blocks: RichText;
  readonly metadata: readonly Proposed[];
}

function partedHistory(blocks: RichText, borders: Borders): { own: RichText; history?: History } {
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at];
    if (!block || (block.quoted ?? 0) > 0) continue;
    const text = blockText(block).trim();
    const heads = headsAt(blocks, at);
    if (heads > 0) return cut(blocks, at, at, heads);
    if (isSeparator(text.split('\n')[0] ?? '')) {
      const rest = text.split('\n').slice(1);
      if (rest.length > 0) return cut(blocks, at, at, 1);
      return cut(blocks, at, at + 1, headsAt(blocks, at + 1));
    }
    if (borders.history.has(block.id) && at > 0 && !isAttribution(text)) return cut(blocks, at, at, 0);
  }
  return partedQuotation(blocks);
}

/** What is left once `own` ends at `end`, and the history begins behind `heads` blocks from `start` on. */
function cut(
  blocks: RichText,
  end: number,
  start: number,
  heads: number,
): { own: RichText; history: History } {
  const lines = blocks.slice(start, start + heads).flatMap((block) => blockText(block).split('\n'));
  return {
    own: trimmed(blocks.slice(0, end)),
    history: {
      blocks: raised(blocks.slice(start + heads)),
      metadata: proposalsOfHeads(lines, 'quoted heading'),
    },
  };
}

/** How many blocks from `at` on are "From: … Sent: … To: … Subject: …"; 0 when they aren't at least three such lines. */
function headsAt(blocks: RichText, at: number): number {
  const fields = new Set<string | undefined>();
  let count = 0;
  let lines = 0;
  for (; at + count < blocks.length && count < 8; count++) {
    const block = blocks[at + count];
    const texts = block
      ? blockText(block)
          .split('\n')
          .filter((line) => line.trim() !== '')
      : [];
    const heads = texts.map(headerLine);
    if (heads.length === 0 || !heads[0]) break;
    // A long line of addresses may be wrapped; anything else after the heads is the message.
    if (heads.filter(Boolean).length * 2 < heads.length) break;
    for (const head of heads) fields.add(head?.field);
    lines += heads.length;
  }
  const known = fields.has('author') && (fields.has('date') || fields.has('title'));
  return known && lines >= 3 ? count : 0;
}

/** Quoted passages at the end, or at the very beginning with the answer beneath, are history. */
function partedQuotation(blocks: RichText): { own: RichText; history?: History } {
  const isQuoted = (block: Block | undefined) => (block?.quoted ?? 0) > 0;
  const runs: { start: number; end: number }[] = [];
  blocks.forEach((block, i) => {
    const last = runs.at(-1);
    if (!isQuoted(block)) return;
    if (last?.end === i) last.end++;
    else runs.push({ start: i, end: i + 1 });
  });
  const last = runs.at(-1);
  if (!last) return { own: blocks };
  const attributed = (start: number) => start > 0 && isAttribution(blockText(blocks[start - 1] as Block));
  if (last.end === blocks.length && (attributed(last.start) || runs.length === 1)) {
    const from = attributed(last.start) ? last.start - 1 : last.start;
    // Answers between quoted passages of one message: then its end is a quoted passage like the others.
    if (runs.length > 1 && runs.slice(0, -1).some(({ start }) => attributed(start))) return { own: blocks };
    return historyOf(blocks, from, last);
  }
  const [first] = runs;
  if (first && runs.length === 1 && first.start <= 1 && (first.start === 0 || attributed(first.start))) {
    return historyOf(blocks, first.start === 0 ? 0 : 0, first);
  }
  return { own: blocks };
}

function historyOf(
  blocks: RichText,
  from: number,
  { start, end }: { start: number; end: number },
): { own: RichText; history: History } {
  const attribution = blocks.slice(from, start).map(blockText).join(' ');
  return {
    own: trimmed([...blocks.slice(0, from), ...blocks.slice(end)]),
    history: { blocks: raised(blocks.slice(start, end)), metadata: proposalsOfAttribution(attribution) },
  };
}

/** Quoted one level less, if all of it is quoted. */
function raised(blocks: RichText): RichText {
  if (!blocks.every(({ quoted }) => quoted !== undefined)) return trimmed(blocks);
  return trimmed(
    blocks.map((block): Block => {
      const { quoted = 1, ...rest } = block;
      return (quoted > 1 ? { ...rest, quoted: quoted - 1 } : rest) as Block;
    }),
  );
}

const LONGEST_SIGNATURE = 12;

/** A signature, or the footer of a mailing list, beneath all else: then it stands below what is quoted. */
function trailingSignature(blocks: RichText, borders: Borders): { body: RichText; signature: RichText } {
  const from = Math.max(1, blocks.length - LONGEST_SIGNATURE);
  let at = blocks.length;
  for (let i = blocks.length - 1; i >= from; i--) {
    const block = blocks[i] as Block;
    if (block.quoted !== undefined) break;
    const after = blocks.slice(i + 1);
    if (borders.signature.has(block.id)) at = i;
    else if (block.type === 'rule' && after.length <= 3 && after.some(isListFooter)) at = i;
  }
  return { body: trimmed(blocks.slice(0, at)), signature: trimmed(blocks.slice(at)) };
}

function isListFooter(block: Block): boolean {
  return /mailing list|listinfo|unsubscribe/i.test(blockText(block));
}

function partedSignature(blocks: RichText, borders: Borders): { body: RichText; signature: RichText } {
  const at = blocks.findIndex((block, i) => {
    if (borders.signature.has(block.id) && (block.quoted ?? 0) === 0) return i > 0;
    return i > 0 && i >= blocks.length - 3 && !block.quoted && SENT_FROM.test(blockText(block).trim());
  });
  if (at < 0) return { body: blocks, signature: [] };
  return { body: trimmed(blocks.slice(0, at)), signature: trimmed(blocks.slice(at)) };
}

/** Without rules at the end and the beginning, which mail programs draw between messages. */
function trimmed(blocks: RichText): RichText {
  let from = 0;
  let to = blocks.length;
  while (from < to && blocks[from]?.type === 'rule') from++;
  while (to > from && blocks[to - 1]?.type === 'rule') to--;
  return blocks.slice(from, to);
}
