/** Where the parts of a Word document stand in its package (ECMA-376 part 2: relationships by type). */
import type { Archive } from '../archive.ts';
import { elementsOf, readXml, type XmlElement } from '../xml.ts';

export interface DocxParts {
  readonly documentPath: string;
  readonly document: string;
  /** Parsed; undefined where the document has none. */
  part(kind: PartKind): XmlElement | undefined;
  /** Texts of all headers and footers. */
  readonly runningHeads: readonly XmlElement[];
  /** `docProps/core.xml`. */
  readonly properties?: XmlElement;
}

export type PartKind = 'styles' | 'numbering' | 'footnotes' | 'endnotes' | 'comments';

interface Relationship {
  /** Last part of the type's address: "styles", "officeDocument" … */
  readonly kind: string;
  readonly target: string;
}

/** Undefined where the package holds no main document. */
export function docxParts(archive: Archive): DocxParts | undefined {
  const has = new Set(archive.paths);
  const root = relationships(archive, '');
  const named = root.find(({ kind, target }) => kind === 'officeDocument' && has.has(target))?.target;
  const documentPath = named ?? 'word/document.xml';
  const document = archive.text(documentPath);
  if (document === undefined) return undefined;
  const related = relationships(archive, documentPath);
  const parsed = (path: string | undefined) => {
    const xml = path === undefined ? undefined : archive.text(path);
    return xml === undefined ? undefined : readXml(xml);
  };
  const folder = documentPath.replace(/[^/]*$/, '');
  const pathOf = (kind: PartKind) =>
    related.find((each) => each.kind === kind && has.has(each.target))?.target ?? `${folder}${kind}.xml`;
  const heads = related.filter(({ kind }) => kind === 'header' || kind === 'footer');
  const properties = parsed(
    root.find(({ kind }) => kind === 'core-properties')?.target ?? 'docProps/core.xml',
  );
  return {
    documentPath,
    document,
    part: (kind) => parsed(pathOf(kind)),
    runningHeads: heads.flatMap(({ target }) => parsed(target) ?? []),
    ...(properties ? { properties } : {}),
  };
}

function relationships(archive: Archive, path: string): Relationship[] {
  const [, folder = '', name = ''] = /^(.*\/)?([^/]*)$/.exec(path) ?? [];
  const xml = archive.text(`${folder}_rels/${name}.rels`);
  return elementsOf(xml === undefined ? undefined : readXml(xml), 'Relationship').map(({ attributes }) => ({
    kind: attributes['Type']?.split('/').at(-1) ?? '',
    target: resolved(folder, attributes['Target'] ?? ''),
  }));
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}
