/** Pages of a PDF, drawn by pdf.js in its own worker. Its scripts come with the window; nothing is fetched. */
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

export interface LoadedPdf {
  readonly document: PDFDocumentProxy;
  readonly pages: number;
  /** Points. */
  readonly width: number;
  readonly height: number;
  destroy(): void;
}

export async function loadPdf(bytes: Uint8Array): Promise<LoadedPdf> {
  // pdf.js takes the bytes away from whom it gets them.
  const task = getDocument({ data: new Uint8Array(bytes), isEvalSupported: false, useSystemFonts: false });
  const document = await task.promise;
  const { width, height } = (await document.getPage(1)).getViewport({ scale: 1 });
  return { document, pages: document.numPages, width, height, destroy: () => void task.destroy() };
}
