/** How long texts are, in words as Intl.Segmenter parts them. Footnotes and citations don't count. */
import { ownTexts } from '../document/find.ts';
import type { Point, Project } from '../document/project.ts';
import { sectionsWithin } from '../document/section-tree.ts';
import type { Block, RichText } from '../text/block.ts';
import { blockText } from '../text/canonical.ts';
import { isLanguage } from './locale.ts';
import { byIdentity, byParts } from './remember.ts';

/** Counts the words of a text; each block and each text once, as long as it is the same value. */
export type WordCounter = (text: RichText) => number;

const counters = new Map<string, WordCounter>();

/** @param language BCP 47; it decides where the words of scripts without spaces end. */
export function wordCounter(language: string): WordCounter {
  let counter = counters.get(language);
  if (!counter) {
    const segmenter = new Intl.Segmenter(isLanguage(language) ? language : 'en', { granularity: 'word' });
    const ofBlock = byIdentity((block: Block): number => {
      let count = 0;
      for (const part of segmenter.segment(blockText(block))) if (part.isWordLike) count++;
      return count;
    });
    counter = byIdentity((text: RichText) => text.reduce((sum, block) => sum + ofBlock(block), 0));
    counters.set(language, counter);
  }
  return counter;
}

export interface WordCounts {
  readonly whole: number;
  /** Section id → words of its lead, its points and the sections nested in it. */
  readonly sections: ReadonlyMap<string, number>;
  /** Point id → words of its answer and of the changes told in it. */
  readonly points: ReadonlyMap<string, number>;
}

function pointWords({ answer, changes }: Point, count: WordCounter): number {
  return count(answer) + (changes?.reduce((sum, { wording }) => sum + count(wording), 0) ?? 0);
}

/** The same value (`===`) as long as no count changes. */
export const wordCounts = byParts(
  ({ sections, introduction, conclusion, settings: { language } }: Project) => {
    const count = wordCounter(language);
    const parts: unknown[] = [count(introduction), count(conclusion)];
    for (const { id, level, place, lead, points } of sections) {
      parts.push(id, level, place, count(lead));
      for (const point of points) parts.push(point.id, pointWords(point, count));
    }
    return parts;
  },
  (project): WordCounts => {
    const count = wordCounter(project.settings.language);
    const points = new Map<string, number>();
    const sections = new Map<string, number>();
    for (const { section, around } of sectionsWithin(project.sections)) {
      let words = count(section.lead);
      for (const point of section.points) {
        const own = pointWords(point, count);
        points.set(point.id, own);
        words += own;
      }
      for (const { id } of [...around, section]) sections.set(id, (sections.get(id) ?? 0) + words);
    }
    const whole = ownTexts(project).reduce((sum, { text }) => sum + count(text), 0);
    return { whole, sections, points };
  },
);

/** Part of a target by which a text may be longer or shorter. */
const TOLERANCE = 0.1;

/** Whether so many words are too few or too many for the target. */
export function besideTarget(words: number, target: number): 'short' | 'long' | undefined {
  if (words < target * (1 - TOLERANCE)) return 'short';
  return words > target * (1 + TOLERANCE) ? 'long' : undefined;
}
