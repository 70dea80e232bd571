/** Commands for projects and what is made of them: their keys, and the menu. */
import type { MenuEntry } from './menu.ts';

export const FILE_KEYS = {
  'new-project': 'Mod+N',
  'open-project': 'Mod+O',
  'open-sample': '',
  save: 'Mod+S',
  'save-as': 'Mod+Shift+S',
  'export-html': 'Mod+Shift+E',
  'export-pdf': 'Mod+P',
  'export-docx': '',
  'export-markdown': '',
  'export-working': '',
  'export-coverage': '',
  'export-works': '',
  'close-window': 'Mod+W',
  quit: 'Mod+Q',
} as const;

export const FILE_MENU = [
  'new-project',
  'open-project',
  'recent',
  'open-sample',
  '-',
  'save',
  'save-as',
  '-',
  'export-html',
  'export-pdf',
  'export-docx',
  'export-markdown',
  'export-working',
  'export-coverage',
  'export-works',
  '-',
  'close-window',
  'quit',
] as const satisfies readonly MenuEntry[];
