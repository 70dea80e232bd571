/** Commands for the outline and its codes: their keys, and the menus within the menu. */
import type { MenuEntry } from './menu.ts';

export const OUTLINE_KEYS = {
  'outline-in': 'Mod+Alt+]',
  'outline-out': 'Mod+Alt+[',
  'point-split': 'Mod+Alt+Enter',
  'outline-merge': '',
  'outline-duplicate': '',
  'outline-move-to': '',
  'outline-sort': '',
  'outline-group-category': '',
  'outline-group-letter': '',
  'outline-group-topic': '',
  'outline-group-tag': '',
  'outline-remove': '',
  'outline-filter': 'Mod+Shift+F',
  'outline-show-all': '',
  'outline-fold': '',
  'outline-unfold': '',
  'matter-front': '',
  'matter-part': '',
  'matter-back': '',
  numbering: '',
  'codes-freeze': '',
  'codes-unfreeze': '',
  'round-begin': '',
  'point-continue': '',
} as const;

export const OUTLINE_MENUS = [
  {
    submenu: 'outline',
    items: [
      'outline-in',
      'outline-out',
      'outline-move-to',
      '-',
      'point-split',
      'outline-merge',
      'outline-duplicate',
      'outline-remove',
      '-',
      'outline-sort',
      '-',
      'matter-front',
      'matter-part',
      'matter-back',
      '-',
      'outline-filter',
      'outline-show-all',
      'outline-fold',
      'outline-unfold',
    ],
  },
  {
    submenu: 'group',
    items: ['outline-group-category', 'outline-group-letter', 'outline-group-topic', 'outline-group-tag'],
  },
  {
    submenu: 'codes',
    items: ['numbering', '-', 'codes-freeze', 'codes-unfreeze', '-', 'round-begin', 'point-continue'],
  },
] as const satisfies readonly MenuEntry[];
