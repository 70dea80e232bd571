/** Where comments stand, and what they are about. */
import type { Comment, CommentSubject, TextSpot } from '../document/comment.ts';
import { highlightMap, ownTexts, pointMap, type TextRef } from '../document/find.ts';
import type { Project } from '../document/project.ts';
import type { BlockId, RichText } from '../text/block.ts';
import { byIdentity, byParts } from './remember.ts';

const idsOf = byIdentity((text: RichText): readonly BlockId[] => text.map(({ id }) => id));

/** Block id → the author's text that has it. The same value (`===`) as long as no block comes, goes or moves. */
export const ownBlocks = byParts(
  (project: Project) =>
    ownTexts(project).flatMap(({ ref, text }) => ['id' in ref ? ref.id : ref.of, ...idsOf(text)]),
  (project): ReadonlyMap<BlockId, TextRef> =>
    new Map(ownTexts(project).flatMap(({ ref, text }) => idsOf(text).map((id) => [id, ref] as const))),
);

export type CommentPlace =
  | { readonly kind: 'point' | 'highlight'; readonly id: string }
  | { readonly kind: 'text'; readonly ref: TextRef; readonly spots: readonly TextSpot[] }
  /** What it was about isn't there any more. */
  | { readonly kind: 'gone' };

export function placeOfComment(project: Project, about: CommentSubject): CommentPlace {
  switch (about.kind) {
    case 'point':
      return pointMap(project).has(about.id) ? about : { kind: 'gone' };
    case 'highlight':
      return highlightMap(project).has(about.id) ? about : { kind: 'gone' };
    case 'text': {
      const blocks = ownBlocks(project);
      const spots = about.spots.filter(({ block, from, to }) => from < to && blocks.has(block));
      const ref = blocks.get(spots[0]?.block ?? '');
      return ref ? { kind: 'text', ref, spots } : { kind: 'gone' };
    }
  }
}

/** The words that a comment is about; the quote as it last was for what is gone. '' where it isn't about words. */
export function commentedWords(project: Project, { about }: Comment): string {
  if (about.kind === 'text') return about.spots.map(({ quote }) => quote).join('\n');
  return about.kind === 'highlight' ? (highlightMap(project).get(about.id)?.quote ?? '') : '';
}
