/** Commands for the history, the clipboard and finding: their keys, and the menu. */
import type { MenuEntry } from './menu.ts';

export const EDIT_KEYS = {
  undo: 'Mod+Z',
  redo: 'Mod+Shift+Z',
  cut: 'Mod+X',
  copy: 'Mod+C',
  paste: 'Mod+V',
  'paste-plain': 'Mod+Shift+V',
  'select-all': 'Mod+A',
  find: 'Mod+K',
} as const;

export const EDIT_MENU = [
  'undo',
  'redo',
  '-',
  'cut',
  'copy',
  'paste',
  'paste-plain',
  'select-all',
  '-',
  'find',
] as const satisfies readonly MenuEntry[];
