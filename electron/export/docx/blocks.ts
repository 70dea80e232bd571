/** Blocks of rich text as paragraphs and tables. */
import {
  Bookmark,
  BorderStyle,
  HeadingLevel,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  WidthType,
  type FileChild,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx';
import { headingRanks, nest, type Nested } from '../../../core/export/nesting.ts';
import type { PublishedBlock } from '../../../core/export/publication.ts';
import { runs, textRuns, type Setting } from './content.ts';
import { POINT, STEP } from './styles.ts';

/** Headings as Word counts them, 1 to 6. */
export const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const;

interface Where {
  readonly ranks: ReadonlyMap<PublishedBlock, number>;
  /** Levels that the text stands in. */
  readonly inset: number;
  /** Paragraph style where a block has none of its own. */
  readonly style?: string;
  /** Levels of lists around. */
  readonly depth: number;
}

/**
 * @param rank of the heading above the text, 1 to 6
 * @param style of paragraphs without a style of their own
 * @param inset levels that the whole text stands in
 */
export function blockParagraphs(
  blocks: readonly PublishedBlock[],
  rank: number,
  setting: Setting,
  { style, inset = 0 }: { readonly style?: string; readonly inset?: number } = {},
): FileChild[] {
  return nested(
    nest(blocks),
    { ranks: headingRanks(blocks, rank), inset, depth: 0, ...(style && { style }) },
    setting,
  );
}

function nested(all: readonly Nested[], where: Where, setting: Setting): FileChild[] {
  return all.flatMap((one): readonly FileChild[] => {
    switch (one.type) {
      case 'quotation':
        return nested(
          one.inner,
          { ...where, inset: where.inset + 1, style: where.style ?? 'Quotation' },
          setting,
        );
      case 'list': {
        const list = setting.lists.begin(one.style, one.start);
        const level = Math.min(8, where.depth + where.inset);
        return one.items.flatMap(({ block, inner }) => [
          paragraph(block, runs(block.content, setting), setting, {
            ...(where.style && { style: where.style }),
            numbering: { ...list, level },
          }),
          ...nested(inner, { ...where, depth: where.depth + 1 }, setting),
        ]);
      }
      case 'block':
        return [blockChild(one.block, where, setting)];
    }
  });
}

function paragraph(
  { direction }: Pick<PublishedBlock, 'direction'>,
  children: ParagraphChild[],
  setting: Setting,
  options: IParagraphOptions,
): Paragraph {
  const rtl = (direction ?? setting.direction) === 'rtl';
  return new Paragraph({ ...options, ...(rtl && { bidirectional: true }), children });
}

function blockChild(block: PublishedBlock, where: Where, setting: Setting): FileChild {
  const levels = where.inset + where.depth;
  const indent = levels > 0 ? { indent: { start: STEP * levels } } : {};
  const style = where.style ? { style: where.style } : {};
  const here = { ...style, ...indent };
  if (block.type === 'rule') {
    return new Paragraph({
      border: { bottom: { style: BorderStyle.SINGLE, size: 4, color: 'A9A49B', space: 1 } },
      spacing: { before: 120, after: 240 },
    });
  }
  const inner: Setting = block.direction ? { ...setting, direction: block.direction } : setting;
  if (block.type === 'table') return table(block, inner);
  const content = runs(block.content, inner);
  switch (block.type) {
    case 'heading': {
      const rank = where.ranks.get(block) ?? 6;
      return paragraph(block, content, setting, {
        heading: HEADINGS[rank - 1] ?? HeadingLevel.HEADING_6,
        ...indent,
      });
    }
    case 'attribution':
      return paragraph(block, content, setting, { style: 'Attribution', ...indent });
    case 'verse':
      return paragraph(block, content, setting, { style: 'Verse', indent: { start: STEP * (levels + 1) } });
    case 'preformatted':
      return paragraph(block, content, setting, { style: 'Preformatted', ...indent });
    case 'note':
      return paragraph(
        block,
        [...textRuns(block.label, inner, { superScript: true }), ...textRuns(' ', inner), ...content],
        setting,
        here,
      );
    case 'picture':
      return paragraph(block, picture(block, content, inner), setting, here);
    case 'paragraph': {
      const { entry } = block;
      const words = entry ? textRuns(`${entry.label}. `, inner, { bold: true }) : [];
      const id = entry && setting.bookmarks.existing(entry.anchor);
      const marked = id === undefined ? words : [new Bookmark({ id, children: words })];
      return paragraph(block, [...marked, ...content], setting, here);
    }
    case 'item':
      return paragraph(block, content, setting, here);
  }
}

/** The picture at its own size where it fits the measure, with its caption on the next line. */
function picture(
  block: Extract<PublishedBlock, { type: 'picture' }>,
  caption: ParagraphChild[],
  setting: Setting,
): ParagraphChild[] {
  const found = setting.pictures.get(block.asset);
  const below = caption.length > 0 ? [...textRuns('\n', setting), ...caption] : [];
  if (!found) return [...textRuns(block.alternative, setting, { italics: true }), ...below];
  // 96 CSS pixels are 72 points.
  const scale = Math.min(1, setting.measure / POINT / 0.75 / found.width);
  return [
    new ImageRun({
      type: found.type,
      data: found.bytes,
      transformation: { width: Math.round(found.width * scale), height: Math.round(found.height * scale) },
      altText: { name: block.asset, title: '', description: block.alternative },
    }),
    ...below,
  ];
}

function table({ rows }: Extract<PublishedBlock, { type: 'table' }>, setting: Setting): Table {
  const line = { style: BorderStyle.SINGLE, size: 4, color: 'A9A49B' };
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    visuallyRightToLeft: setting.direction === 'rtl',
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    rows: rows.map(
      (row) =>
        new TableRow({
          tableHeader: row.every(({ header }) => header),
          cantSplit: true,
          children: row.map(
            ({ content, header, columns, rows: span }) =>
              new TableCell({
                margins: { top: 40, bottom: 40, left: 80, right: 80 },
                ...(columns && { columnSpan: columns }),
                ...(span && { rowSpan: span }),
                children: [
                  paragraph({}, runs(content, setting, header ? { bold: true } : {}), setting, {
                    spacing: { after: 0 },
                  }),
                ],
              }),
          ),
        }),
    ),
  });
}
