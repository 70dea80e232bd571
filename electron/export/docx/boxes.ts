/** Boxes at a point: what was changed, and in a working copy what is private. Told by their frames, not by colour. */
import { Table, TableCell, TableRow, WidthType, type FileChild, type Paragraph } from 'docx';
import type {
  PrivateGroup,
  PublicationWords,
  PublishedChange,
  PublishedPrivate,
} from '../../../core/export/publication.ts';
import { blockParagraphs } from './blocks.ts';
import { textRuns, type Setting } from './content.ts';
import { heading, line } from './points.ts';

type Framed = Paragraph | Table;

/** @param style of the frame */
function box(style: 'single' | 'dashed', children: readonly Framed[], setting: Setting): FileChild[] {
  const border = { style, size: 4, color: '444444' } as const;
  const borders = { top: border, bottom: border, left: border, right: border };
  const margins = { top: 80, bottom: 80, left: 140, right: 140 };
  const cell = new TableCell({ children, borders, margins });
  return [
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      visuallyRightToLeft: setting.direction === 'rtl',
      rows: [new TableRow({ children: [cell] })],
    }),
    // Two tables without anything between them would be one.
    line([], setting, {}),
  ];
}

export function answerType(name: string, setting: Setting): Paragraph {
  return line(textRuns(name, setting, { bold: true }), setting, { keepNext: true });
}

export function changesBox(
  changes: readonly PublishedChange[],
  rank: number,
  words: PublicationWords,
  setting: Setting,
): FileChild[] {
  const children = changes.flatMap(({ place, wording }): Framed[] => [
    ...(place === '' ? [] : [line(textRuns(place, setting, { italics: true }), setting, { keepNext: true })]),
    ...(blockParagraphs(wording, rank, setting) as Framed[]),
  ]);
  const head = line(textRuns(words.changesMade, setting, { bold: true }), setting, { keepNext: true });
  return box('single', [head, ...children], setting);
}

export function privateBox(items: readonly PublishedPrivate[], setting: Setting): FileChild[] {
  const plain = (text: string) => text.split('\n').map((each) => line(textRuns(each, setting), setting, {}));
  const children = items.flatMap(({ label, by, quote, text, replies = [] }) => [
    line(
      [
        ...textRuns(label, setting, { bold: true }),
        ...(by === undefined ? [] : textRuns(` · ${by}`, setting)),
      ],
      setting,
      { keepNext: true },
    ),
    ...(quote === undefined ? [] : [line(textRuns(quote, setting, { italics: true }), setting, {})]),
    ...plain(text),
    ...replies.flatMap((reply) => [
      line(textRuns(reply.by, setting, { bold: true }), setting, { indent: { start: 240 } }),
      ...plain(reply.text),
    ]),
  ]);
  return box('dashed', children, setting);
}

export function privateGroups(groups: readonly PrivateGroup[], setting: Setting): FileChild[] {
  return groups.flatMap(({ place, items }) => [
    ...(place === '' ? [] : [heading(2, place, setting)]),
    ...privateBox(items, setting),
  ]);
}
