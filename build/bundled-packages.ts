/**
 * Notes which npm packages went into a bundle, beside the bundle, so that the licence notices name what is really
 * in it and nothing else.
 */
import type { Plugin } from 'vite';

/** The name of the note in each bundle's folder: a JSON array of package names. */
export const noteName = 'bundled-packages.json';
/** The same for the workers in a bundle's folder, which are bundled by themselves. */
export const workerNoteName = 'bundled-packages-worker.json';

export function bundledPackages(fileName = noteName): Plugin {
  return {
    name: 'bundled-packages',
    apply: 'build',
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
      const names = new Set(modules.flatMap((id) => packageOf(id) ?? []));
      this.emitFile({ type: 'asset', fileName, source: JSON.stringify([...names].sort()) });
    },
  };
}

/** The innermost package that a module's path lies in. */
function packageOf(module: string): string | undefined {
  return /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(module)?.[1]?.replace('\\', '/');
}
