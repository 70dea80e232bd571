import { build } from 'vite';
import { expect, it, vi } from 'vitest';
import { withoutFetching } from '../../build/without-fetching.ts';

// A busy machine may take its time.
vi.setConfig({ testTimeout: 60_000 });

async function bundled(plugins: readonly ReturnType<typeof withoutFetching>[]): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [...plugins],
    build: {
      write: false,
      minify: false,
      rolldownOptions: { treeshake: false },
      lib: { entry: 'core/citations/export-works.ts', formats: ['es'], fileName: 'works' },
    },
  });
  const outputs = Array.isArray(made) ? made : [made];
  return outputs
    .flatMap((each) => ('output' in each ? each.output : []))
    .map((file) => (file.type === 'chunk' ? file.code : ''))
    .join('\n');
}

it('what reads and writes works is bundled without what could fetch them', async () => {
  const fetching = /XMLHttpRequest|[^\w.]fetch\(|Server responded with/;
  expect(await bundled([])).toMatch(fetching);
  const code = await bundled([withoutFetching()]);
  expect(code).toContain('@bibtex');
  expect(code.split('\n').filter((line) => fetching.test(line))).toEqual([]);
});
