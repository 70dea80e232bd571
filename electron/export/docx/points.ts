/** Parts with their points: passages quoted, and what is answered. */
import {
  Bookmark,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  WidthType,
  type FileChild,
  type ParagraphChild,
} from 'docx';
import { captions } from '../../../core/export/captions.ts';
import type {
  Publication,
  PublishedContent,
  PublishedPart,
  PublishedPoint,
  PublishedQuotation,
  PublishedWay,
} from '../../../core/export/publication.ts';
import { answerType, changesBox, privateBox } from './boxes.ts';
import { blockParagraphs, HEADINGS } from './blocks.ts';
import { linked, runs, textRuns, type Setting } from './content.ts';

/** A heading of the document's own, with its bookmark. */
export function heading(rank: number, title: string, setting: Setting, anchor?: string): Paragraph {
  const words = textRuns(title.replace(/\s+/g, ' '), setting);
  const id = anchor === undefined ? undefined : setting.bookmarks.existing(anchor);
  return line(id === undefined ? words : [new Bookmark({ id, children: words })], setting, {
    heading: HEADINGS[Math.max(1, Math.min(6, rank)) - 1] ?? HEADINGS[5],
  });
}

export function line(
  children: ParagraphChild[],
  setting: Setting,
  options: ConstructorParameters<typeof Paragraph>[0] & object,
): Paragraph {
  return new Paragraph({ ...options, ...(setting.direction === 'rtl' && { bidirectional: true }), children });
}

export function partChildren(part: PublishedPart, setting: Setting, { words }: Publication): FileChild[] {
  const { depth } = part;
  const name = part.number === '' ? '' : words.part.replace('{number}', () => part.number);
  return [
    heading(depth, [name, part.title].filter(Boolean).join('. ') || words.untitled, setting, part.anchor),
    ...(part.respondsTo === undefined
      ? []
      : [line(textRuns(`${words.inResponseTo} ${part.respondsTo}`, setting), setting, { style: 'About' })]),
    ...blockParagraphs(part.lead, depth, setting),
    ...part.points.flatMap((point) => pointChildren(point, depth + 1, setting)),
  ];
}

function pointChildren(point: PublishedPoint, rank: number, setting: Setting): FileChild[] {
  const title = [point.master ? point.name : point.number, point.title].filter(Boolean).join('. ');
  const { words } = setting;
  const sources = captions(point.quotations);
  const quotations = point.quotations.map((quotation, i) =>
    quotationChildren(quotation, sources[i] ?? [], setting),
  );
  const beside = point.arrangement === 'contrast' && quotations.length > 1;
  return [
    heading(rank, title, setting, point.anchor),
    ...(point.continuation ? [line(runs(point.continuation, setting), setting, { style: 'About' })] : []),
    ...(point.master?.length ? [ways(words.answers, '{places}', point.master, setting, 'About')] : []),
    ...(beside && quotations.length === 2
      ? [pair(quotations, setting)]
      : quotations.flatMap((children, i) => [
          ...(beside && i > 0
            ? [line(textRuns(setting.words.against, setting), setting, { style: 'Against' })]
            : []),
          ...children,
        ])),
    ...(point.answerType === undefined ? [] : [answerType(point.answerType, setting)]),
    ...blockParagraphs(point.answer, rank, setting),
    ...(point.see.length > 0 ? [ways(words.see, '{name}', point.see, setting)] : []),
    ...(point.changes ? changesBox(point.changes, rank, words, setting) : []),
    ...(point.privately ? privateBox(point.privately, setting) : []),
  ];
}

/** "See Master Response 2.": the pattern has `place` where the ways go. */
function ways(
  pattern: string,
  place: string,
  all: readonly PublishedWay[],
  setting: Setting,
  style?: string,
): Paragraph {
  const [before = '', after = ''] = pattern.split(place);
  const links = all.flatMap(({ text, target }, i) => [
    ...(i > 0 ? textRuns(', ', setting) : []),
    ...linked(target, textRuns(text, setting), setting),
  ]);
  const children = [...textRuns(before, setting), ...links, ...textRuns(after, setting)];
  return line(children, setting, style === undefined ? {} : { style });
}

/** Two passages beside each other, in a table without lines. */
function pair(quotations: readonly (readonly (Paragraph | Table)[])[], setting: Setting): Table {
  const none = { style: 'none', size: 0, color: 'auto' } as const;
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    visuallyRightToLeft: setting.direction === 'rtl',
    borders: {
      top: none,
      bottom: none,
      left: none,
      right: none,
      insideHorizontal: none,
      insideVertical: none,
    },
    rows: [
      new TableRow({
        children: quotations.map(
          (children) =>
            new TableCell({
              width: { size: 100 / quotations.length, type: WidthType.PERCENTAGE },
              margins: { left: 80, right: 80 },
              children,
            }),
        ),
      }),
    ],
  });
}

function quotationChildren(
  { blocks, code, passage, direction }: PublishedQuotation,
  source: PublishedContent,
  setting: Setting,
): (Paragraph | Table)[] {
  const words = linked(passage, textRuns(code, setting, { bold: true }), setting);
  return [
    ...(blockParagraphs(blocks, 5, { ...setting, direction }, { style: 'Quotation', inset: 1 }) as (
      Paragraph | Table
    )[]),
    line([...words, ...textRuns(' ', setting), ...runs(source, setting)], setting, { style: 'Source' }),
  ];
}
