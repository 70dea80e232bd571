/** A publication as a Word document (Office Open XML): for those who want to go on with it in a word processor. */
import {
  AlignmentType,
  Bookmark,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  TableOfContents,
  TextRun,
  type FileChild,
} from 'docx';
import { imageSize } from 'image-size';
import { anchorsOf } from '../../../core/export/anchors.ts';
import { blocksBelowTitle } from '../../../core/export/letter-text.ts';
import { publishedNotes } from '../../../core/export/published-notes.ts';
import type { Publication, PublishedLetter, PublishedList } from '../../../core/export/publication.ts';
import { blockParagraphs } from './blocks.ts';
import { Bookmarks } from './bookmarks.ts';
import { linked, runs, textRuns, type Picture, type Setting } from './content.ts';
import { privateGroups } from './boxes.ts';
import { heading, line, partChildren } from './points.ts';
import { reproducible } from './reproducible.ts';
import { Lists, MARGIN, PAPER, styles } from './styles.ts';

/**
 * The same publication gives the same bytes.
 *
 * @param pictures bytes by asset; one that is missing, or that Word can't show, is told by its alternative text
 */
export async function renderDocx(
  publication: Publication,
  pictures: ReadonlyMap<string, Uint8Array>,
): Promise<Uint8Array> {
  const { words, front, direction } = publication;
  const lists = new Lists();
  const paper = PAPER[publication.paper];
  const setting: Setting = {
    words,
    bookmarks: new Bookmarks(anchorsOf(publication)),
    lists,
    pictures: new Map([...pictures].flatMap(([asset, bytes]) => shown(asset, bytes))),
    measure: paper.width - 2 * MARGIN,
    direction,
  };
  const children = body(publication, setting);
  const footnotes = Object.fromEntries(
    publishedNotes(publication).map(({ number, content }) => [
      String(number),
      { children: [line(runs(content, { ...setting, inNote: true }), setting, { style: 'FootnoteText' })] },
    ]),
  );
  // A working copy says on every page that it is one.
  const marked = publication.privately
    ? [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          children: [new TextRun({ text: publication.words.workingCopy, bold: true, size: 16 })],
        }),
      ]
    : [];
  const file = new Document({
    title: front.title,
    subject: front.subtitle,
    creator: front.byline,
    styles: styles(publication),
    numbering: lists.definitions(),
    footnotes,
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: paper,
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
          ...(direction === 'rtl' && { bidi: true }),
        },
        footers: {
          first: new Footer({ children: marked }),
          default: new Footer({
            children: [
              ...marked,
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT], size: 18 })],
              }),
            ],
          }),
        },
        children,
      },
    ],
  });
  return reproducible(new Uint8Array(await Packer.toArrayBuffer(file)), front.isoDate);
}

/** Word shows PNG, JPEG and GIF. */
function shown(asset: string, bytes: Uint8Array): [string, Picture][] {
  try {
    const { width, height, type } = imageSize(bytes);
    return type === 'png' || type === 'jpg' || type === 'gif'
      ? [[asset, { type, bytes, width, height }]]
      : [];
  } catch {
    return [];
  }
}

function body(publication: Publication, setting: Setting): FileChild[] {
  const { words, frontMatter, introduction, parts, conclusion, backMatter, lists } = publication;
  const { letters, bibliography, colophon } = publication;
  const titled = (title: string, children: readonly FileChild[]): FileChild[] =>
    children.length > 0 ? [heading(1, title, setting), ...children] : [];
  const gathered = (wanted: (place: PublishedList['gathered']) => boolean) =>
    lists.filter((list) => wanted(list.gathered)).flatMap((list) => listChildren(list, setting));
  return [
    ...cover(publication, setting),
    new Paragraph({
      pageBreakBefore: true,
      children: textRuns(words.contents, setting, { bold: true, size: 28 }),
    }),
    new TableOfContents(words.contents, {
      hyperlink: true,
      headingStyleRange: '1-2',
      beginDirty: false,
      tabLeader: 'none',
    }),
    ...withdrawnLine(publication.withdrawn, setting),
    ...frontMatter.flatMap((part) => partChildren(part, setting, publication)),
    ...titled(words.introduction, blockParagraphs(introduction, 1, setting)),
    ...gathered(({ at }) => at === 'front'),
    ...parts.flatMap((part) => [
      ...partChildren(part, setting, publication),
      ...gathered((place) => place.at === 'part' && place.last === part.anchor),
    ]),
    ...titled(words.conclusion, blockParagraphs(conclusion, 1, setting)),
    ...backMatter.flatMap((part) => partChildren(part, setting, publication)),
    ...gathered(({ at }) => at === 'end'),
    ...titled(words.privateNotes, privateGroups(publication.privately ?? [], setting)),
    ...titled(
      words.letters,
      letters.flatMap((letter) => letterChildren(letter, setting)),
    ),
    ...titled(
      words.bibliography,
      bibliography.map(({ anchor, margin, content }) => {
        const words = [
          ...(margin ? [...runs(margin, setting), ...textRuns(' ', setting)] : []),
          ...runs(content, setting),
        ];
        const entry = new Bookmark({ id: setting.bookmarks.of(anchor), children: words });
        return line([entry], setting, { style: 'Entry' });
      }),
    ),
    ...(colophon === ''
      ? []
      : [line(textRuns(colophon, setting), setting, { style: 'FrontLine', spacing: { before: 960 } })]),
  ];
}

/** A list, gathered: each number leads to its entry, and after it stands where that is. */
/** "Withdrawn: 3, 4a"; nothing for none. */
function withdrawnLine(codes: readonly string[], setting: Setting): FileChild[] {
  if (codes.length === 0) return [];
  const told = setting.words.withdrawn.replace('{codes}', () => codes.join(', '));
  return [line(textRuns(told, setting), setting, {})];
}

function listChildren({ title, withdrawn, items }: PublishedList, setting: Setting): FileChild[] {
  return [
    heading(1, title, setting),
    ...items.map(({ anchor, number, from, content }) => {
      const place = ` (${setting.words.from.replace('{place}', () => from.text)})`;
      const told = linked(anchor, textRuns(`${number}. `, setting, { bold: true }), setting);
      return line(
        [...told, ...runs(content, setting), ...linked(anchor, textRuns(place, setting), setting)],
        setting,
        {},
      );
    }),
    ...withdrawnLine(withdrawn, setting),
  ];
}

function cover({ front }: Publication, setting: Setting): FileChild[] {
  const lines = [front.byline, front.date].filter(Boolean);
  const series = [front.series, front.number].filter(Boolean).join(' · ');
  const frontLine = (text: string) => line(textRuns(text, setting), setting, { style: 'FrontLine' });
  return [
    ...(series ? [frontLine(series)] : []),
    line(textRuns(front.title, setting), setting, { style: 'Title' }),
    ...(front.subtitle ? [frontLine(front.subtitle)] : []),
    ...lines.map(frontLine),
    ...(front.motto ? [line(textRuns(front.motto, setting), setting, { style: 'Motto' })] : []),
    ...(front.motto && front.mottoSource ? [frontLine(`— ${front.mottoSource}`)] : []),
  ];
}

function letterChildren(letter: PublishedLetter, outer: Setting): FileChild[] {
  const { words } = outer;
  const name = words.letter.replace('{code}', () => letter.code);
  const about = [letter.about, letter.link, letter.corrected ? words.corrected : ''];
  const setting: Setting = {
    ...outer,
    direction: letter.direction,
    passages: { all: new Map(letter.passages.map((passage) => [passage.id, passage])), begun: new Set() },
  };
  return [
    heading(2, letter.title ? `${name}. ${letter.title}` : name, outer, letter.anchor),
    ...about.flatMap((text) => (text ? [line(textRuns(text, outer), outer, { style: 'About' })] : [])),
    ...blockParagraphs(blocksBelowTitle(letter), 3, setting),
  ];
}
