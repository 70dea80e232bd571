/** The cross references and citations in the author's texts: where each stands, and which lead to a thing. */
import {
  hasContent,
  isSpan,
  type BlockId,
  type CrossReferenceAtom,
  type CrossReferenceTarget,
  type Inline,
  type RichText,
} from '../text/block.ts';
import { ownTexts, type TextRef } from '../document/find.ts';
import type { Project } from '../document/project.ts';
import { byIdentity } from './remember.ts';

/** Something within a block (or in a note within it) that leads elsewhere. */
export interface Referring {
  readonly block: BlockId;
  readonly inline: Exclude<Inline, { text: string } | { type: 'note' } | { type: 'note-mark' }>;
}

/** Citations and cross references of a text, those in its notes too. */
export const referringIn = byIdentity((text: RichText): readonly Referring[] => {
  const found: Referring[] = [];
  const visit = (block: BlockId, content: readonly Inline[]) => {
    for (const inline of content) {
      if (isSpan(inline) || inline.type === 'note-mark') continue;
      if (inline.type === 'note') visit(block, inline.body);
      else found.push({ block, inline });
    }
  };
  for (const block of text) {
    if (hasContent(block)) visit(block.id, block.content);
    else if (block.type === 'table') for (const cell of block.rows.flat()) visit(block.id, cell.content);
  }
  return found;
});

export const isReference = (inline: Referring['inline']): inline is CrossReferenceAtom =>
  inline.type === 'cross-reference';

/** Names the thing that a reference leads to: of two references to one thing it is the same. */
export const targetKey = (target: CrossReferenceTarget): string =>
  target.kind === 'place' ? `place ${target.letter} ${target.id}` : `${target.kind} ${target.id}`;

export interface ReferencePlace {
  readonly text: TextRef;
  readonly block: BlockId;
  readonly target: CrossReferenceTarget;
}

/** Every cross reference of the author's, in the order of the pamphlet. */
export const crossReferences = byIdentity((project: Project): readonly ReferencePlace[] =>
  ownTexts(project).flatMap(({ ref, text }) =>
    referringIn(text).flatMap(({ block, inline }) =>
      isReference(inline) ? [{ text: ref, block, target: inline.target }] : [],
    ),
  ),
);
