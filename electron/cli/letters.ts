import { createHash } from 'node:crypto';
import { countingIds } from '../../core/document/id.ts';
import type { Letter, LetterKind } from '../../core/document/letter.ts';
import type { Asset } from '../../core/document/project.ts';
import { importFile } from '../../core/import/file.ts';
import type { Imported, Proposed } from '../../core/import/imported.ts';
import { letterFrom, proposedCode, proposedKind } from '../../core/import/letter.ts';
import { noticeSentence, placeWords } from '../../core/import/messages.ts';
import { letterCodes } from '../../core/operations/edits.ts';
import { assetPath, originalPath } from '../../core/storage/paths.ts';
import type { NamedBytes } from './files.ts';
import { UsageError, type Terminal } from './terminal.ts';

export interface ReadLetters {
  readonly letters: readonly Letter[];
  readonly assets: readonly Asset[];
  /** Originals and pictures by their names in a project file. */
  readonly binaries: ReadonlyMap<string, Uint8Array>;
}

export function sha256(...parts: readonly Uint8Array[]): string {
  const hash = createHash('sha256');
  for (const bytes of parts) hash.update(bytes);
  return hash.digest('hex');
}

export interface LetterOptions {
  /** BCP 47, for what tells no language itself. */
  readonly language: string;
  /** Of all of them, whatever the files say. */
  readonly kind?: LetterKind;
}

/**
 * Letters with the codes of their kinds (A1, A2, R1 …) in the order given, unless a file proposes a code that is free.
 * The same files give the same ids. A file may hold several letters; of what a mail only quotes none is made.
 *
 * @param refused Is told why a file can't be read as a letter; the others come in. Without it the first one ends all.
 * @throws {UsageError} where a file can't be read as a letter.
 */
export async function readLetters(
  files: readonly NamedBytes[],
  { language, kind }: LetterOptions,
  terminal: Terminal,
  refused?: (name: string, message: string) => void,
): Promise<ReadLetters> {
  const letters: Letter[] = [];
  const assets: Asset[] = [];
  const binaries = new Map<string, Uint8Array>();
  const nextCode = letterCodes([]);
  for (const [i, { name, bytes }] of files.entries()) {
    const result = await importFile({ name, bytes }, countingIds(`l${i + 1}-`));
    if (!result.ok) {
      if (!refused) throw new UsageError(result.failure.message);
      refused(name, result.failure.message);
      continue;
    }
    const hash = sha256(bytes);
    const original = { name, mediaType: result.file.mediaType, sha256: hash, size: bytes.length };
    binaries.set(originalPath(hash), bytes);
    for (const { imported, suggested } of result.file.letters) {
      if (suggested !== 'main') continue;
      const code = nextCode(proposedCode(imported), kind ?? proposedKind(imported));
      const id = `letter-${letters.length + 1}`;
      letters.push(
        letterFrom(imported, {
          id,
          code,
          name,
          language,
          original,
          takeGuesses: true,
          ...(kind ? { kind } : {}),
        }),
      );
      for (const { id, mediaType, name: pictureName, bytes: picture } of imported.pictures) {
        assets.push({ id, mediaType, name: pictureName });
        binaries.set(assetPath(id), picture);
      }
      for (const { field, value, foundIn } of guessesTaken(imported))
        terminal.say(`${name}: ${field} “${value}” was taken from the ${placeWords(foundIn)}.`);
      for (const notice of imported.notices) terminal.say(`${name}: ${noticeSentence(notice)}`);
    }
  }
  return { letters, assets, binaries };
}

/** The guesses that `letterFrom` sets, since nothing before them tells the field. */
function guessesTaken({ metadata }: Imported): readonly Proposed[] {
  const told = new Set<string>();
  return metadata.filter(({ field, guessed }) => {
    const first = !told.has(field);
    told.add(field);
    return first && guessed;
  });
}
