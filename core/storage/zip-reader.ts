/**
 * Reads the directory of a zip (PKWARE APPNOTE 6.3: end record 4.3.16, central header 4.3.12, local header
 * 4.3.7), or finds its parts by their local headers where the directory is gone. Zip64 isn't read: a project file
 * stays below its limits. Takes any bytes; never throws.
 */
export interface ZipEntry {
  readonly path: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  /** Bytes, as the header tells. */
  readonly packedSize: number;
  readonly size: number;
  /** Offset of the packed bytes; undefined when they don't lie within the file. */
  readonly start: number | undefined;
}

export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  /** True when the entries were found by their local headers. */
  readonly rescued: boolean;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LOCAL_SIZE = 30;
const CENTRAL_SIZE = 46;
const END_SIZE = 22;
const COMMENT_MAX = 0xffff;

const decoder = new TextDecoder('utf-8', { fatal: true });

function readName(bytes: Uint8Array, start: number, length: number): string | undefined {
  if (start + length > bytes.length) return undefined;
  try {
    return decoder.decode(bytes.subarray(start, start + length));
  } catch {
    return undefined;
  }
}

/** Offset 4 of a local header and 6 of a central one begin the same fields. */
function readFields(view: DataView, at: number) {
  return {
    encrypted: (view.getUint16(at + 2, true) & 1) === 1,
    method: view.getUint16(at + 4, true),
    crc: view.getUint32(at + 10, true),
    packedSize: view.getUint32(at + 14, true),
    size: view.getUint32(at + 18, true),
    nameLength: view.getUint16(at + 22, true),
    extraLength: view.getUint16(at + 24, true),
  };
}

interface Local extends ZipEntry {
  readonly end: number;
}

function readLocal(bytes: Uint8Array, view: DataView, at: number): Local | undefined {
  if (at + LOCAL_SIZE > bytes.length || view.getUint32(at, true) !== LOCAL) return undefined;
  const { nameLength, extraLength, ...fields } = readFields(view, at + 4);
  const path = readName(bytes, at + LOCAL_SIZE, nameLength);
  if (path === undefined) return undefined;
  const start = at + LOCAL_SIZE + nameLength + extraLength;
  const end = start + fields.packedSize;
  return { path, ...fields, start: end <= bytes.length ? start : undefined, end };
}

function endRecord(bytes: Uint8Array, view: DataView): { count: number; start: number } | undefined {
  const first = Math.max(0, bytes.length - END_SIZE - COMMENT_MAX);
  for (let at = bytes.length - END_SIZE; at >= first; at--) {
    if (view.getUint32(at, true) !== END) continue;
    return { count: view.getUint16(at + 10, true), start: view.getUint32(at + 16, true) };
  }
  return undefined;
}

/** The entries of the central directory; undefined when any of it is unsound or doesn't agree with a local header. */
function readCentral(bytes: Uint8Array, view: DataView): ZipEntry[] | undefined {
  const end = endRecord(bytes, view);
  if (!end) return undefined;
  const entries: ZipEntry[] = [];
  let at = end.start;
  for (let i = 0; i < end.count; i++) {
    if (at + CENTRAL_SIZE > bytes.length || view.getUint32(at, true) !== CENTRAL) return undefined;
    const { nameLength, extraLength, ...fields } = readFields(view, at + 6);
    const path = readName(bytes, at + CENTRAL_SIZE, nameLength);
    const local = readLocal(bytes, view, view.getUint32(at + 42, true));
    if (path === undefined || !local || local.path !== path) return undefined;
    const start = (local.start ?? bytes.length) + fields.packedSize <= bytes.length ? local.start : undefined;
    entries.push({ path, ...fields, start });
    at += CENTRAL_SIZE + nameLength + extraLength + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Every part whose local header can be found, one after another. */
function scanLocals(bytes: Uint8Array, view: DataView): ZipEntry[] {
  const entries: ZipEntry[] = [];
  let at = bytes.indexOf(0x50);
  while (at >= 0) {
    const local = readLocal(bytes, view, at);
    if (local) {
      const { end, ...entry } = local;
      entries.push(entry);
      at = bytes.indexOf(0x50, entry.start === undefined ? at + LOCAL_SIZE : Math.max(end, at + LOCAL_SIZE));
    } else at = bytes.indexOf(0x50, at + 1);
  }
  return entries;
}

/** The directory of a zip; undefined for bytes in which no part of a zip is found. */
export function readZip(bytes: Uint8Array): ZipDirectory | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readCentral(bytes, view);
  if (entries && entries.length > 0) return { entries, rescued: false };
  const found = scanLocals(bytes, view);
  return found.length > 0 ? { entries: found, rescued: true } : undefined;
}

/** True for a name that would lead out of a folder, or that systems read differently. */
export function isUnsafePath(path: string): boolean {
  return (
    path.startsWith('/') ||
    path.includes('\\') ||
    path.includes('\0') ||
    path.includes(':') ||
    path.split('/').includes('..')
  );
}

const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 as zip uses it (polynomial 0xEDB88320, reflected). */
export function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (let i = 0; i < bytes.length; i++) crc = (TABLE[(crc ^ (bytes[i] ?? 0)) & 255] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}
