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
  'find-text': 'Mod+F',
  'find-next': 'F3',
  'find-previous': 'Shift+F3',
  'replace-text': 'Mod+H',
  find: 'Mod+K',
  'next-misspelling': 'Alt+F7',
  'previous-misspelling': 'Alt+Shift+F7',
  'spelling-choices': 'Mod+Shift+F7',
  spelling: '',
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
  'find-text',
  'find-next',
  'find-previous',
  'replace-text',
  'find',
  '-',
  {
    submenu: 'spelling',
    items: ['next-misspelling', 'previous-misspelling', 'spelling-choices', '-', 'spelling'],
  },
] as const satisfies readonly MenuEntry[];
