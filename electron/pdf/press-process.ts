/**
 * The press: a process of its own that keeps a copy of the previewed project up to date by its operations, and
 * makes publications from it, so that neither the window nor the main process waits for a typesetter.
 */
import { exportWorks } from '../../core/citations/export-works.ts';
import { annotationsOf } from '../../core/export/annotations.ts';
import { publish, type PublishOptions } from '../../core/export/publish.ts';
import { printData } from '../../core/export/print-data.ts';
import { coverageTable } from '../../core/export/coverage-table.ts';
import { renderMarkdown } from '../../core/export/markdown.ts';
import type { Project } from '../../core/document/project.ts';
import { applyOperations } from '../../core/operations/apply.ts';
import type { Operation } from '../../core/operations/operation.ts';
import { renderDocx } from '../export/docx/document.ts';
import { exportHtml } from '../export/html.ts';
import { NativeTypesetter } from './native.ts';
import { builtFontFolder } from './resources.ts';
import type { PressAnswer, PressOrder } from './press-messages.ts';

const port = process.parentPort;
const typesetter = new NativeTypesetter();

let project: Project | undefined;
let pictures = new Map<string, Uint8Array>();
/** Orders to be carried out one after another; a preview that a newer one follows is left out. */
const queue: Extract<PressOrder, { id: number }>[] = [];
let working = false;

function answer(message: PressAnswer): void {
  port.postMessage(message);
}

async function setPages(
  source: Project,
  assets: ReadonlyMap<string, Uint8Array>,
  standard: 'ua-1' | 'plain',
  options: PublishOptions = {},
) {
  const data = printData(publish(source, options));
  const result = await typesetter.compile({ data, assets, pdfStandard: standard });
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join(' '));
  const warnings = [...new Set(result.warnings.map(({ message }) => message))];
  return { pdf: new Uint8Array(result.pdf), pages: result.pages, places: result.places, warnings };
}

async function make(order: Extract<PressOrder, { type: 'export' }>) {
  const assets = new Map(order.pictures);
  const options = { withNotes: order.choices?.withNotes ?? false };
  switch (order.kind) {
    case 'pdf': {
      const { pdf, warnings } = await setPages(order.project, assets, 'ua-1', options);
      return { bytes: pdf, warnings };
    }
    case 'html':
      return {
        bytes: new TextEncoder().encode(await exportHtml(order.project, assets, builtFontFolder(), options)),
        warnings: [],
      };
    case 'docx':
      return { bytes: await renderDocx(publish(order.project, options), assets), warnings: [] };
    case 'annotations': {
      const page = annotationsOf(order.project, order.choices ?? { withNotes: false });
      return { bytes: new TextEncoder().encode(`${JSON.stringify(page, null, 2)}\n`), warnings: [] };
    }
    case 'coverage-csv':
      return {
        bytes: new TextEncoder().encode(coverageTable(order.project, { byteOrderMark: true })),
        warnings: [],
      };
    case 'works-bib':
    case 'works-ris':
    case 'works-csl': {
      const text = exportWorks(order.project, order.kind, order.choices?.cited);
      return { bytes: new TextEncoder().encode(text), warnings: [] };
    }
    case 'markdown':
      return {
        bytes: new TextEncoder().encode(renderMarkdown(publish(order.project, options))),
        warnings: [],
      };
  }
}

async function work(): Promise<void> {
  if (working) return;
  working = true;
  for (let order = queue.shift(); order; order = queue.shift()) {
    const { id } = order;
    // Lets what arrived during the last order in, so that a preview which a newer one follows is left out.
    await new Promise((told) => setTimeout(told, 0));
    try {
      if (order.type === 'export') answer({ id, ok: true, value: await make(order) });
      else if (queue.some(({ type }) => type === 'preview') || !project)
        answer({ id, ok: true, value: undefined });
      else answer({ id, ok: true, value: await setPages(project, pictures, 'plain') });
    } catch (error) {
      answer({ id, ok: false, message: error instanceof Error ? error.message : String(error) });
    }
  }
  working = false;
}

port.on('message', ({ data }: { data: PressOrder }) => {
  switch (data.type) {
    case 'project':
      project = data.project;
      pictures = new Map(data.pictures);
      return;
    case 'operations':
      if (project) project = applyOperations(project, JSON.parse(data.operations) as Operation[]);
      return;
    case 'picture':
      pictures.set(data.id, data.bytes);
      return;
    case 'close':
      project = undefined;
      pictures = new Map();
      typesetter.dispose();
      return;
    default:
      queue.push(data);
      void work();
  }
});
