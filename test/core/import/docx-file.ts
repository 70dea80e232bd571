/** Word documents made of their XML, for tests. */
import { strToU8, zipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NAMESPACES = `xmlns:w="${W}" xmlns:r="${R}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"`;
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export interface DocxContent {
  /** What is in `w:body`. */
  readonly body: string;
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly header?: string;
  /** What is in `cp:coreProperties`. */
  readonly properties?: string;
}

/** A paragraph of text in a style. */
export const p = (text: string, properties = '') =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

export const inList = (list: number, level = 0) =>
  `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`;

export function docxFile({ body, properties, ...parts }: DocxContent): Uint8Array<ArrayBuffer> {
  const files: Record<string, Uint8Array> = {};
  const put = (path: string, xml: string) => (files[path] = strToU8(`${HEAD}${xml}`));
  put(
    '[Content_Types].xml',
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="png" ContentType="image/png"/></Types>',
  );
  put('_rels/.rels', relationships({ officeDocument: 'word/document.xml' }));
  put('word/document.xml', `<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`);
  const targets: Record<string, string> = {};
  for (const [kind, xml] of Object.entries(parts)) {
    if (xml === undefined) continue;
    targets[kind] = `${kind}.xml`;
    put(`word/${kind}.xml`, `<w:${kind} ${NAMESPACES}>${xml}</w:${kind}>`);
  }
  put('word/_rels/document.xml.rels', relationships(targets));
  if (properties !== undefined) {
    put(
      'docProps/core.xml',
      `<cp:coreProperties xmlns:cp="x" xmlns:dc="y" xmlns:dcterms="z">${properties}</cp:coreProperties>`,
    );
  }
  return new Uint8Array(zipSync(files));
}

function relationships(targets: Readonly<Record<string, string>>): string {
  const each = Object.entries(targets).map(
    ([kind, target]) => `<Relationship Id="${kind}" Type="${R}/${kind}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each.join('')}</Relationships>`;
}
