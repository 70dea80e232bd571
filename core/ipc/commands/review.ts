/** Commands for work in progress: what is left, the board, comments, details of points: their keys, and the menu. */
import type { MenuEntry } from './menu.ts';

export const REVIEW_KEYS = {
  'show-remaining': 'Mod+Alt+L',
  'next-remaining': 'F4',
  'previous-remaining': 'Shift+F4',
  board: 'Mod+Alt+S',
  'point-details': 'Mod+Alt+I',
  'change-new': 'Mod+Alt+H',
  'comment-new': 'Mod+Alt+M',
  'next-comment': 'Mod+Alt+.',
  'previous-comment': 'Mod+Alt+,',
  'show-comments': '',
  'answer-types': '',
  'whole-target': '',
} as const;

export const REVIEW_MENU = [
  'show-remaining',
  'next-remaining',
  'previous-remaining',
  '-',
  'board',
  'point-details',
  'change-new',
  '-',
  'comment-new',
  'next-comment',
  'previous-comment',
  'show-comments',
  '-',
  'answer-types',
  'whole-target',
] as const satisfies readonly MenuEntry[];
