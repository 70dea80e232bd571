/** From the bytes of a file to a project in which every invariant holds, or to the reason why there is none. */
import { isId } from '../document/id.ts';
import type { Letter } from '../document/letter.ts';
import { emptyProject, type Project } from '../document/project.ts';
import { blocksOfQuotes, lostLetter, overQuoteBlocks } from './check-letters.ts';
import { checkProject } from './invariants.ts';
import { isRecord, parseJsonBytes, type Json } from './json.ts';
import { failed, type Failed, type Problem, type ProblemKind } from './messages.ts';
import { migrate, type RawProject } from './migrate.ts';
import { isBinaryPath, letterOfPath, letterPath, MIMETYPE, MIMETYPE_PATH, PROJECT_PATH } from './paths.ts';
import { salvage } from './salvage.ts';
import { letterSchema, projectHeadSchema, type ProjectHead } from './schema.ts';
import { binaryPaths, FORMAT, FORMAT_VERSION } from './serialise.ts';
import { unpackProject, type Unpacked } from './zip.ts';

export interface Opened {
  readonly ok: true;
  readonly project: Project;
  /** Bytes of pictures and originals that the project refers to, by their names in the file. */
  readonly binaries: ReadonlyMap<string, Uint8Array>;
  /** `sound`: as it was saved. `repaired`: put right with nothing lost. `rescued`: something is lost or in doubt. */
  readonly state: 'sound' | 'repaired' | 'rescued';
  readonly problems: readonly Problem[];
}
/** The failure is of the kind `not-ours`, `too-new`, `damaged`, `migration-failed`, `too-large` or `unsafe`. */
export type OpenResult = Opened | Failed;

const EMPTY_LETTER = lostLetter('letter', '', '', []) as unknown as { readonly [key: string]: Json };
const EMPTY_HEAD = emptyProject('project', 'en', []) as unknown as { readonly [key: string]: Json };

interface Parts {
  readonly version: number;
  readonly raw: RawProject;
  readonly problems: Problem[];
}

function readParts({ files, altered, lost, directoryLost }: Unpacked): Parts | Failed {
  const problems: Problem[] = [];
  const tell = (kind: ProblemKind, where: string) => problems.push({ kind, lost: true, where, detail: '' });
  if (directoryLost) tell('directory-lost', '');
  for (const path of lost) if (path !== MIMETYPE_PATH && !isBinaryPath(path)) tell('entry-damaged', path);

  const head = parseJsonBytes(files.get(PROJECT_PATH) ?? new Uint8Array());
  const told = isRecord(head) && head['format'] === FORMAT;
  const mimetype = files.get(MIMETYPE_PATH);
  const named = mimetype !== undefined && new TextDecoder('utf-8').decode(mimetype) === MIMETYPE;
  if (!told && !named) return failed('not-ours');

  const letters = new Map<string, Json>();
  for (const [path, bytes] of files) {
    const id = letterOfPath(path);
    const value = id === undefined ? undefined : parseJsonBytes(bytes);
    if (id === undefined) continue;
    if (value === undefined) tell('entry-damaged', path);
    else letters.set(id, value);
    if (altered.has(path) && value !== undefined) tell('letter-altered', path);
  }
  if (!told || !isRecord(head['project'])) {
    if (letters.size === 0) return failed('damaged');
    tell('project-lost', PROJECT_PATH);
    return { version: FORMAT_VERSION, raw: { project: { ...EMPTY_HEAD }, letters }, problems };
  }
  if (altered.has(PROJECT_PATH)) tell('entry-damaged', PROJECT_PATH);
  const version = head['version'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return failed('damaged');
  if (version > FORMAT_VERSION) return failed('too-new');
  return { version, raw: { project: head['project'], letters }, problems };
}

/** The letters in the order of the head, with their bodies; then those that only their own parts know of. */
function joinLetters(head: ProjectHead, bodies: ReadonlyMap<string, Json>, problems: Problem[]): Project {
  const lost = new Set<string>();
  const body = (id: string, fallback: object): Letter | undefined => {
    const value = bodies.get(id);
    if (value === undefined) return undefined;
    const found = salvage(
      letterSchema,
      value,
      { ...EMPTY_LETTER, ...fallback, id, blocks: [] },
      letterPath(id),
    );
    problems.push(...(found?.problems ?? []));
    return found && { ...found.value, id };
  };
  const listed = head.letters.map((letter): Letter => {
    const found = body(letter.id, letter);
    if (found) return { ...letter, blocks: found.blocks };
    lost.add(letter.id);
    problems.push({
      kind: 'letter-lost',
      lost: true,
      where: `letter ${letter.code}`,
      detail: letter.item.title ?? '',
    });
    return { ...letter, blocks: blocksOfQuotes(head.highlights, letter.id) };
  });
  const known = new Set(head.letters.map(({ id }) => id));
  const added = [...bodies.keys()].filter((id) => !known.has(id)).flatMap((id) => body(id, {}) ?? []);
  for (const { code } of added)
    problems.push({ kind: 'letter-added', lost: true, where: `letter ${code}`, detail: '' });
  return {
    ...head,
    letters: added.length > 0 ? [...listed, ...added] : listed,
    highlights: overQuoteBlocks(head.highlights, lost),
  };
}

function readBinaries(
  project: Project,
  { files }: Unpacked,
  problems: Problem[],
): ReadonlyMap<string, Uint8Array> {
  const binaries = new Map<string, Uint8Array>();
  for (const path of binaryPaths(project)) {
    const bytes = files.get(path);
    if (bytes) binaries.set(path, bytes);
    else {
      const kind = path.startsWith('assets/') ? 'picture-bytes-missing' : 'original-missing';
      problems.push({ kind, lost: true, where: path, detail: '' });
    }
  }
  return binaries;
}

/** A project from JSON of the present version: for what comes from elsewhere than a file. As {@link openProject}. */
export function admitProject(
  raw: RawProject,
  found: readonly Problem[] = [],
): Omit<Opened, 'binaries'> | Failed {
  const problems = [...found];
  const fallbackId =
    isRecord(raw.project) && typeof raw.project['id'] === 'string' && isId(raw.project['id']);
  const fallback =
    fallbackId && isRecord(raw.project) ? { ...EMPTY_HEAD, id: raw.project['id'] ?? null } : EMPTY_HEAD;
  const head = salvage(projectHeadSchema, raw.project, fallback, PROJECT_PATH);
  if (!head) return failed('damaged');
  problems.push(...head.problems);
  const checked = checkProject(joinLetters(head.value, raw.letters, problems));
  problems.push(...checked.problems);
  return { ok: true, project: checked.project, state: stateOf(problems), problems };
}

function stateOf(problems: readonly Problem[]): Opened['state'] {
  if (problems.length === 0) return 'sound';
  return problems.some(({ lost }) => lost) ? 'rescued' : 'repaired';
}

/** Opens a file's bytes. Takes any bytes and never throws. */
export function openProject(bytes: Uint8Array): OpenResult {
  const unpacked = unpackProject(bytes);
  if (!unpacked.ok) return unpacked;
  const parts = readParts(unpacked.value);
  if ('ok' in parts) return parts;
  let raw: RawProject;
  try {
    raw = migrate(parts.raw, parts.version);
  } catch {
    return failed('migration-failed');
  }
  try {
    const admitted = admitProject(raw, parts.problems);
    if (!admitted.ok) return admitted;
    const problems = [...admitted.problems];
    const binaries = readBinaries(admitted.project, unpacked.value, problems);
    return { ...admitted, binaries, problems, state: stateOf(problems) };
  } catch (error) {
    // Nesting too deep for the stack, which no project that Pamphleteer saved can have.
    if (error instanceof RangeError) return failed('damaged');
    throw error;
  }
}
