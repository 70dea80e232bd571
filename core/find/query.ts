/** What is looked for, made ready: where it stands in a text. */
import type { Folded } from '../text/folded.ts';
import { foldLetters, type Folds } from '../text/fold-letters.ts';

export interface FindQuery {
  readonly text: string;
  /** The text is a regular expression. */
  readonly pattern: boolean;
  readonly wholeWord: boolean;
  readonly matchCase: boolean;
  /** Accents, and the curl of marks, count. */
  readonly matchAccents: boolean;
}

/** UTF-16 units of the text that was searched, half-open; never empty. */
export interface Match {
  readonly from: number;
  readonly to: number;
  /** Of a pattern: what its groups matched, by number from 1 and by name; undefined for a group that took no part. */
  readonly groups?: readonly (string | undefined)[];
  readonly named?: Readonly<Record<string, string | undefined>>;
}

/** A text made ready to be searched; to be kept with the text for queries that fold alike. */
export interface Prepared {
  readonly original: string;
  readonly folded: Folded;
}

export interface Matcher {
  readonly folds: Folds;
  /** Those that don't overlap, from the beginning on. */
  matches(text: Prepared): Iterable<Match>;
}

export type Compiled =
  | { readonly ok: true; readonly matcher: Matcher }
  /** The pattern can't be read: what the engine says of it. */
  | { readonly ok: false; readonly why: string };

export function prepare(original: string, folds: Folds): Prepared {
  return { original, folded: foldLetters(original, folds) };
}

/** @param language BCP 47, of the texts: says what a word is. */
export function compileQuery(query: FindQuery, language: string): Compiled {
  const { text, pattern, wholeWord, matchCase, matchAccents } = query;
  // A pattern has its own way with case, which its groups and classes follow.
  const folds = { cases: !matchCase && !pattern, accents: !matchAccents };
  const words = wholeWord ? wordBorders(language) : undefined;
  const whole = (found: Iterable<Match>, original: string) =>
    words ? wholeWords(found, original, words) : found;
  if (!pattern) {
    const wanted = foldLetters(text, folds).text;
    return {
      ok: true,
      matcher: { folds, matches: (of) => whole(literal(of.folded, wanted), of.original) },
    };
  }
  let expression: RegExp;
  try {
    expression = new RegExp(foldLetters(text, folds).text, `dgmu${matchCase ? '' : 'i'}`);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { ok: false, why: why.slice(why.lastIndexOf(': ') + 1).trim() };
  }
  return { ok: true, matcher: { folds, matches: (of) => whole(expressed(of, expression), of.original) } };
}

function* literal(folded: Folded, wanted: string): Iterable<Match> {
  if (wanted === '') return;
  const { text } = folded;
  for (let at = text.indexOf(wanted); at >= 0;) {
    const end = at + wanted.length;
    // Half of what stands for one character isn't found.
    const fits = folded.isBorder(at) && folded.isBorder(end);
    if (fits) yield { from: folded.startOf(at), to: folded.endOf(end) };
    at = text.indexOf(wanted, fits ? end : at + 1);
  }
}

function* expressed({ original, folded }: Prepared, expression: RegExp): Iterable<Match> {
  for (const match of folded.text.matchAll(expression)) {
    const [start, end] = [match.index, match.index + match[0].length];
    if (start === end || !folded.isBorder(start) || !folded.isBorder(end)) continue;
    const { indices } = match;
    const words = (at: [number, number] | undefined) =>
      at && (at[0] === at[1] ? '' : original.slice(folded.startOf(at[0]), folded.endOf(at[1])));
    yield {
      from: folded.startOf(start),
      to: folded.endOf(end),
      groups: match.slice(1).map((_, i) => words(indices?.[i + 1])),
      ...(indices?.groups
        ? {
            named: Object.fromEntries(
              Object.entries(indices.groups).map(([name, at]) => [name, words(at)] as const),
            ),
          }
        : {}),
    };
  }
}

type Borders = (text: string) => (at: number) => boolean;

/** Whether a word ends or begins at an offset, as Unicode has it, and in scripts without spaces as dictionaries do. */
function wordBorders(language: string): Borders {
  let segmenter: Intl.Segmenter;
  try {
    segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  } catch {
    segmenter = new Intl.Segmenter('en', { granularity: 'word' });
  }
  return (text) => {
    const segments = segmenter.segment(text);
    return (at) => at === text.length || segments.containing(at)?.index === at;
  };
}

function* wholeWords(found: Iterable<Match>, text: string, borders: Borders): Iterable<Match> {
  const isBorder = borders(text);
  for (const match of found) if (isBorder(match.from) && isBorder(match.to)) yield match;
}
