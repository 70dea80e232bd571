/** `annotate`: annotations that other programs made, as highlights of a letter of a project. */
import { readAnnotations } from '../../core/anchoring/web-annotation.ts';
import { randomIds, type IdSource } from '../../core/document/id.ts';
import { pageOf } from '../../core/import/page/page-tree.ts';
import type { Letter } from '../../core/document/letter.ts';
import type { Project } from '../../core/document/project.ts';
import { annotateLetter } from '../../core/operations/annotate-letter.ts';
import { applyOperations } from '../../core/operations/apply.ts';
import { describeProblem } from '../../core/storage/messages.ts';
import { projectBytes, put, readBytes, readProject } from './files.ts';
import { readJson } from './json-file.ts';
import { sha256 } from './letters.ts';
import { json, UsageError, type ExitStatus, type Terminal } from './terminal.ts';

export interface AnnotateOptions {
  readonly project: string;
  /** Its code. */
  readonly letter: string;
  readonly annotations: string;
  readonly output: string;
  readonly json: boolean;
}

/** @throws {UsageError} where the project has no such letter. */
export function letterByCode({ letters }: Project, code: string): Letter {
  const letter = letters.find((each) => each.code.toLowerCase() === code.toLowerCase());
  if (letter) return letter;
  const codes = letters.map((each) => each.code).join(', ');
  throw new UsageError(`There is no letter ${code}; there ${codes === '' ? 'are none' : `are ${codes}`}.`);
}

export async function annotate(options: AnnotateOptions, terminal: Terminal): Promise<ExitStatus> {
  const { project, binaries, problems } = await readProject(options.project);
  for (const problem of problems) terminal.say(describeProblem(problem));
  const letter = letterByCode(project, options.letter);
  const file = await readBytes(options.annotations);
  const { annotations, refused } = readAnnotations(readJson(file));
  const { original } = letter;
  const bytes = original && binaries.get(`originals/${original.sha256}`);
  const page = bytes && pageOf(original.name, bytes);
  const { operations, placed, known, unplaced } = annotateLetter(
    project,
    letter.id,
    annotations,
    idsFrom(project, file.bytes),
    page,
  );
  const annotated = applyOperations(project, operations);
  await put(options.output, projectBytes(annotated, binaries), terminal);
  for (const { message, index, id } of refused)
    terminal.say(`Refused: ${id === '' ? `annotation ${index + 1}` : id}: ${message}`);
  for (const { id, note } of unplaced) terminal.say(`Not found in ${letter.code}: ${id} ${note}`.trim());
  if (known.length > 0) terminal.say(`Highlighted already: ${known.length}.`);
  terminal.say(
    `${options.output}: ${placed.length} highlighted, ${unplaced.length} not found, ${refused.length} refused.`,
  );
  if (options.json) {
    terminal.write(
      json({
        placed: placed.map(({ annotation, highlight, confidence, method }) => ({
          id: annotation.id,
          highlight: highlight.id,
          quote: highlight.quote,
          confidence: Math.round(confidence * 1000) / 1000,
          method,
        })),
        known: known.map(({ annotation, highlight }) => ({ id: annotation.id, highlight: highlight.id })),
        unplaced,
        refused,
      }),
    );
  }
  return unplaced.length + refused.length > 0 ? 1 : 0;
}

/** Ids that the project has not, and the same ones for the same files. */
function idsFrom(project: Project, bytes: Uint8Array): IdSource {
  const taken = new Set(project.highlights.map(({ id }) => id));
  let count = 0;
  const ids = randomIds((target) => {
    const seed = `${++count} ${sha256(bytes)} ${project.id}`;
    const digest = Buffer.from(sha256(new TextEncoder().encode(seed)), 'hex');
    target.set(digest.subarray(0, target.length));
  });
  return () => {
    let id = ids();
    while (taken.has(id)) id = ids();
    taken.add(id);
    return id;
  };
}
