/** Every text of the window, the menu and the dialogs, in English. A translation is another file of this shape. */
import { review } from './en/review.ts';
import { besideWords } from './en/beside.ts';
import { coverageWords } from './en/coverage.ts';
import { categories, commands, menus, submenus } from './en/commands.ts';
import { panes, side, welcome, palette, keysSheet, about, status } from './en/window.ts';
import { edits } from './en/edits.ts';
import { outline, numbering } from './en/outline.ts';
import { letter, selectionBar, passage, details, reading, arrivals, categoriesDialog } from './en/letter.ts';
import { version, split, join, original, draft, annotations } from './en/letter-desk.ts';
import { answer, references, lists, masters, titlePage } from './en/answer.ts';
import { quote, sourceLine, quotations } from './en/quotation.ts';
import { works } from './en/works.ts';
import { spelling, findText, pictures } from './en/text.ts';
import { preview, files, recovery } from './en/files.ts';

export const en = {
  app: 'Pamphleteer',
  untitled: 'Untitled pamphlet',
  untitledLetter: 'Letter without a title',
  untitledWork: 'Work without a title',
  menus,
  submenus,
  commands,
  recent: 'Open Recent',
  noRecent: 'No recent projects',
  undoOf: (what: string) => `Undo ${what}`,
  redoOf: (what: string) => `Redo ${what}`,

  categories,
  edits,
  panes,
  side,
  review,
  welcome,
  coverage: coverageWords,
  beside: besideWords,
  outline,
  letter,
  selectionBar,
  passage,
  answer,
  references,
  lists,
  masters,
  numbering,
  quote,
  sourceLine,
  titlePage,
  details,
  reading,
  arrivals,
  version,
  split,
  join,
  original,
  draft,
  quotations,
  annotations,
  works,
  categoriesDialog,
  preview,
  spelling,
  findText,
  palette,
  keysSheet,
  about,
  status,
  pictures,
  files,
  recovery,

  dismiss: 'Dismiss',
  close: 'Close',
  cancel: 'Cancel',
  remove: 'Remove',
  done: 'Done',
} as const;

export type Messages = typeof en;
