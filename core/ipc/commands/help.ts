/** Commands for help: their keys, and the menu. */
import type { MenuEntry } from './menu.ts';

export const HELP_KEYS = {
  keys: 'F1',
  about: '',
} as const;

export const HELP_MENU = ['keys', 'open-sample', 'about'] as const satisfies readonly MenuEntry[];
