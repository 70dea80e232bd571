/**
 * Notes which npm packages went into a bundle, beside the bundle, so that the licence notices name what is really
 * in it and nothing else.
 */
import type { Plugin } from 'vite';

/** The name of the note in each bundle's folder: a JSON array of package names. */
export const noteName = 'bundled-packages.json';
/** The names of all notes in a bundle's folder: each of its workers is bundled by itself and has its own. */
export const notePattern = 'bundled-packages*.json';
export const isNote = (file: string): boolean => /^bundled-packages.*\.json$/.test(file);

/** @param of `worker` for what is bundled by itself into another bundle's folder. */
export function bundledPackages(of: 'bundle' | 'worker' = 'bundle'): Plugin {
  return {
    name: 'bundled-packages',
    apply: 'build',
    generateBundle(_options, bundle) {
      const entry = Object.values(bundle).find((file) => file.type === 'chunk' && file.isEntry);
      const fileName = of === 'bundle' ? noteName : noteName.replace('.json', `-${entry?.name}.json`);
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
