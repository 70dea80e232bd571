import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { countingIds } from '../../../core/document/id.ts';
import type { Project } from '../../../core/document/project.ts';
import { publish } from '../../../core/export/publish.ts';
import { importFile } from '../../../core/import/file.ts';
import { readXml } from '../../../core/import/xml.ts';
import { blockText } from '../../../core/text/canonical.ts';
import { renderDocx } from '../../../electron/export/docx/document.ts';
import { hostile } from '../../core/export/hostile.ts';
import { pamphlet } from '../../core/export/library.ts';
import { binariesOf, projects } from '../../support/arbitraries.ts';
import { quillhaven } from '../../support/quillhaven-project.ts';

const NONE = new Map<string, Uint8Array>();

/** A picture of one red dot. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

const parts = (bytes: Uint8Array) =>
  new Map(
    Object.entries(unzipSync(bytes)).map(([path, part]) => [path, new TextDecoder().decode(part)] as const),
  );

const made = async (project: Project, pictures = NONE) => parts(await renderDocx(publish(project), pictures));

/** The words of the document's parts, one space between words. */
const wordsOf = (all: ReadonlyMap<string, string>) =>
  ['word/document.xml', 'word/footnotes.xml']
    .map((path) => (all.get(path) ?? '').replace(/<w:br\/>|<\/w:p>/g, ' ').replace(/<[^>]*>/g, ''))
    .join(' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');

describe('a Word document', () => {
  let all: ReadonlyMap<string, string>;
  beforeAll(async () => {
    all = await made(quillhaven);
  });

  it('is the same bytes each time', async () => {
    const pictures = new Map(quillhaven.assets.map(({ id }) => [id, new Uint8Array(DOT)]));
    const [one, other] = [
      await renderDocx(publish(quillhaven), pictures),
      await renderDocx(publish(quillhaven), pictures),
    ];
    expect(Buffer.compare(one, other)).toBe(0);
  });

  it('says every word of the answers and of the letters', () => {
    const words = wordsOf(all);
    for (const text of [
      ...quillhaven.sections.flatMap(({ points }) => points.flatMap(({ answer }) => answer)),
      ...quillhaven.letters.flatMap(({ blocks }) => blocks),
    ]) {
      for (const [word] of blockText(text).matchAll(/[\p{L}\p{N}]+/gu)) expect(words).toContain(word);
    }
  });

  it('has parts and points as headings, and footnotes as footnotes', () => {
    const document = all.get('word/document.xml') ?? '';
    expect(document).toContain('<w:pStyle w:val="Heading1"/>');
    expect(document).toContain('<w:pStyle w:val="Quotation"/>');
    expect(document.match(/<w:footnoteReference /g)?.length).toBeGreaterThan(0);
  });

  it('leads nowhere that isn’t there', () => {
    const document = all.get('word/document.xml') ?? '';
    const names = new Set(
      [...document.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]+)"/g)].map(([, name]) => name),
    );
    const targets = [...document.matchAll(/w:anchor="([^"]+)"/g)].map(([, name]) => name);
    expect(targets.length).toBeGreaterThan(0);
    for (const target of targets) expect(names).toContain(target);
  });

  it('is read back by the reader of letters', async () => {
    const bytes = await renderDocx(publish(quillhaven), NONE);
    const read = await importFile({ name: 'reply.docx', bytes }, countingIds('back'));
    expect(read.ok).toBe(true);
  });

  it('runs from right to left where the pamphlet does', async () => {
    const settings = { ...quillhaven.settings, language: 'he', direction: 'rtl' as const };
    const document = (await made({ ...quillhaven, settings })).get('word/document.xml') ?? '';
    expect(document).toContain('<w:bidi/>');
    expect(document).toContain('<w:rtl/>');
  });

  it('holds nothing that could run or be fetched', async () => {
    const found = await made(hostile(pamphlet));
    expect([...found.keys()].filter((path) => /vba|macro|oleObject|activeX/i.test(path))).toEqual([]);
    for (const [path, text] of found) {
      if (!path.endsWith('.rels')) continue;
      for (const [, target] of text.matchAll(/Target="([^"]*)"[^>]*TargetMode="External"/g))
        expect(target).toMatch(/^(https?|mailto):/);
    }
    expect(found.get('word/document.xml')).not.toContain('javascript:');
  });

  it('is sound XML whatever the project holds', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(projects, async (project) => {
        for (const [path, text] of await made(project, binariesOf(project))) {
          if (/\.(xml|rels)$/.test(path)) expect(readXml(text), path).toBeDefined();
        }
      }),
      { numRuns: 25 },
    );
  });
});
