/**
 * The way in for the application's menu and the format bar: commands go to the editor that last had the focus.
 */
import type { ListStyle, Mark } from '../../core/text/block.ts';
import type { EditorCommand } from './editor-command.ts';

export type { EditorCommand } from './editor-command.ts';
export { EDITOR_COMMANDS } from './editor-command.ts';

export interface EditorState {
  /** Whether there is an editor that commands would go to. */
  readonly available: boolean;
  readonly scope: 'answer' | 'note';
  /** The marks of what would be typed, or of the start of the selection. */
  readonly marks: readonly Mark[];
  readonly link: boolean;
  /** The block that the selection begins in. */
  readonly block: string;
  readonly level: number | undefined;
  readonly list: ListStyle | undefined;
  readonly quoted: boolean;
  /** The list that the paragraph is an entry of. */
  readonly entry: string | undefined;
}

export interface EditorHandle {
  run(command: EditorCommand): boolean;
  focus(): void;
  state(): EditorState;
}

const NONE: EditorState = {
  available: false,
  scope: 'answer',
  marks: [],
  link: false,
  block: 'paragraph',
  level: undefined,
  list: undefined,
  quoted: false,
  entry: undefined,
};

let current: EditorHandle | undefined;
let snapshot = NONE;
const listeners = new Set<() => void>();

function publish(): void {
  const next = current?.state() ?? NONE;
  if (JSON.stringify(next) === JSON.stringify(snapshot)) return;
  snapshot = next;
  for (const listener of listeners) listener();
}

/** The editor has the focus now; commands go to it until another one has. */
export function editorFocused(handle: EditorHandle): void {
  current = handle;
  publish();
}

/** Something that an editor's state tells has changed. */
export function editorChanged(handle: EditorHandle): void {
  if (handle === current) publish();
}

export function editorGone(handle: EditorHandle): void {
  if (handle !== current) return;
  current = undefined;
  publish();
}

/** @returns false when no editor is there or it has no use for the command. */
export function runEditorCommand(command: EditorCommand): boolean {
  return current?.run(command) ?? false;
}

/** Puts the focus back into the editor that last had it. */
export function focusEditor(): boolean {
  current?.focus();
  return current !== undefined;
}

/** For `useSyncExternalStore`. */
export const editorState = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  getSnapshot: (): EditorState => snapshot,
};
