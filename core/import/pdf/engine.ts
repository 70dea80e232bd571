/** pdf.js without its worker: it runs in the thread that reads letters, in Node and in Chromium alike. */
import type * as pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';

type Library = typeof pdfjs;

const globals = globalThis as unknown as Record<string, unknown>;

/** pdf.js draws with these; it makes one as it loads, and text wants none. Node has none of them. */
const DRAWING = ['DOMMatrix', 'ImageData', 'Path2D'];

let loading: Promise<Library> | undefined;

export function loadPdfEngine(): Promise<Library> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Library> {
  for (const name of DRAWING) globals[name] ??= class {};
  const library = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // In a worker, its worker's module would take the worker's messages for its own, unless it sees a window.
  const windowless = !('window' in globals);
  try {
    if (windowless) globals['window'] = {};
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  } finally {
    if (windowless) delete globals['window'];
  }
  return library;
}
