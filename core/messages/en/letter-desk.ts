/** The words of versions, parts, originals and drafts of letters. */
import { plural } from './plural.ts';

export const version = {
  title: (code: string) => `A new version of ${code}`,
  hint: 'Nothing is changed until you replace it.',
  differs: (places: number) =>
    places === 0
      ? 'Not a word of it differs from the text as it is now.'
      : `Its words differ in ${plural(places, 'place', 'places')} from the text as it is now.`,
  corrected: 'What you have corrected in the letter is replaced as well.',
  text: 'The new version',
  passages: 'Marked passages',
  none: 'No passage of this letter is marked.',
  choose: 'Choose a passage to see where it is in the new version.',
  putHint: (code: string) => `Is ${code} somewhere else? Select the words.`,
  unmarked: 'No passage has to be found again.',
  put: (code: string) => `Put ${code} There`,
  more: (count: number) => `Show more of the ${plural(count, 'passage', 'passages')} that follow`,
  placed: 'placed by you',
  place: 'Where you put it',
  outcomes: {
    exact: 'as before',
    moved: 'moved',
    changed: 'changed',
    missing: 'not found',
  },
  decision: (code: string) => `What becomes of passage ${code}`,
  accept: 'Take it so',
  unplace: 'Keep it with its old words',
  remove: 'Remove the highlight',
  replace: 'Replace the letter',
  beside: 'Show Beside the Letter',
  replaced: (code: string) => `${code} has its new version.`,
  showEarlier: 'Show the Earlier One Beside',
} as const;

export const split = {
  title: (code: string) => `Split ${code} into several letters`,
  hint: 'Click between two paragraphs where a new letter begins, or go there with the arrow keys and press Space.',
  parts: 'Letters that it becomes',
  text: 'The text to split',
  propose: 'Begin anew at',
  signs: {
    heads: (count: number) => plural(count, 'head or salutation', 'heads and salutations'),
    numbers: (count: number) => plural(count, 'number', 'numbers'),
    headings: (count: number) => plural(count, 'heading', 'headings'),
  },
  nowhere: 'Nowhere',
  place: (words: string) => `A new letter begins at: ${words}`,
  begins: (code: string) => `${code} begins here`,
  here: 'A new letter begins here',
  show: (code: string) => `Show where ${code} begins`,
  titleOf: (code: string) => `Title of ${code}`,
  more: (count: number) => `Show more of the ${plural(count, 'paragraph', 'paragraphs')} that follow`,
  split: (count: number) => (count === 1 ? 'Split' : `Make ${count.toLocaleString('en')} letters`),
  done: (count: number) => `The letter was split into ${count.toLocaleString('en')}.`,
} as const;

export const join = {
  title: 'Join letters into one',
  alone: 'There is no other letter yet. Parts that came in one by one can be joined here.',
  choose: 'Choose two or more. They are put one after another in this order.',
  into: (code: string) =>
    `They become ${code}, one after another in this order. Highlights and what answers them move along; what each letter came from is kept.`,
  join: 'Join',
  done: (count: number, code: string) =>
    `${plural(count, 'letter was', 'letters were')} joined into ${code}.`,
} as const;

export const original = {
  title: (code: string) => `What ${code} came from`,
  none: 'This letter has no original: it was not taken from a file or the clipboard.',
  bytes: (size: number) => plural(size, 'byte', 'bytes'),
  text: 'As it came',
  more: 'This is its beginning. Save a copy to see the whole.',
  notText: 'It isn’t plain text. Save a copy and open that in its own program to see it.',
  lost: 'Its bytes are no longer in the project. The text of the letter is intact.',
  changes: 'What you have corrected since',
  comparing: 'Comparing…',
  legend: 'Struck out: as it came. Underlined: as it is now.',
  onlyForm: 'Not a word differs from what came.',
  moreChanges: (count: number) => `${plural(count, 'further place', 'further places')} differ.`,
  unreadable: 'What it came from can’t be read any more, so there is nothing to compare with.',
  save: 'Save a Copy…',
  saveTitle: 'Save a copy of the original',
  saveFailed: 'The copy couldn’t be saved.',
} as const;

export const draft = {
  title: 'A finished draft',
  looking: 'Looking for the draft’s quotations…',
  noLetters: 'Put in the letters first: the draft’s quotations are looked for in them.',
  counts: (points: number, found: number, missing: number) =>
    found + missing === 0
      ? `${plural(points, 'point', 'points')}. No quotation stands apart in it, as block quotation or as paragraph in quotation marks, so all of it becomes text of your own.`
      : `${plural(points, 'point', 'points')}; ${plural(found, 'quotation', 'quotations')} found in the letters, ${missing === 0 ? 'none missing' : `${missing.toLocaleString('en')} not`}.`,
  missing: 'Not found in the letters',
  hint: 'Struck out: your draft. Underlined: the letter. Nothing is changed until you put it in.',
  text: 'The letters',
  letter: 'Letter to look in',
  decision: (number: number) => `What becomes of quotation ${number}`,
  asText: 'Leave it in the answer as it is typed',
  takeNearest: 'Quote the letter’s words instead',
  taken: 'Quote the words that you selected',
  takeSelected: 'Quote the Selected Words',
  drop: 'Leave it out',
  nearest: (code: string) => `Beside ${code}`,
  nothingNear: 'Nothing in the letters comes near. Select the words that are meant, if they are there.',
  put: 'Put it into the project',
  problems: {
    'unknown-letter': (name: string) => `The draft names a letter “${name}” that the project doesn’t have.`,
    'unknown-reference': (name: string) => `The draft cites “${name}”, which isn’t among the works.`,
    'unknown-target': (name: string) => `The draft refers to “${name}”, which it doesn’t have.`,
  },
} as const;

export const annotations = {
  title: (code: string) => `Annotations for ${code}`,
  notJson:
    'This isn’t a file of annotations. Annotations come as JSON: export them from Hypothesis, Recogito or another annotating program.',
  couldNotRead: 'The annotations couldn’t be taken in.',
  looking: 'Looking for the passages…',
  hint: 'Nothing is changed until you take them in. Their words become private notes.',
  exact: (count: number) => `Found exactly (${count})`,
  approximate: (count: number) => `Found approximately (${count})`,
  approximateHint:
    'Struck out: the letter. Underlined: what was annotated. Only those that are ticked are taken in.',
  known: (count: number) => `Highlighted already (${count})`,
  unplaced: (count: number) => `Not found in ${count === 1 ? 'the letter' : 'the letters'} (${count})`,
  refused: (count: number) => `Refused (${count})`,
  refusedHint:
    'Each with the rule that it breaks; numbers are sections of the W3C’s Web Annotation Data Model.',
  numbered: (number: number) => `Annotation ${number}`,
  take: (count: number) => `Take in ${plural(count, 'highlight', 'highlights')}`,
  taken: (count: number) => `${plural(count, 'passage was', 'passages were')} highlighted.`,
  nothing: 'Nothing to take in',

  exportTitle: 'Export annotations',
  exportHint:
    'A file for other annotating programs (W3C Web Annotation, JSON). Reasons for leaving passages unanswered never go along.',
  which: 'Which highlights',
  ofLetter: (code: string, count: number) => `Those of ${code} (${count})`,
  ofAll: (count: number) => `Those of all letters (${count})`,
  withNotes: 'With my private notes',
  export: 'Export…',
} as const;
