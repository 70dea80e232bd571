/** `npm run sample`: makes sample/quillhaven.pamphlet anew, the project that the app opens as its sample. */
import { writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { projectBytes } from '../electron/cli/files.ts';
import { root, sampleFolder, sampleProject } from './sample-project.ts';

const { project, binaries, found } = await sampleProject();
const path = join(sampleFolder, 'quillhaven.pamphlet');
writeFileSync(path, projectBytes(project, binaries));
process.stdout.write(
  `${relative(root, path)}: ${project.letters.length} letters, ${project.highlights.length} passages, ${found.length} quotations\n`,
);
