import { createHash } from 'node:crypto';
import { countingIds } from '../../core/document/id.ts';
import type { Letter } from '../../core/document/letter.ts';
import type { Asset } from '../../core/document/project.ts';
import { importFile } from '../../core/import/file.ts';
import type { Imported, Proposed } from '../../core/import/imported.ts';
import { letterFrom, proposedCode } from '../../core/import/letter.ts';
import { noticeSentence, placeWords } from '../../core/import/messages.ts';
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

/**
 * Letters A1, A2 … in the order given, unless a file proposes a code that is free. The same files give the same
 * ids. A file may hold several letters; of what a mail only quotes none is made.
 *
 * @throws {UsageError} where a file can't be read as a letter.
 */
export async function readLetters(
  files: readonly NamedBytes[],
  language: string,
  terminal: Terminal,
): Promise<ReadLetters> {
  const letters: Letter[] = [];
  const assets: Asset[] = [];
  const binaries = new Map<string, Uint8Array>();
  const codes = new Set<string>();
  for (const [i, { name, bytes }] of files.entries()) {
    const result = await importFile({ name, bytes }, countingIds(`l${i + 1}-`));
    if (!result.ok) throw new UsageError(result.failure.message);
    const hash = sha256(bytes);
    const original = { name, mediaType: result.file.mediaType, sha256: hash, size: bytes.length };
    binaries.set(originalPath(hash), bytes);
    for (const { imported, suggested } of result.file.letters) {
      if (suggested !== 'main') continue;
      const proposed = proposedCode(imported);
      let number = letters.length + 1;
      while (codes.has(`A${number}`)) number++;
      const code = proposed !== undefined && !codes.has(proposed) ? proposed : `A${number}`;
      codes.add(code);
      const id = `letter-${letters.length + 1}`;
      letters.push(letterFrom(imported, { id, code, name, language, original, takeGuesses: true }));
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
