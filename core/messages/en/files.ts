/** The words of files, the preview and what is restored. */
import { plural } from './plural.ts';

export const preview = {
  title: 'Preview',
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  setting: 'Setting the pages…',
  failed: 'The pages couldn’t be set.',
  ended: 'The typesetter has ended unexpectedly. Your text isn’t touched.',
  tooLong: (minutes: number) =>
    `Setting the pages took longer than ${minutes} minutes, so it was stopped. Your text isn’t touched. Long letters needn’t be printed: “Title Page…” says whether they stand at the end.`,
  tooMuch:
    'Setting the pages took more memory than this computer can spare, so it was stopped. Your text isn’t touched. Long letters needn’t be printed: “Title Page…” says whether they stand at the end.',
  again: 'Try Again',
  empty: 'The pages appear here as soon as there is something to print.',
  follow: 'Follow the point that I write',
  zoomIn: 'Larger pages',
  zoomOut: 'Smaller pages',
  previous: 'Previous page',
  next: 'Next page',
} as const;

export const files = {
  openTitle: 'Open a project',
  lettersTitle: 'Add letters',
  annotationsTitle: 'Import annotations',
  annotations: 'Annotations (JSON)',
  picturesTitle: 'Insert pictures',
  pictures: 'Pictures (PNG, JPEG, GIF, WebP)',
  chooseTitles: { version: 'Open a new version of the letter', draft: 'Open a finished draft' },
  unreadable: (name: string) =>
    `“${name}” can’t be read. See whether it still exists, and whether you may open it.`,
  projects: 'Pamphleteer projects',
  letterFiles: 'Letters (text, web page, Word, OpenDocument, mail, PDF)',
  allFiles: 'All files',
  saveTitle: 'Save the project',
  exportTitle: 'Export',
  webPage: 'Web page',
  pdf: 'PDF',
  docx: 'Word document',
  coverageTable: 'Table (CSV)',
  markdown: 'Markdown',
  closeAsk: (name: string) => `Save the changes to “${name}” before closing?`,
  closeDetail: 'If you don’t save, what you did since the last time is lost.',
  save: 'Save',
  dontSave: 'Don’t Save',
  cancel: 'Cancel',
  changedOutside: (name: string) => `“${name}” was changed by another program since you opened it.`,
  changedOutsideDetail:
    'Saving now replaces that version by yours. You can save yours under another name instead.',
  replace: 'Replace It',
  saveAs: 'Save As…',
  saveFailed: 'The project couldn’t be saved.',
  openFailed: 'The file couldn’t be opened.',
  importFailed: (name: string) => `“${name}” couldn’t be taken in.`,
  readerStopped: 'Reading it stopped before the end. Copy its text and paste it as plain text instead.',
  exported: (name: string) => `Exported to ${name}.`,
  show: 'Show in Folder',
  exportFailed: 'The export didn’t work.',
  saved: (name: string) => `Saved as ${name}.`,
  emptyClipboard: 'There is no text on the clipboard. Copy the letter first, then paste it here.',
  linkAsk: 'Open this address in your web browser?',
  open: 'Open',
  repaired: (count: number) => `${plural(count, 'thing was', 'things were')} mended while opening:`,
} as const;

export const recovery = {
  title: 'Work from last time was not saved',
  lead: 'Pamphleteer or the computer stopped before these were saved. Nothing is lost:',
  restore: 'Restore',
  discard: 'Discard',
  discardAsk: 'Discard this work for good?',
  restored: 'Restored what was not saved. Save it to keep it.',
  lost: (count: number) => `The last ${plural(count, 'edit', 'edits')} couldn’t be read.`,
  notKept: 'What you do now isn’t kept for the case of a crash. Save the project.',
} as const;
