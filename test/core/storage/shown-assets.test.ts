import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkProject } from '../../../core/storage/invariants.ts';
import { withoutUnshownAssets } from '../../../core/storage/shown-assets.ts';
import { projects } from '../../support/arbitraries.ts';
import { quillhaven } from '../../support/quillhaven-project.ts';

describe('what is written of a project', () => {
  it('has the pictures that are shown and no others, and every picture its bytes (F4, I10)', () => {
    fc.assert(
      fc.property(projects, (project) => {
        const written = withoutUnshownAssets(project);
        expect({ ...written, assets: project.assets }).toEqual(project);
        expect(checkProject(written).problems).toEqual([]);
        const text = JSON.stringify({ ...written, assets: [] });
        for (const { id } of written.assets) expect(text).toContain(`"asset":"${id}"`);
        expect(withoutUnshownAssets(written)).toBe(written);
      }),
      { numRuns: 60 },
    );
  });

  it('leaves out a picture that was removed', () => {
    const other = { id: 'gone', mediaType: 'image/png', name: 'gone.png' } as const;
    const written = withoutUnshownAssets({ ...quillhaven, assets: [other, ...quillhaven.assets] });
    expect(written.assets).toEqual(quillhaven.assets);
  });
});
