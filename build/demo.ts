/** `npm run demo`: the sample as a web page and as a PDF, without a display. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { rendered } from '../electron/cli/export.ts';
import { root, sampleProject } from './sample-project.ts';

const { project, found } = await sampleProject();
const folder = join(root, 'demo-out');
mkdirSync(folder, { recursive: true });
process.stdout.write(
  `${project.letters.length} letters, ${project.highlights.length} passages, ${found.length} quotations found\n`,
);
for (const form of ['html', 'pdf'] as const) {
  const path = join(folder, `quillhaven.${form}`);
  writeFileSync(
    path,
    await rendered(project, form, new Map(), {
      write: () => undefined,
      say: (words) => process.stderr.write(`${words}\n`),
    }),
  );
  process.stdout.write(`${relative(process.cwd(), path)}\n`);
}
