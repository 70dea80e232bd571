/**
 * The arrows between the parts of the source, as a table and the ESLint rule that enforces it.
 *
 * For each file the longest matching `path` counts (`*` stands for one folder). A file may import from its own
 * layer, from `ours` except `ours` entries that start with `!`, and any package that `packages` doesn't forbid.
 */
import { builtinModules } from 'node:module';
import { dirname, relative, resolve, sep } from 'node:path';

const node = new RegExp(`^(node:.*|${builtinModules.join('|')})$`);
const electron = /^electron($|\/)/;
const view = /^(react|react-dom|slate|slate-.*)($|\/)/;
const slate = /^slate(-.*)?($|\/)/;

const core = (path, ours) => ({ path: `core/${path}`, ours, packages: [node, electron, view] });

export const layers = [
  core('text', []),
  core('document', ['core/text']),
  core('operations', ['core/text', 'core/document', 'core/anchoring']),
  core('anchoring', ['core/text', 'core/document']),
  core('derived', ['core/text', 'core/document', 'core/anchoring']),
  core('import', ['core/text', 'core/document', 'core/anchoring', 'core/storage']),
  core('storage', ['core/text', 'core/document']),
  core('citations', ['core/text', 'core/document', 'core/derived', 'core/import']),
  core('export', ['core/text', 'core/document', 'core/anchoring', 'core/derived', 'core/citations']),
  core('*', ['core']),
  { path: 'electron', ours: ['core'], packages: [view] },
  { path: 'renderer', ours: ['core'], packages: [node, electron, slate] },
  { path: 'renderer/editor', ours: ['core', 'renderer'], packages: [node, electron] },
  {
    path: 'renderer/features/*',
    ours: ['core', 'renderer', '!renderer/features'],
    packages: [node, electron, slate],
  },
  { path: 'build', ours: ['core', 'electron'], packages: [view] },
].sort(
  (a, b) =>
    b.path.split('/').length - a.path.split('/').length || a.path.includes('*') - b.path.includes('*'),
);

/** The layer of a path relative to the root, and the folder that is "itself" there; none for tests and configurations. */
function layerOf(path) {
  for (const layer of layers) {
    const depth = layer.path.split('/').length;
    const own = path.split('/').slice(0, depth).join('/');
    if (path.split('/').length > depth && new RegExp(`^${layer.path.replace('*', '[^/]+')}$`).test(own)) {
      return { ...layer, own };
    }
  }
  return undefined;
}

const inside = (path, folder) => path.startsWith(`${folder}/`);

/** Why `file` may not import `source` (both as written in the repository); undefined where it may. */
export function objection(root, file, source) {
  const layer = layerOf(relative(root, file).split(sep).join('/'));
  if (!layer) return undefined;
  if (!source.startsWith('.')) {
    return layer.packages.some((forbidden) => forbidden.test(source))
      ? `${layer.own} may not import the package '${source}'`
      : undefined;
  }
  const target = relative(root, resolve(dirname(file), source))
    .split(sep)
    .join('/');
  if (inside(target, layer.own)) return undefined;
  const barred = layer.ours.some((folder) => folder.startsWith('!') && inside(target, folder.slice(1)));
  const allowed = layer.ours.some((folder) => inside(target, folder));
  return allowed && !barred ? undefined : `${layer.own} may not import from ${target}`;
}

export const layersRule = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { arrow: '{{why}}: see the table in build/lint/layers.js.' },
  },
  create(context) {
    const check = (node) => {
      if (typeof node.source?.value !== 'string') return;
      const why = objection(context.cwd, context.filename, node.source.value.replace(/\?.*$/, ''));
      if (why) context.report({ node: node.source, messageId: 'arrow', data: { why } });
    };
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    };
  },
};
