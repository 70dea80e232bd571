/** Commands for panes and sizes: their keys, and the menu. */
import type { MenuEntry } from './menu.ts';

export const VIEW_KEYS = {
  'show-outline': 'Mod+1',
  'show-coverage': 'Alt+F8',
  'show-letter': 'Mod+2',
  'show-answer': 'Mod+3',
  'show-preview': 'Mod+4',
  'text-larger': 'Mod+=',
  'text-smaller': 'Mod+-',
  'text-normal': 'Mod+0',
  'next-pane': 'F6',
  'previous-pane': 'Shift+F6',
  'full-screen': 'F11',
} as const;

export const VIEW_MENU = [
  'show-outline',
  'show-coverage',
  'show-letter',
  'show-answer',
  'show-preview',
  '-',
  'text-larger',
  'text-smaller',
  'text-normal',
  '-',
  'next-pane',
  'previous-pane',
  'full-screen',
] as const satisfies readonly MenuEntry[];
