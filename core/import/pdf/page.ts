/** One page as runs of characters with their places: points (1/72 inch) from the page's upper left corner. */
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { safeUrl } from '../../text/block.ts';

export interface Run {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the base line. */
  readonly base: number;
  /** Of the type. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly link?: string;
}

export interface Page {
  /** From 0. */
  readonly index: number;
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
  /** Runs that stand askew: stamps, watermarks, words beside an axis. */
  readonly askew: number;
}

interface Font {
  readonly bold: boolean;
  readonly italic: boolean;
}

/** Keeps what it learns of the document's fonts from page to page. */
export class PageReader {
  private readonly fonts = new Map<string, Font>();

  constructor(private readonly document: PDFDocumentProxy) {}

  /** @param index From 0. */
  async read(index: number): Promise<Page> {
    const page = await this.document.getPage(index + 1);
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent();
    const texts = items.flatMap((item) => ('str' in item && item.str !== '' ? [item] : []));
    await this.learnFonts(page, new Set(texts.map(({ fontName }) => fontName)));
    const links = await linksOf(page, transform);
    const runs: Run[] = [];
    let askew = 0;
    for (const { str, fontName, width: length, transform: own } of texts) {
      const [a, b, c, d, e, f] = multiplied(transform, own as number[]);
      // The vertical axis points down on the page, so type that stands upright has a negative d.
      if (Math.abs(b) > Math.abs(a) * 0.2 || Math.abs(c) > Math.abs(d) || a < 0) {
        if (str.trim() !== '') askew++;
        continue;
      }
      const font = this.fonts.get(fontName) ?? { bold: false, italic: false };
      const run = { text: str, left: e, right: e + length, base: f, size: Math.hypot(c, d), ...font };
      const link = links.find(({ left, right, top, bottom }) => {
        const middle = (run.left + run.right) / 2;
        return middle >= left && middle <= right && f >= top - 1 && f <= bottom + 1;
      });
      runs.push(link ? { ...run, link: link.url } : run);
    }
    page.cleanup();
    return { index, width, height, runs, askew };
  }

  /** Names of fonts come only with the list of what is drawn: it is asked for where a page has a new one. */
  private async learnFonts(page: PDFPageProxy, names: ReadonlySet<string>): Promise<void> {
    const unknown = [...names].filter((name) => !this.fonts.has(name));
    if (unknown.length === 0) return;
    try {
      await page.getOperatorList();
    } catch {
      // Then its words stand without emphasis.
    }
    for (const name of unknown) {
      const font = page.commonObjs.has(name)
        ? (page.commonObjs.get(name) as { name?: string; bold?: boolean; black?: boolean; italic?: boolean })
        : {};
      const words = (font.name ?? '').replace(/^[A-Z]{6}\+/, '');
      this.fonts.set(name, {
        bold: font.bold === true || font.black === true || /bold|black|heavy|semibold|demi/i.test(words),
        italic: font.italic === true || /italic|oblique|kursiv|slanted/i.test(words),
      });
    }
  }
}

type Matrix = [number, number, number, number, number, number];

function multiplied(m: readonly number[], n: readonly number[]): Matrix {
  const at = (matrix: readonly number[], i: number) => matrix[i] ?? 0;
  const row = (i: number, x: number, y: number) => at(m, i) * x + at(m, i + 2) * y;
  return [
    row(0, at(n, 0), at(n, 1)),
    row(1, at(n, 0), at(n, 1)),
    row(0, at(n, 2), at(n, 3)),
    row(1, at(n, 2), at(n, 3)),
    row(0, at(n, 4), at(n, 5)) + at(m, 4),
    row(1, at(n, 4), at(n, 5)) + at(m, 5),
  ];
}

interface LinkArea {
  readonly url: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

async function linksOf(page: PDFPageProxy, transform: readonly number[]): Promise<LinkArea[]> {
  try {
    const annotations = (await page.getAnnotations()) as {
      subtype?: string;
      url?: string;
      rect?: number[];
    }[];
    return annotations.flatMap(({ subtype, url, rect }) => {
      const safe = subtype === 'Link' && url ? safeUrl(url) : undefined;
      if (safe === undefined || !rect) return [];
      const [, , , , x1, y1] = multiplied(transform, [1, 0, 0, 1, rect[0] ?? 0, rect[1] ?? 0]);
      const [, , , , x2, y2] = multiplied(transform, [1, 0, 0, 1, rect[2] ?? 0, rect[3] ?? 0]);
      const sides = {
        left: Math.min(x1, x2),
        right: Math.max(x1, x2),
        top: Math.min(y1, y2),
        bottom: Math.max(y1, y2),
      };
      return [{ url: safe, ...sides }];
    });
  } catch {
    return [];
  }
}
