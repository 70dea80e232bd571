/** Commands for passages of a letter: their keys, and the menu. */
import type { MenuEntry } from './menu.ts';

export const PASSAGE_KEYS = {
  'passage-answer': 'Mod+Enter',
  'passage-quote': 'Mod+Shift+Enter',
  'passage-by-master': 'Mod+Alt+Shift+M',
  'passage-refer': 'Mod+Alt+Shift+R',
  'passage-note': 'Mod+Shift+M',
  'passage-tags': 'Mod+Alt+G',
  'passage-comment': '',
  'passage-waive': 'Mod+Shift+W',
  'passage-remove': 'Mod+Shift+Backspace',
  'category-1': '',
  'category-2': '',
  'category-3': '',
  'category-4': '',
  'category-5': '',
  'category-6': '',
  'go-across': "Mod+'",
  'next-of-category': 'F9',
  'previous-of-category': 'Shift+F9',
  'next-of-point': 'Mod+F9',
  'previous-of-point': 'Mod+Shift+F9',
} as const;

export const PASSAGE_MENU = [
  'passage-answer',
  'passage-quote',
  'passage-by-master',
  'passage-refer',
  '-',
  'passage-note',
  'passage-tags',
  'passage-comment',
  'passage-waive',
  'passage-remove',
  '-',
  {
    submenu: 'category',
    items: ['category-1', 'category-2', 'category-3', 'category-4', 'category-5', 'category-6', 'categories'],
  },
  '-',
  'go-across',
  {
    submenu: 'like-this',
    items: ['next-of-category', 'previous-of-category', '-', 'next-of-point', 'previous-of-point'],
  },
] as const satisfies readonly MenuEntry[];
