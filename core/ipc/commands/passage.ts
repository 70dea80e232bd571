/** Commands for passages of a letter: their keys, and the menu. */
import type { MenuEntry } from './menu.ts';

export const PASSAGE_KEYS = {
  'passage-answer': 'Mod+Enter',
  'passage-quote': 'Mod+Shift+Enter',
  'passage-note': 'Mod+Shift+M',
  'passage-waive': 'Mod+Shift+W',
  'passage-remove': 'Mod+Shift+Backspace',
  'category-1': '',
  'category-2': '',
  'category-3': '',
  'category-4': '',
  'category-5': '',
  'category-6': '',
  'go-across': "Mod+'",
} as const;

export const PASSAGE_MENU = [
  'passage-answer',
  'passage-quote',
  '-',
  'passage-note',
  'passage-waive',
  'passage-remove',
  '-',
  {
    submenu: 'category',
    items: ['category-1', 'category-2', 'category-3', 'category-4', 'category-5', 'category-6', 'categories'],
  },
  '-',
  'go-across',
] as const satisfies readonly MenuEntry[];
