import { Transforms, type Editor, type Path } from 'slate';

/**
 * Sets fields of the node at `path`; null takes one away. With `replace` every other field of the node goes.
 * Slate's own types ask for the fields of one member of the union at a time, which our callers can't name.
 */
export function setFields(
  editor: Editor,
  path: Path,
  fields: Readonly<Record<string, unknown>>,
  replace = false,
): void {
  Transforms.setNodes(editor, fields as object, { at: path, voids: true, replace });
}
