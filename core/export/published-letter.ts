/** A letter as an appendix: its blocks cut at the borders of its passages. */
import { isSpan, safeUrl, type Block, type BlockId, type Inline } from '../text/block.ts';
import { rangeByBlock } from '../text/canonical.ts';
import type { Letter } from '../document/letter.ts';
import { crossReferenceText } from '../derived/cross-reference.ts';
import { numbering } from '../derived/numbering.ts';
import { highlightsByLetter, inReadingOrder } from '../derived/passages.ts';
import { letterAbout } from '../derived/source-line.ts';
import { usage } from '../derived/usage.ts';
import { publishedBlocks } from './published-blocks.ts';
import { letterContent, type Setting } from './published-content.ts';
import type { PublishedContent, PublishedLetter, PublishedPassage } from './publication.ts';

/** A passage's part of one block: UTF-16 units of the block's text, half-open. */
interface Cover {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** @param setting the project as it is published: blank points are out of it, so that no passage points to one */
export function publishedLetter(letter: Letter, setting: Setting): PublishedLetter {
  const { project, words } = setting;
  const passages: PublishedPassage[] = [];
  const covers = new Map<BlockId, Cover[]>();
  const { passageCodes, pointCodes } = numbering(project);
  const styles = new Map(project.categories.map(({ id, style }) => [id, style]));
  const { points, answering } = usage(project);
  for (const { id, ranges, category } of inReadingOrder(
    letter.blocks,
    highlightsByLetter(project.highlights).get(letter.id) ?? [],
  )) {
    const parts = ranges.flatMap((range) => rangeByBlock(letter.blocks, range));
    if (parts.length === 0) continue;
    for (const { block, from, to } of parts) {
      const list = covers.get(block.id);
      if (list) list.push({ id, from, to });
      else covers.set(block.id, [{ id, from, to }]);
    }
    passages.push({
      id,
      code: passageCodes.get(id) ?? '',
      answeredIn: (points.get(id) ?? [])
        .filter((point) => answering.has(point))
        .map((anchor) => ({
          anchor,
          number: pointCodes.get(anchor) ?? '',
          name: crossReferenceText(project, { kind: 'point', id: anchor }, words).text,
        })),
      style: styles.get(category) ?? 1,
    });
  }
  const content = (inlines: readonly Inline[], block: Block, before: number) =>
    cutContent(inlines, covers.get(block.id) ?? [], before, letter);
  const anchors = new Map<string, string>();
  for (const [key, anchor] of setting.places)
    if (key === `place ${letter.id} ${anchor}`) anchors.set(anchor, anchor);
  const link = letter.item.URL === undefined ? undefined : safeUrl(letter.item.URL);
  return {
    anchor: letter.id,
    code: letter.code,
    title: letter.item.title?.trim() ?? '',
    about: letterAbout(letter, project.settings.language, words),
    ...(link === undefined ? {} : { link }),
    language: letter.language,
    direction: letter.direction,
    blocks: publishedBlocks(letter.blocks, { content, assets: project.assets, anchors }),
    passages,
    corrected: letter.corrected,
  };
}

/** Spans cut wherever a passage begins or ends, each with the passages that cover it, in order of beginning. */
function cutContent(
  content: readonly Inline[],
  covers: readonly Cover[],
  before: number,
  letter: Letter,
): PublishedContent {
  let offset = before;
  return content.flatMap((inline): PublishedContent => {
    if (!isSpan(inline)) return letterContent([inline], letter.blocks);
    const start = offset;
    const end = (offset += inline.text.length);
    const here = covers.filter(({ from, to }) => from < end && to > start);
    const borders = new Set([start, end]);
    for (const { from, to } of here) borders.add(Math.max(from, start)).add(Math.min(to, end));
    const cuts = [...borders].sort((a, b) => a - b);
    return cuts.slice(0, -1).flatMap((from, i) => {
      const to = cuts[i + 1] ?? end;
      const text = inline.text.slice(from - start, to - start);
      const ids = here.filter((cover) => cover.from <= from && cover.to >= to).map(({ id }) => id);
      const spans = letterContent([{ ...inline, text }], letter.blocks);
      return ids.length === 0 ? spans : spans.map((span) => ({ ...span, passages: ids }));
    });
  });
}
