/**
 * Hostile HTML in every door: as a page, from the clipboard, as Markdown, as an answer's words. In the exported page
 * nothing may run and nothing may be fetched, whoever opens it, with or without its policy.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5';
import { countingIds } from '../../core/document/id.ts';
import { publish } from '../../core/export/publish.ts';
import { renderHtml } from '../../core/export/html/page.ts';
import { importFile } from '../../core/import/file.ts';
import type { Row } from './figures.ts';
import { projectOf } from './project-of.ts';

const DOORS = [
  { door: 'page', file: { name: 'a.html' } },
  { door: 'clipboard', file: { name: 'a.html', mediaType: 'text/html' } },
  { door: 'Markdown', file: { name: 'a.md' } },
  { door: 'text', file: { name: 'a.txt' } },
] as const;

const RUNNING =
  /^(?:script|iframe|frame|object|embed|applet|base|form|svg|math|link|audio|video|source|template)$/;
const HARMLESS_META = /^(?:viewport|generator|author|description|referrer|color-scheme|format-detection)$/i;

/** The first thing in a page that could run or fetch; undefined for a harmless page. */
export function harmIn(page: string): string | undefined {
  let found: string | undefined;
  const visit = (node: Tree.ChildNode): void => {
    if (!('tagName' in node)) return;
    const { tagName } = node;
    if (RUNNING.test(tagName)) found ??= `<${tagName}>`;
    for (const { name, value } of node.attrs) {
      const shown = `${tagName} ${name}="${value.slice(0, 60)}"`;
      if (name.startsWith('on') || name === 'srcdoc' || name === 'style') found ??= shown;
      if (name === 'href' && !/^(?:https?:|mailto:|#)/.test(value)) found ??= shown;
      if (/^(?:src|srcset|poster|background|action|formaction|data|cite)$/.test(name)) {
        if (!/^data:image\/(?:png|jpeg|gif|webp);base64,/.test(value)) found ??= shown;
      }
    }
    if (tagName === 'meta') {
      const named = node.attrs.find(({ name }) => name === 'name')?.value;
      const http = node.attrs.find(({ name }) => name === 'http-equiv')?.value;
      if (http !== undefined && http.toLowerCase() !== 'content-security-policy') found ??= `meta ${http}`;
      if (named !== undefined && !HARMLESS_META.test(named)) found ??= `meta ${named}`;
    }
    for (const child of node.childNodes) visit(child);
  };
  for (const node of parse(page).childNodes) visit(node);
  return found;
}

async function harmOf(payload: string): Promise<string | undefined> {
  for (const { door, file } of DOORS) {
    try {
      const bytes = new TextEncoder().encode(payload);
      const result = await importFile({ ...file, bytes }, countingIds('b'));
      if (!result.ok) continue;
      const page = renderHtml(publish(projectOf(result.imported, payload)), {
        fonts: [],
        pictures: new Map(),
      });
      const harm = harmIn(page);
      if (harm !== undefined) return `as ${door}: ${harm}`;
    } catch (error) {
      return `as ${door} throws ${String(error)}`;
    }
  }
  return undefined;
}

export async function hostileRows(corpora: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const name of ['dompurify', 'electron-editor-pocs']) {
    const path = join(corpora, '02-xss', `${name}.json`);
    if (!existsSync(path)) continue;
    const cases = JSON.parse(readFileSync(path, 'utf8')) as { id: string; payload: string }[];
    const notes: string[] = [];
    for (const { id, payload } of cases) {
      const harm = await harmOf(payload);
      if (harm !== undefined) notes.push(`DIFFERS  ${id} ${harm}`);
    }
    rows.push({
      part: `02-xss/${name}`,
      what: 'harmless in the exported page',
      good: cases.length - notes.length,
      of: cases.length,
      notes,
      asked: 100,
    });
  }
  return rows;
}
