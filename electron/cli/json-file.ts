import { UsageError } from './terminal.ts';
import type { NamedBytes } from './files.ts';

/** What a JSON file holds. @throws {UsageError} where it isn't JSON. */
export function readJson({ name, bytes }: NamedBytes): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch (error) {
    throw new UsageError(
      `${name}: This isn’t JSON: ${error instanceof Error ? error.message : 'unreadable'}`,
    );
  }
}
