/** Inline content as runs of a paragraph. */
import {
  Bookmark,
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  TextRun,
  UnderlineType,
  type IRunOptions,
  type ParagraphChild,
} from 'docx';
import { safeUrl, type Mark } from '../../../core/text/block.ts';
import type {
  PublicationWords,
  PublishedContent,
  PublishedInline,
  PublishedPassage,
  PublishedSpan,
} from '../../../core/export/publication.ts';
import type { Bookmarks } from './bookmarks.ts';
import type { Lists } from './styles.ts';

export interface Picture {
  readonly type: 'png' | 'jpg' | 'gif';
  readonly bytes: Uint8Array;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** What a piece of the document needs to know of the whole. */
export interface Setting {
  readonly words: PublicationWords;
  readonly bookmarks: Bookmarks;
  readonly lists: Lists;
  /** By asset. One that isn't here is told by its alternative text. */
  readonly pictures: ReadonlyMap<string, Picture>;
  /** Twentieths of a point from margin to margin. */
  readonly measure: number;
  readonly direction: 'ltr' | 'rtl';
  /** Within a footnote, where there is no place for another. */
  readonly inNote?: true;
  /** In an appended letter: its passages, and those that have begun. */
  readonly passages?: { readonly all: ReadonlyMap<string, PublishedPassage>; readonly begun: Set<string> };
}

/** Line under the words of a passage, by its category: told apart without colour. */
const UNDERLINES = [
  UnderlineType.SINGLE,
  UnderlineType.DOUBLE,
  UnderlineType.DOTTED,
  UnderlineType.DASH,
  UnderlineType.WAVE,
  UnderlineType.THICK,
] as const;

const LOOKS: Readonly<Record<Mark, IRunOptions>> = {
  strong: { bold: true, boldComplexScript: true },
  emphasis: { italics: true, italicsComplexScript: true },
  underline: { underline: { type: UnderlineType.SINGLE } },
  strike: { strike: true },
  superscript: { superScript: true },
  subscript: { subScript: true },
  smallcaps: { smallCaps: true },
  code: { font: 'Courier New' },
};

const looksOf = (marks: readonly Mark[] = [], look: IRunOptions): IRunOptions =>
  Object.assign({ ...look }, ...marks.map((mark) => LOOKS[mark])) as IRunOptions;

/** What XML can't hold, and no text has. */
const clean = (value: string): string =>
  value.replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '');

export function runs(content: PublishedContent, setting: Setting, look: IRunOptions = {}): ParagraphChild[] {
  return content.flatMap((inline) => inlineRuns(inline, setting, look));
}

/** Words in one look; line feeds become breaks. */
export function textRuns(
  value: string,
  setting: Pick<Setting, 'direction'>,
  look: IRunOptions = {},
): TextRun[] {
  const direction = setting.direction === 'rtl' ? { rightToLeft: true } : {};
  return clean(value)
    .split('\n')
    .map((line, i) => new TextRun({ ...look, ...direction, text: line, ...(i > 0 && { break: 1 }) }));
}

function inlineRuns(inline: PublishedInline, setting: Setting, look: IRunOptions): ParagraphChild[] {
  if (!('type' in inline)) return spanRuns(inline, setting, look);
  switch (inline.type) {
    case 'note':
      return setting.inNote
        ? [
            ...textRuns(' [', setting, look),
            ...runs(inline.content, setting, look),
            ...textRuns(']', setting, look),
          ]
        : [new FootnoteReferenceRun(inline.number)];
    case 'quotation': {
      const inner = { ...setting, direction: inline.direction };
      const source = linked(inline.passage, textRuns(inline.source, setting, look), setting);
      return [
        ...textRuns(inline.open, setting, look),
        ...runs(inline.content, inner, look),
        ...textRuns(`${inline.close} (`, setting, look),
        ...source,
        ...textRuns(')', setting, look),
      ];
    }
    case 'reference':
      return linked(inline.target, textRuns(inline.text, setting, looksOf(inline.marks, look)), setting);
    case 'note-mark':
      return textRuns(inline.label, setting, { ...look, superScript: true });
  }
}

/** Runs that lead to a bookmark, where there is one. */
export function linked(
  target: string | undefined,
  children: ParagraphChild[],
  setting: Setting,
): ParagraphChild[] {
  const anchor = target === undefined ? undefined : setting.bookmarks.existing(target);
  return anchor === undefined ? children : [new InternalHyperlink({ anchor, children })];
}

function spanRuns(span: PublishedSpan, setting: Setting, look: IRunOptions): ParagraphChild[] {
  const passages = (span.passages ?? []).flatMap((id) => setting.passages?.all.get(id) ?? []);
  const last = passages.at(-1);
  const marked = looksOf(span.marks, {
    ...look,
    ...(last && { underline: { type: UNDERLINES[last.style - 1] ?? UnderlineType.SINGLE, color: '5E5A54' } }),
  });
  const words = textRuns(span.text, setting, marked);
  const url = span.link === undefined ? undefined : safeUrl(span.link);
  return [
    ...passages.flatMap((passage) => beginning(passage, setting)),
    ...(url === undefined ? words : [new ExternalHyperlink({ link: url, children: words })]),
  ];
}

/** The code of a passage where it begins, and the points that answer it. */
function beginning({ id, code, answeredIn }: PublishedPassage, setting: Setting): ParagraphChild[] {
  if (!setting.passages || setting.passages.begun.has(id)) return [];
  setting.passages.begun.add(id);
  const small = { size: 15 };
  const answers = answeredIn.flatMap(({ anchor, number }, i) => [
    ...textRuns(i === 0 ? ' → ' : ', ', setting, small),
    ...linked(anchor, textRuns(number, setting, small), setting),
  ]);
  return [
    ...textRuns('[', setting, small),
    new Bookmark({
      id: setting.bookmarks.of(id),
      children: textRuns(code, setting, { ...small, bold: true }),
    }),
    ...answers,
    ...textRuns('] ', setting, small),
  ];
}
