/** The looks of the Word document: the pamphlet's own styles, so that a change of a style in Word changes them all. */
import {
  AlignmentType,
  BorderStyle,
  LevelFormat,
  LineRuleType,
  type INumberingOptions,
  type IStylesOptions,
} from 'docx';
import type { ListStyle } from '../../../core/text/block.ts';
import type { Publication } from '../../../core/export/publication.ts';

/** Twentieths of a point. */
export const POINT = 20;
/** How far a quotation, and each level of a list, stands in; twentieths of a point. */
export const STEP = 18 * POINT;
const FACE = 'Georgia';
const INK = '1F1D1A';
const SECOND = '5E5A54';

/** Page sizes in twentieths of a point. */
export const PAPER = {
  a5: { width: 8391, height: 11906 },
  'half-letter': { width: 7920, height: 12240 },
} as const;
export const MARGIN = 52 * POINT;

const heading = (size: number, before: number) => ({
  run: { font: FACE, size, bold: true, color: INK },
  paragraph: { spacing: { before, after: 120 }, keepNext: true, keepLines: true },
});

export function styles({ language }: Publication): IStylesOptions {
  const own = (id: string, name: string, run: object, paragraph: object) => ({
    id,
    name,
    basedOn: 'Normal',
    quickFormat: true,
    run,
    paragraph,
  });
  return {
    default: {
      document: {
        run: {
          font: FACE,
          size: 21,
          color: INK,
          language: { value: language, eastAsia: language, bidirectional: language },
        },
        paragraph: { spacing: { after: 120, line: 288, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { font: FACE, size: 48, bold: true, color: INK },
        paragraph: {
          alignment: AlignmentType.CENTER,
          spacing: { before: 2400, after: 200, line: 264, lineRule: LineRuleType.AUTO },
        },
      },
      heading1: heading(32, 480),
      heading2: heading(25, 320),
      heading3: heading(23, 280),
      heading4: heading(21, 240),
      heading5: heading(21, 200),
      heading6: heading(21, 200),
      footnoteText: { run: { font: FACE, size: 17 }, paragraph: { spacing: { after: 40 } } },
    },
    paragraphStyles: [
      own('FrontLine', 'Front Line', { color: SECOND, size: 23 }, { alignment: AlignmentType.CENTER }),
      own('Motto', 'Motto', { italics: true }, { alignment: AlignmentType.CENTER, spacing: { before: 480 } }),
      own('About', 'About', { color: SECOND, italics: true, size: 19 }, { keepNext: true }),
      own(
        'Quotation',
        'Quotation',
        { size: 19 },
        {
          border: { left: { style: BorderStyle.SINGLE, size: 4, color: 'A9A49B', space: 8 } },
          spacing: { after: 60 },
          keepNext: true,
        },
      ),
      own(
        'Source',
        'Quotation Source',
        { size: 17, color: SECOND },
        { spacing: { after: 200 }, alignment: AlignmentType.END },
      ),
      own('Attribution', 'Attribution', {}, { alignment: AlignmentType.END }),
      own(
        'Verse',
        'Verse',
        {},
        { indent: { start: STEP }, spacing: { line: 264, lineRule: LineRuleType.AUTO } },
      ),
      own(
        'Preformatted',
        'Preformatted',
        { font: 'Courier New', size: 18 },
        { spacing: { line: 240, lineRule: LineRuleType.AUTO } },
      ),
      own('Against', 'Against', { italics: true, color: SECOND }, { alignment: AlignmentType.CENTER }),
      own('Entry', 'Bibliography Entry', { size: 19 }, { indent: { start: STEP, hanging: STEP } }),
    ],
  };
}

const BULLETS = ['•', '–', '▪'];

const FORMATS: Readonly<
  Record<Exclude<ListStyle, 'bullet'>, (typeof LevelFormat)[keyof typeof LevelFormat]>
> = {
  decimal: LevelFormat.DECIMAL,
  'lower-alpha': LevelFormat.LOWER_LETTER,
  'upper-alpha': LevelFormat.UPPER_LETTER,
  'lower-roman': LevelFormat.LOWER_ROMAN,
  'upper-roman': LevelFormat.UPPER_ROMAN,
};

/** Lists by style and first number; each run of items is an instance of its own. */
export class Lists {
  readonly #known = new Map<string, { readonly style: ListStyle; readonly start: number }>();
  #instances = 0;

  /** A list that begins: what its paragraphs carry. */
  begin(style: ListStyle, start: number): { readonly reference: string; readonly instance: number } {
    const reference = `${style}-${start}`;
    this.#known.set(reference, { style, start });
    return { reference, instance: ++this.#instances };
  }

  definitions(): INumberingOptions {
    return {
      config: [...this.#known].map(([reference, { style, start }]) => ({
        reference,
        levels: Array.from({ length: 9 }, (_, level) => ({
          level,
          format: style === 'bullet' ? LevelFormat.BULLET : FORMATS[style],
          text: style === 'bullet' ? (BULLETS[level % BULLETS.length] ?? '•') : `%${level + 1}.`,
          alignment: AlignmentType.START,
          start: style === 'bullet' ? 1 : start,
          style: { paragraph: { indent: { start: STEP * (level + 1), hanging: STEP } } },
        })),
      })),
    };
  }
}
