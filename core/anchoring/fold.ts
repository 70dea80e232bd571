/**
 * Typographic folding: what printers and programs change without changing the words. Quotation marks of every
 * style are one, with the no-break space that French sets within them, dashes of every length and the spaces around them are one hyphen, white space of every kind and
 * length is one space, and so is the stroke that parts lines of verse within running text; "…" is "...", soft hyphens and invisible characters are nothing, ligatures and decomposed
 * letters are plain letters. Case is kept.
 */

import { Folding, type Folded } from '../text/folded.ts';

export type { Folded } from '../text/folded.ts';

const INVISIBLE = '\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2064\\u2066-\\u2069\\ufeff';
const DASHES = '\\-\\u2010-\\u2015\\u2212\\u2e3a\\u2e3b\\ufe58\\ufe63\\uff0d';
const QUOTES = '\'"`´«»‘’‚‛“”„‟‹›′″‵‶＇＂「」『』';
const GAP = `[\\s${INVISIBLE}]`;
const CHANGED = new RegExp(
  [
    `[«‹][\\u00a0\\u202f]|[\\u00a0\\u202f][»›]`,
    `${GAP}*\\s/\\s${GAP}*`,
    `${GAP}*[${DASHES}]+(?:${GAP}*[${DASHES}]+)*${GAP}*`,
    `${GAP}*\\s${GAP}*`,
    `[${INVISIBLE}]+`,
    `[${QUOTES}]`,
    '…',
    '\\.\\s\\.\\s\\.',
    '[\\ufb00-\\ufb06]',
    '\\p{L}\\p{M}+',
  ].join('|'),
  'gu',
);

function replacement(token: string): string {
  if (new RegExp(`[${DASHES}]`, 'u').test(token)) return '-';
  if (token === '…' || /^\.\s\.\s\.$/.test(token)) return '...';
  if (/[«‹»›]/.test(token) || new RegExp(`^[${QUOTES}]$`, 'u').test(token)) return '"';
  if (token.includes('/')) return ' ';
  if (/^[\ufb00-\ufb06]$/.test(token)) return token.normalize('NFKC');
  if (/^\p{L}\p{M}+$/u.test(token)) return token.normalize('NFC');
  return /[^\S\ufeff]/.test(token) ? ' ' : '';
}

export function fold(original: string): Folded {
  const folding = new Folding();
  let done = 0;
  const known = new Map<string, string>();
  for (const match of original.matchAll(CHANGED)) {
    const token = match[0];
    // Most spaces are single ones and stay in the stretch they stand in.
    if (token === ' ' || token === '-' || token === '"') continue;
    folding.add(original.slice(done, match.index), done, match.index, true);
    let plainToken = known.get(token);
    if (plainToken === undefined) known.set(token, (plainToken = replacement(token)));
    const end = match.index + token.length;
    folding.add(plainToken, match.index, end, false);
    done = end;
  }
  folding.add(original.slice(done), done, original.length, true);
  return folding.done(original.length);
}
