/** The sample from its letters and its draft, by the same code as `pamphleteer reply`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildReply, type BuiltReply } from '../electron/cli/reply.ts';

export const root = join(import.meta.dirname, '..');
export const sampleFolder = join(root, 'sample');

/** In the order of their codes. */
const LETTERS = ['council-statement.html', 'columnist-article.md', 'reader-comment.txt'];

/** @throws {Error} where a quotation isn't found or a name leads nowhere: the sample has to be without fault. */
export async function sampleProject(): Promise<BuiltReply> {
  const read = (...path: string[]) => ({
    name: path.at(-1) ?? '',
    bytes: new Uint8Array(readFileSync(join(sampleFolder, ...path))),
  });
  const files = {
    letters: LETTERS.map((name) => read('letters', name)),
    draft: read('reply.md'),
    references: read('references.json'),
  };
  const built = await buildReply(
    files,
    { language: 'en-GB' },
    {
      write: () => undefined,
      say: (words) => process.stderr.write(`${words}\n`),
    },
  );
  const faults = [
    ...built.missing.map(({ quotation }) => `not found: ${quotation}`),
    ...built.problems.map(({ kind, detail }) => `${kind}: ${detail}`),
  ];
  if (faults.length > 0) throw new Error(`the sample has faults:\n${faults.join('\n')}`);
  return built;
}
