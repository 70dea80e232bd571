/** PDF: pdf.js gives characters with their places; lines, columns, paragraphs and notes are found by them. */
import type { IdSource } from '../../document/id.ts';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { directionOf, withDirections } from '../direction.ts';
import type { Reading } from '../file.ts';
import { withTitle } from '../html.ts';
import type { ImportOptions, Proposed } from '../imported.ts';
import { NoticeCounter } from '../notices.ts';
import { blocksOf } from './blocks.ts';
import { loadPdfEngine } from './engine.ts';
import { linesOf, withSharedColumns, type Line } from './lines.ts';
import { PageReader } from './page.ts';
import { withoutRunningHeads } from './running-heads.ts';

export async function readPdf(bytes: Uint8Array, ids: IdSource, options: ImportOptions): Promise<Reading> {
  const engine = await loadPdfEngine();
  const task = engine.getDocument({
    // A copy: pdf.js takes the bytes for itself, and refuses a Buffer.
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
  });
  try {
    return await readDocument(await task.promise, ids, options);
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'PasswordException') return { ok: false, code: 'encrypted' };
    return { ok: false, code: 'damaged' };
  } finally {
    await task.destroy();
  }
}

async function readDocument(
  document: PDFDocumentProxy,
  ids: IdSource,
  { onProgress, signal }: ImportOptions,
): Promise<Reading> {
  const notices = new NoticeCounter();
  const reader = new PageReader(document);
  const pages: Line[][] = [];
  const heights: number[] = [];
  let askew = 0;
  let damaged = 0;
  for (let index = 0; index < document.numPages; index++) {
    if (signal?.aborted) return { ok: false, code: 'cancelled' };
    try {
      const page = await reader.read(index);
      pages.push(linesOf(page));
      heights.push(page.height);
      askew += page.askew;
    } catch {
      pages.push([]);
      heights.push(0);
      damaged++;
    }
    onProgress?.((index + 1) / document.numPages);
  }
  if (pages.every((lines) => lines.length === 0))
    return { ok: false, code: damaged === pages.length ? 'damaged' : 'scanned' };
  const bodies = withoutRunningHeads(withSharedColumns(pages), heights);
  const labels = await document.getPageLabels().catch(() => null);
  const folios = bodies.folios.map((folio, i) => folio || labels?.[i] || String(i + 1));
  const made = blocksOf(bodies.pages, folios, ids, notices);
  notices.add('left-out', 'running-heads', bodies.dropped);
  notices.add('left-out', 'askew', askew);
  notices.add('left-out', 'pages-damaged', damaged);
  notices.add('left-out', 'pages-empty', pages.filter((lines) => lines.length === 0).length - damaged);
  const direction = directionOf(made);
  const blocks = withDirections(made, direction);
  return {
    ok: true,
    letters: [
      {
        imported: {
          blocks,
          metadata: [...withTitle([], blocks, direction), ...(await propertiesOf(document))],
          notices: notices.list(),
          pictures: [],
        },
        suggested: 'main',
        title: '',
      },
    ],
  };
}

async function propertiesOf(document: PDFDocumentProxy): Promise<Proposed[]> {
  const found = await document.getMetadata().catch(() => undefined);
  const info = (found?.info ?? {}) as {
    Title?: unknown;
    Author?: unknown;
    CreationDate?: unknown;
    Language?: unknown;
  };
  const date = /^(?:D:)?(\d{4})(\d{2})(\d{2})/.exec(String(info.CreationDate ?? ''));
  const values = [
    ['title', info.Title],
    ['author', info.Author],
    ['date', date ? `${date[1]}-${date[2]}-${date[3]}` : undefined],
    ['language', info.Language],
  ] as const;
  return values.flatMap(([field, value]) =>
    typeof value === 'string' && value.trim() !== ''
      ? [{ field, value: value.trim(), foundIn: 'document properties', guessed: true as const }]
      : [],
  );
}
