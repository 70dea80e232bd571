/**
 * A text as a search takes it: without regard to case, to accents and to what a printer makes of marks and spaces,
 * or any of these. Accents are the marks on letters of Latin, Greek and Cyrillic, Hebrew points and Arabic vowels;
 * marks of other scripts are letters of their own. With them go the curl of quotation marks and apostrophes, the
 * kind of a space or a hyphen, and what can't be seen.
 */
import { Folding, unfolded, type Folded } from './folded.ts';

export interface Folds {
  /** Capital and small letters are the same. */
  readonly cases: boolean;
  readonly accents: boolean;
}

const MARKS =
  '\\u0300-\\u036f\\u0483-\\u0487\\u0591-\\u05bd\\u05bf\\u05c1\\u05c2\\u05c4\\u05c5\\u05c7\\u0610-\\u061a\\u064b-\\u065f\\u0670\\u1ab0-\\u1aff\\u1dc0-\\u1dff\\u20d0-\\u20ff\\ufe20-\\ufe2f';
const MARK = new RegExp(`[${MARKS}]`, 'gu');
/** A character that isn't plain, with the marks on it. */
const WITH_MARKS = new RegExp(`[\\0-\\x7f]?[${MARKS}]+|[^\\0-\\x7f][${MARKS}]*`, 'gu');
const BARE = /[^\0-\x7f]/gu;
const PLAIN = /^[\0-\x7f]*$/;

/** Without case and any marks, for lists in which it isn't asked where the letters found stand: no map is made. */
export function bareLetters(text: string): string {
  return (PLAIN.test(text) ? text : text.normalize('NFD').replace(/\p{M}+/gu, '')).toLowerCase();
}

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;
const APOSTROPHES = /[‘’‚‛ʼ′＇]/gu;
const QUOTES = /[“”„‟«»″＂]/gu;
const SPACES = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/gu;
const HYPHENS = /[\u2010\u2011]/gu;

function foldPiece(piece: string, { cases, accents }: Folds): string {
  let text = piece;
  if (accents) {
    text = text
      .normalize('NFD')
      .replace(MARK, '')
      .replace(INVISIBLE, '')
      .replace(APOSTROPHES, "'")
      .replace(QUOTES, '"')
      .replace(SPACES, ' ')
      .replace(HYPHENS, '-');
  }
  // A sigma at a word's end is one.
  return cases ? text.toLowerCase().replace(/ς/g, 'σ') : text;
}

export function foldLetters(original: string, folds: Folds): Folded {
  if (PLAIN.test(original)) return unfolded(folds.cases ? original.toLowerCase() : original);
  if (!folds.cases && !folds.accents) return unfolded(original);
  const folding = new Folding();
  const known = new Map<string, string>();
  /** Units that stand one for one for those from `from` up to `done`. */
  let run = '';
  let from = 0;
  let done = 0;
  const plain = (to: number) => {
    const text = original.slice(done, to);
    run += folds.cases ? text.toLowerCase() : text;
    done = to;
  };
  for (const { 0: piece, index } of original.matchAll(folds.accents ? WITH_MARKS : BARE)) {
    let folded = known.get(piece);
    if (folded === undefined) known.set(piece, (folded = foldPiece(piece, folds)));
    plain(index);
    const end = index + piece.length;
    if (piece.length === 1 && folded.length === 1) run += folded;
    else {
      folding.add(run, from, done, true);
      folding.add(folded, index, end, false);
      run = '';
      from = end;
    }
    done = end;
  }
  plain(original.length);
  folding.add(run, from, done, true);
  return folding.done(original.length);
}
