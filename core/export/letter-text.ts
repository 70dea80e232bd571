import type { PublishedBlock, PublishedLetter } from './publication.ts';

/** The letter's blocks without its title, where it begins with that: it stands above the letter already. */
export function blocksBelowTitle({ blocks, title }: PublishedLetter): readonly PublishedBlock[] {
  const [first] = blocks;
  if (first?.type !== 'heading' || title === '') return blocks;
  const untouched = first.content.every((inline) => !('type' in inline) && !inline.passages);
  const words = first.content.map((inline) => ('type' in inline ? '' : inline.text)).join('');
  return untouched && words.trim() === title ? blocks.slice(1) : blocks;
}
