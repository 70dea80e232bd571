/**
 * The normal form of a quotation's edits, which every view in a project has:
 *
 * - They lie within `of`, in order; at one place [sic] before an insertion before what covers words.
 * - Omissions are of whole words without space at their ends, apart from each other by more than space, and leave some words. Replacements are of
 *   whole words, or of one letter whose case is changed; so are places of insertions and [sic] at the ends of words.
 * - Omissions and replacements don't overlap; nothing stands within them, and no emphasis. No [sic] follows one.
 * - Inserted words are one line, not empty, without square brackets.
 */
import { cutsWord, splitsPair, wordEnd, wordStart } from '../text/words.ts';
import type { QuotationEdit, QuotationView } from './quotation.ts';

type EditOf<K extends QuotationEdit['kind']> = Extract<QuotationEdit, { kind: K }>;
type Covering = EditOf<'omit'> | EditOf<'replace'>;

export interface Extent {
  readonly from: number;
  readonly to: number;
}

/** Most UTF-16 units of inserted words, and of words that one insertion replaces. */
export const LONGEST_INSERTION = 120;

const RANK = { sic: 0, insert: 1, omit: 2, replace: 2, emphasis: 3 } as const;

export const startOf = (edit: QuotationEdit): number => ('at' in edit ? edit.at : edit.from);

/** What may stand between the brackets; '' for nothing that may. */
export function insertedText(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const inner = /^[[〔](.*)[\]〕]$/u.exec(line)?.[1] ?? line;
  const plain = inner
    .replace(/[[〔]/g, '(')
    .replace(/[\]〕]/g, ')')
    .trim();
  const end = splitsPair(plain, LONGEST_INSERTION) ? LONGEST_INSERTION - 1 : LONGEST_INSERTION;
  return plain.slice(0, end).trim();
}

/** The edits in normal form. What can't be had in it is left out: of two that overlap, the later one. */
export function normalEdits(
  of: string,
  edits: readonly QuotationEdit[],
  part: Extent = { from: 0, to: of.length },
): readonly QuotationEdit[] {
  const sound = edits
    .filter((edit) => isWithin(of, edit))
    .flatMap((edit) => atWords(of, edit))
    .sort((a, b) => startOf(a) - startOf(b) || RANK[a.kind] - RANK[b.kind]);
  const covering = leavingWords(of, coveringEdits(of, sound), part);
  return [...covering, ...placedEdits(sound, covering), ...emphasisEdits(of, sound, covering)].sort(
    (a, b) => startOf(a) - startOf(b) || RANK[a.kind] - RANK[b.kind],
  );
}

/** The part in whole words without space at its ends; undefined where it is all there is, or nothing. */
export function normalPart(of: string, part: Extent | undefined): Extent | undefined {
  if (!part || !Number.isInteger(part.from) || !Number.isInteger(part.to)) return undefined;
  const clamp = (at: number) => Math.max(0, Math.min(at, of.length));
  const { from, to } = trimmed(of, wholeWords(of, { from: clamp(part.from), to: clamp(part.to) }));
  const whole = of.slice(0, from).trim() === '' && of.slice(to).trim() === '';
  return whole || !hasWords(of.slice(from, to)) ? undefined : { from, to };
}

/** The view in normal form; undefined where it shows the passage as it stands. */
export function normalView({ of, part, edits, lost }: QuotationView): QuotationView | undefined {
  const shown = normalPart(of, part);
  const normal = normalEdits(of, edits, shown);
  if (!shown && normal.length === 0 && (lost?.length ?? 0) === 0) return undefined;
  return {
    of,
    ...(shown ? { part: shown } : {}),
    edits: normal,
    ...(lost && lost.length > 0 ? { lost } : {}),
  };
}

const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

function isWithin(of: string, edit: QuotationEdit): boolean {
  if ('at' in edit) return Number.isInteger(edit.at) && edit.at >= 0 && edit.at <= of.length;
  const { from, to } = edit;
  return Number.isInteger(from) && Number.isInteger(to) && 0 <= from && from < to && to <= of.length;
}

/** The edit with its ends at words; an edit that says nothing isn't there. */
function atWords(of: string, edit: QuotationEdit): readonly QuotationEdit[] {
  switch (edit.kind) {
    case 'omit': {
      const { from, to } = trimmed(of, wholeWords(of, edit));
      return from < to ? [{ kind: 'omit', from, to }] : [];
    }
    case 'insert': {
      const text = insertedText(edit.text);
      return text === '' ? [] : [{ kind: 'insert', at: wordEnd(of, edit.at), text }];
    }
    case 'replace':
      return replacement(of, edit);
    case 'sic': {
      let at = wordEnd(of, edit.at);
      while (at > 0 && /\s/.test(of[at - 1] ?? '')) at--;
      return hasWords(of.slice(0, at)) ? [{ kind: 'sic', at }] : [];
    }
    case 'emphasis': {
      const from = splitsPair(of, edit.from) ? edit.from - 1 : edit.from;
      const to = splitsPair(of, edit.to) ? edit.to + 1 : edit.to;
      return [{ kind: 'emphasis', from, to }];
    }
  }
}

/** Without the space at its ends. */
function trimmed(of: string, { from, to }: Extent): Extent {
  let [start, end] = [from, to];
  while (start < end && /\s/.test(of[start] ?? '')) start++;
  while (start < end && /\s/.test(of[end - 1] ?? '')) end--;
  return { from: start, to: end };
}

function wholeWords(of: string, { from, to }: Extent): Extent {
  return { from: wordStart(of, from), to: wordEnd(of, to) };
}

/** "[T]he" stays; else what is left of a word at either end becomes part of what replaces it. */
function replacement(of: string, edit: EditOf<'replace'>): readonly QuotationEdit[] {
  const text = insertedText(edit.text);
  const old = of.slice(edit.from, edit.to);
  if (text === '' || old.trim() === '') return [];
  const letter = /^\p{L}$/u.test(text) && /^\p{L}$/u.test(old) && text.toLowerCase() === old.toLowerCase();
  if (letter && cutsWord(of, edit.to)) return text === old ? [] : [{ ...edit, text }];
  const { from, to } = wholeWords(of, edit);
  const whole = insertedText(of.slice(from, edit.from) + text + of.slice(edit.to, to));
  if (to - from <= LONGEST_INSERTION) return [{ kind: 'replace', from, to, text: whole }];
  return [
    { kind: 'insert', at: from, text: whole },
    { kind: 'omit', from, to },
  ];
}

/** Omissions and replacements, apart from each other. */
function coveringEdits(of: string, edits: readonly QuotationEdit[]): readonly Covering[] {
  const result: Covering[] = [];
  const places = edits.flatMap((edit) => (edit.kind === 'insert' ? [edit.at] : []));
  for (const edit of edits) {
    if (edit.kind !== 'omit' && edit.kind !== 'replace') continue;
    const last = result.at(-1);
    if (!last || edit.from > last.to || (edit.from === last.to && edit.kind !== last.kind)) {
      const between = last?.kind === 'omit' && edit.kind === 'omit' ? of.slice(last.to, edit.from) : 'words';
      const parted = places.some((at) => last && at >= last.to && at <= edit.from);
      if (last && between.trim() === '' && !parted) result[result.length - 1] = { ...last, to: edit.to };
      else result.push(edit);
    } else if (last.kind === 'omit' && edit.kind === 'omit') {
      result[result.length - 1] = { ...last, to: Math.max(last.to, edit.to) };
    } else if (edit.from >= last.to) {
      result.push(edit);
    }
  }
  return result;
}

/** Omissions that leave no word of what is shown are none. */
function leavingWords(of: string, covering: readonly Covering[], part: Extent): readonly Covering[] {
  let at = part.from;
  let left = '';
  for (const { from, to } of covering) {
    left += of.slice(at, Math.max(at, Math.min(from, part.to)));
    at = Math.max(at, to);
  }
  left += of.slice(at, Math.max(at, part.to));
  if (hasWords(left) || !hasWords(of.slice(part.from, part.to))) return covering;
  return covering.filter(({ from, to }) => to <= part.from || from >= part.to);
}

function placedEdits(
  edits: readonly QuotationEdit[],
  covering: readonly Covering[],
): readonly QuotationEdit[] {
  const result: (EditOf<'sic'> | EditOf<'insert'>)[] = [];
  for (const edit of edits) {
    if (!('at' in edit)) continue;
    const { at } = edit;
    if (covering.some(({ from, to }) => from < at && at < to)) continue;
    if (edit.kind === 'sic' && covering.some(({ to }) => to === at)) continue;
    const same = result.find((known) => known.kind === edit.kind && known.at === at);
    if (!same) result.push(edit);
    else if (same.kind === 'insert' && edit.kind === 'insert') {
      const text = insertedText(`${same.text} ${edit.text}`);
      result[result.indexOf(same)] = { ...same, text };
    }
  }
  return result;
}

function emphasisEdits(
  of: string,
  edits: readonly QuotationEdit[],
  covering: readonly Covering[],
): readonly QuotationEdit[] {
  let left: Extent[] = [];
  for (const { kind, ...extent } of edits) {
    if (kind !== 'emphasis' || !('from' in extent)) continue;
    const last = left.at(-1);
    if (last && extent.from <= last.to)
      left[left.length - 1] = { from: last.from, to: Math.max(last.to, extent.to) };
    else left.push(extent);
  }
  for (const cover of covering) left = left.flatMap((extent) => without(extent, cover));
  return left
    .filter(({ from, to }) => of.slice(from, to).trim() !== '')
    .map(({ from, to }) => ({ kind: 'emphasis', from, to }));
}

/** What is left of an extent when another is taken out of it. */
export function without({ from, to }: Extent, taken: Extent): readonly Extent[] {
  if (taken.to <= from || taken.from >= to) return [{ from, to }];
  return [
    { from, to: taken.from },
    { from: taken.to, to },
  ].filter((part) => part.from < part.to);
}
