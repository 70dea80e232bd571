import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleFolder, sampleProject } from '../../../build/sample-project.ts';
import { findings } from '../../../core/derived/findings/findings.ts';
import { openProject } from '../../../core/storage/open.ts';

describe('the sample', () => {
  it('quotes rightly, refers to what is there and answers all that it marks', async () => {
    const { project, missing, problems } = await sampleProject();
    expect([missing, problems, findings(project)]).toEqual([[], [], []]);
  });
  it('in the repository is what its letters and its draft give (npm run sample)', async () => {
    const opened = openProject(readFileSync(join(sampleFolder, 'quillhaven.pamphlet')));
    expect(opened.ok && [opened.state, opened.project]).toEqual(['sound', (await sampleProject()).project]);
  });
});
