/** Words looked for in all texts of a project at once, for the box that finds anything. */
import { byIdentity } from '../derived/remember.ts';
import { ownTexts, type TextRef } from '../document/find.ts';
import type { Project } from '../document/project.ts';
import type { RichText } from '../text/block.ts';
import { canonicalText, offsetToPosition, type TextRange } from '../text/canonical.ts';
import { contextOf } from './context.ts';
import { compileQuery, prepare } from './query.ts';

export interface Hit {
  readonly ref: TextRef;
  readonly range: TextRange;
  /** The words around, without line feeds. */
  readonly before: string;
  readonly found: string;
  readonly after: string;
}

/** Case doesn't count, everything else does. */
const HOW = { pattern: false, wholeWord: false, matchCase: false, matchAccents: true } as const;
const prepared = byIdentity((text: RichText) =>
  prepare(canonicalText(text), { cases: true, accents: false }),
);

/** The first `limit` places, letters first, and how many more there are. */
export function searchProject(
  project: Project,
  query: string,
  limit: number,
): { readonly hits: readonly Hit[]; readonly more: number } {
  const compiled = compileQuery({ ...HOW, text: query.trim() }, project.settings.language);
  const hits: Hit[] = [];
  let more = 0;
  const search = (ref: TextRef, text: RichText) => {
    if (!compiled.ok) return;
    const words = prepared(text);
    for (const { from, to } of compiled.matcher.matches(words)) {
      const start = hits.length < limit ? offsetToPosition(text, from) : undefined;
      const end = start && offsetToPosition(text, to);
      if (start && end) hits.push({ ref, range: { start, end }, ...contextOf(words.original, from, to) });
      else more++;
    }
  };
  for (const { id, blocks } of project.letters) search({ of: 'letter', id }, blocks);
  for (const { ref, text } of ownTexts(project)) search(ref, text);
  return { hits, more };
}
