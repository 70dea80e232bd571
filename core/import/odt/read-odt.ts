/** OpenDocument texts, packed (.odt) or as one XML file (.fodt). */
import type { IdSource } from '../../document/id.ts';
import type { RichText } from '../../text/block.ts';
import { openArchive, type Archive } from '../archive.ts';
import { decodeText } from '../decode.ts';
import { directionOf, withDirections } from '../direction.ts';
import type { Reading } from '../file.ts';
import { withTitle } from '../html.ts';
import type { Proposed } from '../imported.ts';
import { NoticeCounter } from '../notices.ts';
import { withStarts } from '../ordinals.ts';
import { documentProperties } from '../properties.ts';
import { childAt, readXml, type XmlElement } from '../xml.ts';
import { OdtReader } from './reader.ts';
import { OdtStyles } from './styles.ts';

interface Parts {
  readonly content: XmlElement;
  readonly styles: readonly XmlElement[];
  readonly meta: XmlElement | undefined;
  picture(path: string): Uint8Array | undefined;
}

export function readOdt(bytes: Uint8Array, ids: IdSource): Reading {
  const packed = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const opened = packed ? openArchive(bytes) : undefined;
  if (opened && !opened.ok) return opened;
  if (opened && isLocked(opened.archive)) return { ok: false, code: 'encrypted' };
  const parts = opened ? packedParts(opened.archive) : flatParts(decodeText(bytes, new NoticeCounter()));
  const body = childAt(parts?.content, 'office:body', 'office:text');
  if (!parts || !body) return { ok: false, code: 'damaged' };
  const notices = new NoticeCounter();
  const styles = new OdtStyles(parts.styles);
  const reader = new OdtReader(styles, ids, notices, (path) => parts.picture(path));
  reader.readBody(body);
  const all: RichText = [...withStarts(reader.blocks, reader.ordinals), ...reader.notes, ...reader.comments];
  const direction = directionOf(all);
  const blocks = withDirections(all, direction);
  const metadata: Proposed[] = [
    ...withTitle([], blocks, direction),
    ...documentProperties(parts.meta),
    ...(styles.language
      ? [
          {
            field: 'language',
            value: styles.language,
            foundIn: 'document properties',
            guessed: true,
          } as const,
        ]
      : []),
  ];
  const imported = { blocks, metadata, notices: notices.list(), pictures: reader.pictures };
  return { ok: true, letters: [{ imported, suggested: 'main', title: '' }] };
}

function isLocked(archive: Archive): boolean {
  return /<manifest:encryption-data\b/.test(archive.text('META-INF/manifest.xml') ?? '');
}

function packedParts(archive: Archive): Parts | undefined {
  const part = (path: string) => {
    const xml = archive.text(path);
    return xml === undefined ? undefined : readXml(xml);
  };
  const content = part('content.xml');
  if (!content) return undefined;
  const styles = part('styles.xml');
  return {
    content,
    styles: styles ? [content, styles] : [content],
    meta: childAt(part('meta.xml'), 'office:meta'),
    picture: (path) => archive.read(path.replace(/^\.\//, '')),
  };
}

function flatParts(xml: string): Parts | undefined {
  const content = readXml(xml);
  return (
    content && { content, styles: [content], meta: childAt(content, 'office:meta'), picture: () => undefined }
  );
}
