/** PDFs made of lines of type at given places, for tests. */
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';

export interface Type {
  readonly text: string;
  /** Points from the left and from the top; the size of the type. */
  readonly x?: number;
  readonly y: number;
  readonly size?: number;
  readonly font?: 'roman' | 'bold' | 'italic';
}

const FONTS = {
  roman: StandardFonts.TimesRoman,
  bold: StandardFonts.TimesRomanBold,
  italic: StandardFonts.TimesRomanItalic,
};
export const PAGE = { width: 400, height: 600, left: 50, right: 350 };

export async function pdfFile(pages: readonly (readonly Type[])[]): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.create();
  const fonts = {
    roman: await document.embedFont(FONTS.roman),
    bold: await document.embedFont(FONTS.bold),
    italic: await document.embedFont(FONTS.italic),
  };
  for (const lines of pages) {
    const page = document.addPage([PAGE.width, PAGE.height]);
    for (const { text, x = PAGE.left, y, size = 10, font = 'roman' } of lines)
      page.drawText(text, { x, y: PAGE.height - y, size, font: fonts[font] });
  }
  return new Uint8Array(await document.save());
}

/** Words set in lines of a width, ragged, from `y` down with the leading 12; the first line indented by `indent`. */
export async function setLines(
  words: string,
  {
    x = PAGE.left,
    y,
    width = PAGE.right - PAGE.left,
    indent = 0,
    size = 10,
  }: { x?: number; y: number; width?: number; indent?: number; size?: number },
): Promise<Type[]> {
  const font = await (await PDFDocument.create()).embedFont(FONTS.roman);
  const lines: Type[] = [];
  let line = '';
  const put = () => {
    const first = lines.length === 0;
    lines.push({ text: line, x: x + (first ? indent : 0), y: y + lines.length * size * 1.2, size });
  };
  for (const word of words.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    const room = width - (lines.length === 0 ? indent : 0);
    if (font.widthOfTextAtSize(longer, size) <= room) line = longer;
    else {
      put();
      line = word;
    }
  }
  put();
  return lines;
}
