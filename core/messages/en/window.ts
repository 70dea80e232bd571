/** The words of the window around the panes. */
import { plural } from './plural.ts';

export const panes = {
  outline: 'Outline',
  letter: 'Letter',
  answer: 'Answer',
  preview: 'Preview',
  close: (pane: string) => `Close the pane “${pane}”`,
  resize: (pane: string) => `Width of the pane “${pane}”`,
  views: 'Views',
} as const;

export const side = {
  outline: 'Outline',
  remaining: 'What’s left',
  comments: 'Comments',
  coverage: 'Coverage',
} as const;

export const welcome = {
  title: 'Answer a letter, point by point.',
  lead: 'Put in the letter that you want to answer, mark the passages that call for an answer, and write. Pamphleteer keeps every quotation to the letter and sets the pages.',
  paste: 'Paste a letter',
  pasteHint: 'Copy it anywhere, then paste it here',
  open: 'Open a file',
  openHint: 'Word, mail, PDF, web page, text … or a .pamphlet project',
  sample: 'Open the sample',
  sampleHint: 'A town library, three letters and a reply',
  recent: 'Recent',
  drop: 'Drop letters or a project anywhere in this window.',
} as const;

export const palette = {
  placeholder: 'Find a command, a letter, a point, a #tag, a word…',
  none: 'Nothing found.',
  commands: 'Commands',
  letters: 'Letters',
  points: 'Points',
  tagged: 'With the tag',
  moreTagged: (count: number) => `${count.toLocaleString('en')} more with such a tag`,
  text: 'In the text',
  works: 'Works cited',
  inLetter: (code: string) => `in letter ${code}`,
  inPoint: (number: string) => `in point ${number}`,
  inText: (name: string) => `in the ${name.toLowerCase()}`,
  more: (count: number) => `${count.toLocaleString('en')} more places`,
} as const;

export const keysSheet = {
  title: 'Keys',
  close: 'Close',
  inAnswer: 'While writing',
  inPalette: 'On a selection',
} as const;

export const about = {
  title: 'Pamphleteer',
  text: 'An editor for people who answer letters. It works on this computer alone and sends nothing anywhere.',
  licence: 'MIT licence. Fonts: Source Serif 4, Inter, EB Garamond, Noto, Amiri (SIL Open Font License).',
  versions: (version: string, runtime: string) => `Version ${version} · ${runtime}`,
} as const;

export const status = {
  saved: 'saved',
  unsaved: 'not saved yet',
  edited: 'edited',
  saving: 'saving…',
  words: (count: number) => plural(count, 'word', 'words'),
  points: (count: number) => plural(count, 'point', 'points'),
  coverage: (code: string, percent: number) => `${code} ${percent} % dealt with`,
  open: (count: number) => `${count.toLocaleString('en')} open`,
} as const;
