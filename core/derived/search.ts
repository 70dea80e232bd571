/** Searching all texts of a project: plain substring on folded text, which needs no index (see design record). */
import { ownTexts, type TextRef } from '../document/find.ts';
import type { Project } from '../document/project.ts';
import type { RichText } from '../text/block.ts';
import { canonicalText, offsetToPosition, type TextRange } from '../text/canonical.ts';
import { byIdentity } from './remember.ts';

export interface Hit {
  readonly ref: TextRef;
  readonly range: TextRange;
  /** The words around, without line feeds. */
  readonly before: string;
  readonly found: string;
  readonly after: string;
}

/** UTF-16 units of context on each side. */
const CONTEXT = 40;

/** Case folded without changing the length, so that offsets are those of the text. */
function fold(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return [...text].map((character) => sameLength(character, character.toLowerCase())).join('');
}

function sameLength(character: string, lower: string): string {
  return lower.length === character.length ? lower : character;
}

const canonical = byIdentity((text: RichText) => {
  const plain = canonicalText(text);
  return { plain, folded: fold(plain) };
});

/** The first `limit` places, letters first, and how many more there are. Case doesn't count. */
export function searchProject(
  project: Project,
  query: string,
  limit: number,
): { readonly hits: readonly Hit[]; readonly more: number } {
  const wanted = fold(query.trim());
  if (wanted === '') return { hits: [], more: 0 };
  const hits: Hit[] = [];
  let more = 0;
  const search = (ref: TextRef, text: RichText) => {
    const { plain, folded } = canonical(text);
    for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
      const end = at + wanted.length;
      const start = hits.length < limit ? offsetToPosition(text, at) : undefined;
      const stop = start && offsetToPosition(text, end);
      if (!start || !stop) {
        more++;
        continue;
      }
      const line = (part: string) => part.replaceAll('\n', ' ');
      hits.push({
        ref,
        range: { start, end: stop },
        before: line(plain.slice(Math.max(0, at - CONTEXT), at)),
        found: line(plain.slice(at, end)),
        after: line(plain.slice(end, end + CONTEXT)),
      });
    }
  };
  for (const { id, blocks } of project.letters) search({ of: 'letter', id }, blocks);
  for (const { ref, text } of ownTexts(project)) search(ref, text);
  return { hits, more };
}
