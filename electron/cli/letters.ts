import { createHash } from 'node:crypto';
import { countingIds } from '../../core/document/id.ts';
import type { Letter } from '../../core/document/letter.ts';
import type { Asset } from '../../core/document/project.ts';
import { importFile } from '../../core/import/file.ts';
import { letterFrom, proposedCode } from '../../core/import/letter.ts';
import { noticeSentence } from '../../core/import/messages.ts';
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
 * ids.
 *
 * @throws {UsageError} where a file can't be read as a letter.
 */
export function readLetters(files: readonly NamedBytes[], language: string, terminal: Terminal): ReadLetters {
  const letters: Letter[] = [];
  const assets: Asset[] = [];
  const binaries = new Map<string, Uint8Array>();
  const codes = new Set<string>();
  files.forEach(({ name, bytes }, i) => {
    const result = importFile({ name, bytes }, countingIds(`l${i + 1}-`));
    if (!result.ok) throw new UsageError(result.failure.message);
    const { imported } = result;
    const proposed = proposedCode(imported);
    let number = i + 1;
    while (codes.has(`A${number}`)) number++;
    const code = proposed !== undefined && !codes.has(proposed) ? proposed : `A${number}`;
    codes.add(code);
    const hash = sha256(bytes);
    const original = { name, mediaType: mediaTypeOf(name), sha256: hash, size: bytes.length };
    letters.push(letterFrom(imported, { id: `letter-${i + 1}`, code, name, language, original }));
    binaries.set(originalPath(hash), bytes);
    for (const { id, mediaType, name: pictureName, bytes: picture } of imported.pictures) {
      assets.push({ id, mediaType, name: pictureName });
      binaries.set(assetPath(id), picture);
    }
    for (const notice of imported.notices) terminal.say(`${name}: ${noticeSentence(notice)}`);
  });
  return { letters, assets, binaries };
}

function mediaTypeOf(name: string): string {
  if (/\.x?html?$/i.test(name)) return 'text/html';
  return /\.(md|markdown|mdown|mkd)$/i.test(name) ? 'text/markdown' : 'text/plain';
}
