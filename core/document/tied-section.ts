/** Which section a passage's answer belongs to, by what sections are tied to. */
import type { BlockId, RichText } from '../text/block.ts';
import { letterById } from './find.ts';
import type { Highlight } from './letter.ts';
import type { Project, Section } from './project.ts';

/** The headings that a block stands under, the nearest first; a heading stands under itself. */
export function headingsAbove(text: RichText, block: BlockId): readonly BlockId[] {
  const found: BlockId[] = [];
  let level = Infinity;
  for (let i = text.findIndex(({ id }) => id === block); i >= 0; i--) {
    const each = text[i];
    if (each?.type !== 'heading' || each.level >= level) continue;
    found.push(each.id);
    level = each.level;
  }
  return found;
}

/**
 * The last section tied to the nearest heading above the passage; else to a topic with the name of the passage's
 * category; else to its letter as a whole.
 */
export function tiedSection(project: Project, highlight: Highlight): Section | undefined {
  const own = project.sections.filter(({ letter }) => letter === highlight.letter);
  if (own.some(({ heading }) => heading !== undefined)) {
    const blocks = letterById(project, highlight.letter)?.blocks ?? [];
    for (const above of headingsAbove(blocks, highlight.ranges[0]?.start.block ?? '')) {
      const section = own.findLast(({ heading }) => heading === above);
      if (section) return section;
    }
  }
  const category = project.categories.find(({ id }) => id === highlight.category)?.name.trim();
  const topical = project.sections.findLast(({ topic }) => topic !== undefined && topic.trim() === category);
  return topical ?? own.findLast(({ heading }) => heading === undefined);
}
