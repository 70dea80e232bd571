/** Documents that are zips (Word's, OpenDocument's): nothing is unpacked before the directory is within limits. */
import { inflateSync } from 'fflate';
import { LIMITS, type Limits } from '../storage/limits.ts';
import { crc32, readZip, type ZipEntry } from '../storage/zip-reader.ts';

export interface Archive {
  readonly paths: readonly string[];
  /** The part's bytes; undefined where there is none or it is damaged. */
  read(path: string): Uint8Array | undefined;
  /** As UTF-8 or, with its mark, UTF-16. */
  text(path: string): string | undefined;
}

export type OpenArchive =
  | { readonly ok: true; readonly archive: Archive }
  /** `damaged`: cut off or no zip at all; `overpacked`: it would unpack to more than a letter can be. */
  | { readonly ok: false; readonly code: 'damaged' | 'overpacked' | 'encrypted' };

const ARCHIVE_LIMITS: Limits = { ...LIMITS, totalSize: 512 * 1024 * 1024 };

export function openArchive(bytes: Uint8Array, limits: Limits = ARCHIVE_LIMITS): OpenArchive {
  const directory = readZip(bytes);
  if (!directory || directory.rescued) return { ok: false, code: 'damaged' };
  if (isOverpacked(directory.entries, limits)) return { ok: false, code: 'overpacked' };
  const entries = new Map(directory.entries.map((entry) => [entry.path, entry]));
  if ([...entries.values()].some(({ encrypted }) => encrypted)) return { ok: false, code: 'encrypted' };
  const read = (path: string) => {
    const entry = entries.get(path);
    return entry && unpack(bytes, entry);
  };
  const text = (path: string) => {
    const part = read(path);
    if (!part) return undefined;
    const wide = part[0] === 0xff && part[1] === 0xfe ? 'utf-16le' : part[0] === 0xfe ? 'utf-16be' : 'utf-8';
    return new TextDecoder(wide).decode(part);
  };
  return { ok: true, archive: { paths: [...entries.keys()], read, text } };
}

function isOverpacked(entries: readonly ZipEntry[], limits: Limits): boolean {
  if (entries.length > limits.entries) return true;
  let total = 0;
  return entries.some(({ size, packedSize }) => {
    total += size;
    if (size > limits.entrySize || total > limits.totalSize) return true;
    return size > limits.ratioFrom && size > packedSize * limits.ratio;
  });
}

/** Never more bytes than the directory told. */
function unpack(bytes: Uint8Array, entry: ZipEntry): Uint8Array | undefined {
  if (entry.start === undefined) return undefined;
  const packed = bytes.subarray(entry.start, entry.start + entry.packedSize);
  if (entry.method === 0) return packed;
  if (entry.method !== 8) return undefined;
  try {
    const content = inflateSync(packed, { out: new Uint8Array(entry.size) });
    return crc32(content) === entry.crc ? content : undefined;
  } catch {
    return undefined;
  }
}
