/** The words of a message: its HTML where it has some, with the borders that mail programs mark in it; else its text. */
import type { IdSource } from '../../document/id.ts';
import { blockText } from '../../text/canonical.ts';
import { importPage } from '../html.ts';
import type { Imported } from '../imported.ts';
import { importText } from '../text.ts';
import { beginsAttribution, isAttribution } from './attribution.ts';
import type { Borders } from './split.ts';

export interface MailBody {
  readonly imported: Imported;
  readonly borders: Borders;
}

const HISTORY_MARK = 'pamphleteer-history-';
const SIGNATURE_MARK = 'pamphleteer-signature-';

/**
 * Elements before which Outlook, Gmail, Thunderbird, Apple Mail and Yahoo begin what they quote, or a signature.
 * Lengths are bounded, for tags without end.
 */
const HISTORY =
  /<(?:div|hr|span|blockquote)\b[^<>]{0,1000}\b(?:id=["']?(?:x_){0,9}(?:divRplyFwdMsg|appendonsend|replySplit|OLK_SRC_BODY_SECTION)|class=["']?[^"'<>]{0,200}\b(?:moz-forward-container|yahoo_quoted|gmail_quote_container))\b[^<>]*>/gi;
const SIGNATURE =
  /<(?:div|span|pre|table)\b[^<>]{0,1000}\b(?:class=["']?[^"'<>]{0,200}\b(?:gmail_signature|moz-signature|apple-signature)\b|id=["']?(?:x_){0,9}(?:Signature|ms-outlook-mobile-signature|AppleMailSignature)\b)[^<>]*>/gi;

export function htmlBody(html: string, ids: IdSource): MailBody {
  let count = 0;
  const before = (mark: string) => (tag: string) => `<div id="${mark}${count++}"></div>${tag}`;
  const marked = html.replace(HISTORY, before(HISTORY_MARK)).replace(SIGNATURE, before(SIGNATURE_MARK));
  const page = importPage(marked, ids, { fragments: false });
  const at = (mark: string) =>
    [...page.anchors].flatMap(([anchor, id]) => (anchor.startsWith(mark) ? [id] : []));
  const signature = new Set(at(SIGNATURE_MARK));
  const { blocks, metadata, notices, pictures } = page;
  for (const block of blocks) if (/^--$/.test(blockText(block).trim())) signature.add(block.id);
  return {
    imported: { blocks, metadata, notices, pictures },
    borders: { history: new Set(at(HISTORY_MARK)), signature },
  };
}

/** Stands alone in a paragraph where a line "-- " stood; not in any text that people write. */
const SIGNATURE_LINE = '\u{f8ff}\u{f8fe}';

export function textBody(text: string, ids: IdSource): MailBody {
  const imported = importText(withBorders(text.replace(/\r\n?/g, '\n').split('\n')).join('\n'), ids);
  const signature = new Set<string>();
  const blocks = imported.blocks.filter((block, i) => {
    if (blockText(block) !== SIGNATURE_LINE) return true;
    const next = imported.blocks[i + 1];
    if (next) signature.add(next.id);
    return false;
  });
  return { imported: { ...imported, blocks }, borders: { history: new Set(), signature } };
}

/** Blank lines around attributions, each on one line, and a mark for the line above a signature. */
function withBorders(lines: readonly string[]): string[] {
  const result: string[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const prefix = /^(?:>[ \t]?)*/.exec(line)?.[0] ?? '';
    const words = line.slice(prefix.length);
    if (words === '-- ' || (words === '--' && prefix === '')) {
      result.push(prefix, `${prefix}${SIGNATURE_LINE}`, prefix);
      continue;
    }
    const taken = isAttribution(words)
      ? 1
      : beginsAttribution(words)
        ? attributionLength(lines, i, prefix)
        : 0;
    if (taken === 0) {
      result.push(line);
      continue;
    }
    const whole = lines.slice(i, i + taken).map((each) => each.replace(/^(?:>[ \t]?)*/, '').trim());
    result.push(prefix, `${prefix}${whole.join(' ')}`, prefix);
    i += taken - 1;
  }
  return result;
}

/** How many lines from `at` on are one attribution; 0 when they aren't. */
function attributionLength(lines: readonly string[], at: number, prefix: string): number {
  let whole = '';
  for (let count = 1; count <= 4; count++) {
    const line = lines[at + count - 1];
    const own = /^(?:>[ \t]?)*/.exec(line ?? '')?.[0] ?? '';
    const words = line?.slice(own.length).trim() ?? '';
    if (words === '' || own.replace(/\s/g, '') !== prefix.replace(/\s/g, '')) return 0;
    whole += ` ${words}`;
    if (isAttribution(whole)) return count;
  }
  return 0;
}
