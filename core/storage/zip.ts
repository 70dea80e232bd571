/** Packs and unpacks the parts of a project file: a zip, written so that the same parts give the same bytes. */
import { inflateSync, zipSync, type Zippable } from 'fflate';
import { isRecord, parseJson, type Result } from './json.ts';
import { LIMITS, type Limits } from './limits.ts';
import { failed, type FailureKind } from './messages.ts';
import { isBinaryPath, isProjectPath, MIMETYPE, MIMETYPE_PATH, PROJECT_PATH } from './paths.ts';
import { binaryPaths, type TextEntry } from './serialise.ts';
import { crc32, isUnsafePath, readZip, type ZipEntry } from './zip-reader.ts';

/** The earliest that a zip can tell. Its fields are read in local time, so it's the same everywhere. */
const NO_TIME = new Date(1980, 0, 1);
const encoder = new TextEncoder();

/** The names of the binaries that the project in these parts refers to. */
export function referredBinaries(entries: readonly TextEntry[]): readonly string[] {
  const head = parseJson(entries.find(({ path }) => path === PROJECT_PATH)?.text ?? '');
  if (!isRecord(head) || !isRecord(head['project'])) throw new Error('no project among the parts to pack');
  return binaryPaths(head['project'] as unknown as Parameters<typeof binaryPaths>[0]);
}

function zip(
  entries: readonly TextEntry[],
  binaries: readonly (readonly [string, Uint8Array])[],
  level: 0 | 6,
) {
  const files: Zippable = { [MIMETYPE_PATH]: [encoder.encode(MIMETYPE), { level: 0 }] };
  for (const { path, text } of entries) files[path] = [encoder.encode(text), { level }];
  // Pictures are compressed as they are.
  for (const [path, bytes] of binaries)
    files[path] = [bytes, { level: path.startsWith('assets/') ? 0 : level }];
  return zipSync(files, { mtime: NO_TIME });
}

/**
 * The bytes of a project file. Of `binaries`, keyed by their names in the file, only those that the project
 * refers to are written; those that it refers to and that aren't given are left out.
 *
 * @returns a failure of the kind `too-large` when the file would be refused on opening.
 */
export function packProject(
  entries: readonly TextEntry[],
  binaries: ReadonlyMap<string, Uint8Array>,
  limits: Limits = LIMITS,
): Result<Uint8Array> {
  const wanted: [string, Uint8Array][] = [];
  for (const path of referredBinaries(entries)) {
    const bytes = binaries.get(path);
    if (bytes) wanted.push([path, bytes]);
  }
  for (const level of [6, 0] as const) {
    const bytes = zip(entries, wanted, level);
    // Text that repeats itself may pack so well that it looks like a bomb: then it's stored as it is.
    const objection = objectionTo(readZip(bytes)?.entries ?? [], limits);
    if (!objection) return { ok: true, value: bytes };
  }
  return failed('too-large');
}

function objectionTo(entries: readonly ZipEntry[], limits: Limits): FailureKind | undefined {
  if (entries.length > limits.entries) return 'too-large';
  const seen = new Set<string>();
  let total = 0;
  for (const { path, size, packedSize } of entries) {
    if (isUnsafePath(path) || seen.has(path)) return 'unsafe';
    seen.add(path);
    total += size;
    if (size > limits.entrySize || total > limits.totalSize) return 'too-large';
    if (size > limits.ratioFrom && size > packedSize * limits.ratio) return 'too-large';
  }
  return undefined;
}

export interface Unpacked {
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Parts among `files` whose checksum is wrong: read with caution. */
  readonly altered: ReadonlySet<string>;
  /** Parts that are named but can't be unpacked. */
  readonly lost: readonly string[];
  /** The zip's directory was unreadable and its parts were found by their own headers. */
  readonly directoryLost: boolean;
}

function unpackEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array | undefined {
  if (entry.start === undefined || entry.encrypted) return undefined;
  const packed = bytes.subarray(entry.start, entry.start + entry.packedSize);
  if (entry.method === 0) return entry.size === entry.packedSize ? packed : undefined;
  if (entry.method !== 8) return undefined;
  try {
    // With an array given, whatever is more than the size told is thrown away, never allocated.
    return inflateSync(packed, { out: new Uint8Array(entry.size) });
  } catch {
    return undefined;
  }
}

/**
 * The parts of a project file. Names other than a project's own are passed over. Nothing is unpacked before the
 * whole directory was found to be within the limits.
 *
 * @returns failures of the kinds `not-ours` (no zip), `damaged` (empty), `too-large`, `unsafe` (a name doubled or
 * one that leads out of the folder).
 */
export function unpackProject(bytes: Uint8Array, limits: Limits = LIMITS): Result<Unpacked> {
  if (bytes.subarray(0, 64).every((byte) => byte === 0)) return failed('damaged');
  const directory = readZip(bytes);
  if (!directory) return failed('not-ours');
  const objection = objectionTo(directory.entries, limits);
  if (objection) return failed(objection);
  const files = new Map<string, Uint8Array>();
  const altered = new Set<string>();
  const lost: string[] = [];
  for (const entry of directory.entries) {
    if (!isProjectPath(entry.path)) continue;
    const content = unpackEntry(bytes, entry);
    if (!content) lost.push(entry.path);
    else if (crc32(content) === entry.crc) files.set(entry.path, content);
    else if (isBinaryPath(entry.path)) lost.push(entry.path);
    else {
      files.set(entry.path, content);
      altered.add(entry.path);
    }
  }
  return { ok: true, value: { files, altered, lost, directoryLost: directory.rescued } };
}
