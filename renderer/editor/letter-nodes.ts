/**
 * The shape of a letter inside Slate: `section > block`, so that a key touches a hundred blocks and not all of
 * them. Sections are only a way to draw; the letter is the flat list of its blocks. A section isn't among the
 * elements that Slate's types are told of (see nodes.ts), so it is seen through the functions of this file.
 */
import type { Editor, Path } from 'slate';
import type { Block } from '../../core/text/block.ts';
import { toBlock } from './convert.ts';
import type { BlockElement, TextElement } from './nodes.ts';

export interface SectionElement {
  type: 'section';
  children: BlockElement[];
}

export type Sections = readonly SectionElement[];

/** Blocks in a new section. */
export const SECTION_LENGTH = 100;
/** A section that has grown over this many blocks is cut in two. */
export const LONGEST_SECTION = 300;

export function sectionsOf(editor: Pick<Editor, 'children'>): Sections {
  return editor.children as unknown as Sections;
}

export function isSection(node: unknown): node is SectionElement {
  return (node as { type?: unknown } | null)?.type === 'section';
}

export function isTextBlock(block: BlockElement): block is TextElement {
  return block.type !== 'void';
}

export function makeSections(blocks: readonly BlockElement[]): SectionElement[] {
  const sections: SectionElement[] = [];
  for (let i = 0; i < blocks.length; i += SECTION_LENGTH) {
    sections.push({ type: 'section', children: blocks.slice(i, i + SECTION_LENGTH) });
  }
  return sections;
}

/** The block that a path leads to or into; undefined for a section's own path. */
export function blockAtPath(sections: Sections, path: Path): BlockElement | undefined {
  return sections[path[0] ?? -1]?.children[path[1] ?? -1];
}

/** The index among all blocks of the letter of the block at `path`, or of a section's first block. */
export function flatIndex(sections: Sections, path: Path): number {
  let index = path[1] ?? 0;
  for (let i = 0; i < (path[0] ?? 0); i++) index += sections[i]?.children.length ?? 0;
  return index;
}

/** The path of the block at a flat index; undefined past the end. */
export function pathOfIndex(sections: Sections, index: number): [section: number, block: number] | undefined {
  let rest = index;
  for (let i = 0; i < sections.length; i++) {
    const { length } = sections[i]?.children ?? [];
    if (rest < length) return [i, rest];
    rest -= length;
  }
  return undefined;
}

/** All blocks in order; what isn't in a section yet counts as well. */
export function blocksOf(sections: Sections): Block[] {
  return sections.flatMap((section) =>
    isSection(section) ? section.children.map(toBlock) : [toBlock(section as unknown as BlockElement)],
  );
}

/** UTF-16 units; atoms have none. */
export function childLength(child: TextElement['children'][number] | undefined): number {
  return child && 'text' in child ? child.text.length : 0;
}

/** The offset in the block's text at which its child number `index` begins. */
export function childStart(block: TextElement, index: number): number {
  let offset = 0;
  for (let i = 0; i < index; i++) offset += childLength(block.children[i]);
  return offset;
}
