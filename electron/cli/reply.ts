/** `reply`: a project from letters and a finished draft. */
import { countingIds } from '../../core/document/id.ts';
import type { Letter, LetterKind } from '../../core/document/letter.ts';
import type { Project, Reference } from '../../core/document/project.ts';
import { differenceText } from '../../core/anchoring/nearest.ts';
import { decodeText } from '../../core/import/decode.ts';
import { readDraft } from '../../core/import/draft/read-draft.ts';
import { readReferences } from '../../core/import/draft/references.ts';
import { replyFromDraft, type DraftProblem, type Reply } from '../../core/import/draft/reply.ts';
import type { MissingQuotation } from '../../core/import/draft/part-reader.ts';
import { noticeSentence } from '../../core/import/messages.ts';
import { NoticeCounter } from '../../core/import/notices.ts';
import { en } from '../../core/messages/en.ts';
import { assetPath } from '../../core/storage/paths.ts';
import { projectBytes, put, readBytes, type NamedBytes } from './files.ts';
import { readLetters, sha256, type LetterOptions } from './letters.ts';
import { json, UsageError, type ExitStatus, type Terminal } from './terminal.ts';

export interface ReplyOptions {
  readonly letters: readonly string[];
  /** Of all letters, whatever the files say. */
  readonly kind?: LetterKind;
  readonly draft: string;
  readonly references?: string;
  readonly output: string;
  /** BCP 47, for what tells no language itself. */
  readonly language: string;
  readonly json: boolean;
}

export interface BuiltReply extends Reply {
  readonly binaries: ReadonlyMap<string, Uint8Array>;
}

/** The same files give the same project, byte for byte. @throws {UsageError} where one can't be read. */
export async function buildReply(
  files: {
    readonly letters: readonly NamedBytes[];
    readonly draft: NamedBytes;
    readonly references?: NamedBytes;
  },
  options: LetterOptions,
  terminal: Terminal,
): Promise<BuiltReply> {
  const { language } = options;
  const { letters, assets, binaries } = await readLetters(files.letters, options, terminal);
  const read = await readDraft(files.draft, countingIds('d'));
  if (!read.ok) throw new UsageError(read.failure.message);
  for (const notice of read.draft.notices) terminal.say(`${files.draft.name}: ${noticeSentence(notice)}`);
  const all = [...files.letters, files.draft, ...(files.references ? [files.references] : [])];
  const reply = replyFromDraft({
    letters,
    draft: read.draft,
    references: files.references ? referencesIn(files.references) : [],
    assets,
    projectId: `p${sha256(...all.map(({ bytes }) => bytes)).slice(0, 20)}`,
    language,
    categories: en.categories,
    ids: countingIds('x'),
  });
  const pictures = read.draft.pictures.map(({ id, bytes }) => [assetPath(id), bytes] as const);
  return { ...reply, binaries: new Map([...binaries, ...pictures]) };
}

function referencesIn({ name, bytes }: NamedBytes): readonly Reference[] {
  const read = readReferences(name, decodeText(bytes, new NoticeCounter()), countingIds('work-'));
  if (!read.ok) throw new UsageError(read.failure.message);
  return read.references;
}

export async function reply(options: ReplyOptions, terminal: Terminal): Promise<ExitStatus> {
  const letters = await Promise.all(options.letters.map(readBytes));
  const draft = await readBytes(options.draft);
  const references = options.references === undefined ? undefined : await readBytes(options.references);
  const built = await buildReply(
    { letters, draft, ...(references ? { references } : {}) },
    options,
    terminal,
  );
  await put(options.output, projectBytes(built.project, built.binaries), terminal);
  report(built, options, terminal);
  return built.missing.length + built.problems.length > 0 ? 1 : 0;
}

function report(built: BuiltReply, options: ReplyOptions, terminal: Terminal): void {
  const { project, found, missing, problems } = built;
  const codes = new Map(project.letters.map((letter) => [letter.id, letter.code]));
  for (const entry of missing) terminal.say(missingSentence(entry, project.letters));
  for (const problem of problems) terminal.say(problemSentence(problem));
  const points = project.sections.reduce((sum, section) => sum + section.points.length, 0);
  terminal.say(
    `${options.output}: ${counted(points, 'point')}, ${counted(found.length, 'quotation')} found in ${counted(project.letters.length, 'letter')}, ${missing.length} not found.`,
  );
  if (!options.json) return;
  terminal.write(
    json({
      project: summaryOf(project),
      found: found.map(({ letter, ...rest }) => ({ letter: codes.get(letter), ...rest })),
      missing: missing.map(({ nearest, ...rest }) => ({
        ...rest,
        nearest: nearest
          ? {
              letter: codes.get(nearest.letter),
              text: nearest.text,
              likeness: Math.round(nearest.likeness * 1000) / 1000,
              difference: nearest.difference,
            }
          : null,
      })),
      problems,
    }),
  );
}

function summaryOf({ id, front, letters, highlights, sections }: Project) {
  return {
    id,
    title: front.title,
    letters: letters.map(({ code, item }) => ({ code, title: item.title ?? '' })),
    highlights: highlights.length,
    points: sections.reduce((sum, section) => sum + section.points.length, 0),
  };
}

function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

function missingSentence(
  { quotation, part, point, nearest }: MissingQuotation,
  letters: readonly Letter[],
): string {
  const place = [part, point].filter((title) => title !== '').join(', ');
  const lines = [`Not found${place === '' ? '' : ` (${place})`}: “${quotation}”`];
  if (nearest) {
    const code = letters.find(({ id }) => id === nearest.letter)?.code ?? nearest.letter;
    lines.push(
      `  nearest in ${code}: “${nearest.text}”`,
      `  difference: ${differenceText(nearest.difference)}`,
    );
  } else {
    lines.push('  Nothing in the letters comes near it.');
  }
  return lines.join('\n');
}

function problemSentence({ kind, detail }: DraftProblem): string {
  switch (kind) {
    case 'unknown-letter':
      return `A part names the letter ${detail}, which there isn’t.`;
    case 'unknown-reference':
      return `@${detail} is cited, but isn’t among the references.`;
    case 'unknown-target':
      return `A link leads to #${detail}, which nothing is called.`;
  }
}
