/**
 * Documents, mails and Markdown that nobody of ours wrote, from `../shared/corpora`: none may make the importers
 * throw, and their text has to come in whole.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { unzipSync } from 'fflate';
import PostalMime from 'postal-mime';
import { countingIds } from '../../core/document/id.ts';
import { importFile } from '../../core/import/file.ts';
import { importHtml } from '../../core/import/html.ts';
import type { ImportResult } from '../../core/import/imported.ts';
import { importMarkdown } from '../../core/import/markdown.ts';
import { canonicalText } from '../../core/text/canonical.ts';
import { lackingStructure, toldStructure } from './docx-structure.ts';
import type { Row } from './figures.ts';

export interface Figures {
  readonly name: string;
  readonly files: number;
  readonly read: number;
  /** Whose text is whole, of those read. */
  readonly whole: number;
  /** Files that couldn't be read, with the code; files that lack words, with some of them. */
  readonly notes: readonly string[];
}

const bare = (text: string) => text.normalize('NFC').replace(/[\s\u00a0\u200b\u00ad]+/g, '');

function filesBelow(folder: string, ending: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => path.endsWith(ending))
    .sort();
}

async function figures(
  name: string,
  paths: readonly string[],
  missing: (
    path: string,
    bytes: Uint8Array,
    result: Extract<ImportResult, { ok: true }>,
  ) => Promise<string[]> | string[],
): Promise<Figures> {
  let read = 0;
  let whole = 0;
  const notes: string[] = [];
  for (const path of paths) {
    const bytes = new Uint8Array(readFileSync(path));
    const result = await importFile({ name: basename(path), bytes }, countingIds('b'));
    if (!result.ok) {
      notes.push(`${basename(path)}: ${result.failure.code}`);
      continue;
    }
    read++;
    const lacks = await missing(path, bytes, result);
    if (lacks.length === 0) whole++;
    else notes.push(`${basename(path)} lacks ${lacks.length}: ${lacks.slice(0, 3).join(' | ')}`);
  }
  return { name, files: paths.length, read, whole, notes };
}

/** Every run of the main document must be found in the letter, whatever became of its paragraph. */
export function docx(corpora: string): Promise<Figures> {
  return figures('03-docx', filesBelow(join(corpora, '03-docx'), '.docx'), (_, bytes, { imported }) => {
    const text = bare(canonicalText(imported.blocks));
    const path = 'word/document.xml';
    const xml = new TextDecoder().decode(unzipSync(bytes, { filter: ({ name }) => name === path })[path]);
    const shown = xml
      .replace(/<mc:Choice[\s\S]*?<\/mc:Choice>/g, '')
      .replace(/<w:(del|moveFrom)\b[^>/]*>[\s\S]*?<\/w:\1>/g, '');
    const runs = [...shown.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>/g)].map(([, words = '']) =>
      unescaped(words),
    );
    return runs.filter((words) => !text.includes(bare(words)));
  });
}

function unescaped(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&amp;/g, '&');
}

/** Every word of the message must be in one of the letters made of it, or in what is known of them. */
export function eml(corpora: string): Promise<Figures> {
  return figures('04-eml', filesBelow(join(corpora, '04-eml'), '.eml'), async (_, bytes, { file }) => {
    const known = file.letters.map(({ imported, title }) =>
      [title, canonicalText(imported.blocks), ...imported.metadata.map(({ value }) => value)].join(' '),
    );
    const all = bare(known.join(' ')).toLowerCase();
    const mail = await PostalMime.parse(bytes, { forceRfc822Attachments: true });
    if (mail.html) return [];
    const lines = (mail.text ?? '')
      .split('\n')
      .filter((line) => !/(wrote|schrieb|écrit|original message|forwarded|^[>\s]*\w+:\s)/i.test(line));
    const words = lines.flatMap((line) => line.match(/\p{L}{3,}/gu) ?? []);
    return [...new Set(words)].filter((word) => !all.includes(bare(word).toLowerCase()));
  });
}

/** The mail program's replies as bare text: given heads, so that they are mails. */
export async function replies(corpora: string): Promise<Figures> {
  const paths = filesBelow(join(corpora, '04-eml', 'github-reply'), '.txt');
  let folded = 0;
  const notes: string[] = [];
  for (const path of paths) {
    const head =
      'From: a@b.example\nTo: c@d.example\nSubject: s\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n';
    const bytes = new TextEncoder().encode(head + readFileSync(path, 'utf8'));
    const result = await importFile({ name: 'a.eml', bytes }, countingIds('b'));
    if (result.ok && result.file.letters.length > 1) folded++;
    if (!result.ok) notes.push(`${basename(path)}: ${result.failure.code}`);
  }
  return {
    name: '04-eml/github-reply',
    files: paths.length,
    read: paths.length - notes.length,
    whole: folded,
    notes,
  };
}

interface Example {
  readonly example?: number;
  readonly markdown: string;
  readonly html: string;
}

/** The text of our reading of the Markdown and of our reading of the HTML that the specification gives for it. */
export function markdown(corpora: string): Figures[] {
  return ['commonmark-spec', 'gfm-spec'].flatMap((name) => {
    const path = join(corpora, '05-markdown', `${name}.json`);
    if (!existsSync(path)) return [];
    const examples = JSON.parse(readFileSync(path, 'utf8')) as Example[];
    const notes: string[] = [];
    for (const { example, markdown: source, html } of examples) {
      const [ours, theirs] = [importMarkdown(source, countingIds('b')), importHtml(html, countingIds('b'))];
      if (bare(canonicalText(ours.blocks)) !== bare(canonicalText(theirs.blocks)))
        notes.push(`example ${example}`);
    }
    return [
      {
        name: `05-markdown/${name}`,
        files: examples.length,
        read: examples.length,
        whole: examples.length - notes.length,
        notes,
      },
    ];
  });
}

/** What the documents' own XML says of headings, items and tables, in our blocks. */
async function docxStructure(corpora: string): Promise<Row> {
  const notes: string[] = [];
  let of = 0;
  for (const path of filesBelow(join(corpora, '03-docx'), '.docx')) {
    const bytes = new Uint8Array(readFileSync(path));
    const result = await importFile({ name: basename(path), bytes }, countingIds('b'));
    if (!result.ok) continue;
    const parts = unzipSync(bytes);
    const part = (name: string) => new TextDecoder().decode(parts[name] ?? new Uint8Array());
    const lacks = lackingStructure(toldStructure(part), result.imported.blocks);
    if (!lacks) continue;
    of++;
    if (lacks.length > 0) notes.push(`DIFFERS  ${basename(path)} lacks ${lacks.slice(0, 3).join('; ')}`);
  }
  return { part: '03-docx', what: 'structure as in the XML', good: of - notes.length, of, notes };
}

export async function fileRows(corpora: string): Promise<Row[]> {
  const all = [
    { figures: await docx(corpora), what: 'with text whole', asked: 100 },
    { figures: await eml(corpora), what: 'with words whole', asked: 100 },
    { figures: await replies(corpora), what: 'with something folded' },
    ...markdown(corpora).map((figures) => ({ figures, what: 'text as of the HTML given' })),
  ];
  const rows = all.map(({ figures: { name, files, read, whole, notes }, ...more }) => ({
    part: files === read ? name : `${name} (${read} of ${files} have text)`,
    good: whole,
    of: read,
    notes,
    ...more,
  }));
  return [...rows.slice(0, 1), await docxStructure(corpora), ...rows.slice(1)];
}
