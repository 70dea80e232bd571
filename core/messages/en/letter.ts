/** The words of letters and passages. */
import { plural } from './plural.ts';
import { markAs } from './commands.ts';

export const letter = {
  none: 'No letter yet',
  noneHint: 'Paste the letter that you want to answer, drop a file here, or open one.',
  notice: (count: number) =>
    plural(count, 'thing was left out or changed', 'things were left out or changed'),
  noticeTitle: 'What the import left out or changed',
  reportTitle: (code: string) => `The import of ${code}`,
  noNotices: 'Nothing was left out, and nothing was changed.',
  corrected: 'Text corrected',
  correctedHint: 'Show what was corrected',
  more: 'More about this letter',
  correcting: 'You are correcting the text of this letter. Highlights move along.',
  doneCorrecting: 'Done',
  details: 'Details',
  passage: (code: string, state: string, tags: readonly string[] = []) =>
    [`Passage ${code}`, state, ...(tags.length > 0 ? [`tagged ${tags.join(', ')}`] : [])].join(', '),
  states: {
    answered: 'answered',
    open: 'open',
    waived: 'left unanswered on purpose',
    untouched: 'untouched',
  },
  coverageStrip: 'How much of the letter is answered. Click to go there.',
  noNextOpen: 'Every marked passage of this letter is answered or left unanswered on purpose.',
  paragraphMark: (number: number) => `¶ ${number}`,
} as const;

export const selectionBar = {
  title: 'Passage',
  answer: 'Answer',
  quote: 'Quote',
  'by-master': 'Master',
  refer: 'Refer',
  note: 'Note',
  tags: 'Tags',
  comment: 'Comment',
  tagged: (tags: readonly string[]) => `Tags: ${tags.join(', ')}`,
  waive: 'Waive',
  category: markAs,
  quoteIn: (point: string) => `Quote in point ${point}`,
  remove: 'Remove highlight',
  others: 'Passages here',
  extendHint: 'Shift and arrow keys change where it ends, with Alt where it begins',
} as const;

export const passage = {
  noteTitle: (code: string) => `Private note on ${code}`,
  noteHint: 'For your eyes only; it is never printed.',
  detailsTitle: (code: string) => `Note and tags of ${code}`,
  waiveTitle: (code: string) => `Leave ${code} unanswered`,
  waiveHint: 'Say why, for yourself and for those who check the work.',
  reason: 'Reason',
  unwaive: 'Open it again',
  nothingSelected: 'Select words of the letter first, or click a passage that is marked in it.',
  quoteNowhere: 'Go to the point that is to quote it first, or begin a new one.',
  quotedAlready: (point: string) =>
    `Point ${point} quotes it already. To quote it elsewhere, go to the other point, then select the passage again.`,
  extendStart: 'Where the passage begins',
  extendEnd: 'Where the passage ends',
  done: 'Done',
  answeredIn: (numbers: string) => `answered in ${numbers}`,
} as const;

export const details = {
  title: (code: string) => `Letter ${code}`,
  newTitle: 'New letter',
  fields: {
    code: 'Code',
    title: 'Title',
    authors: 'Authors',
    addressee: 'To',
    date: 'Date',
    published: 'Published in',
    publisher: 'Publisher',
    url: 'Link',
    language: 'Language',
    kind: 'Kind',
    direction: 'Direction',
  },
  authorsHint: 'One on each line',
  dateHint: '2026-05-03, or in words',
  useCode: (code: string) => `Use ${code}`,
  codeTaken: (code: string) => `The code ${code} belongs to another letter. Take another one.`,
  codeWrong: 'A code is one to eight letters and digits, without spaces.',
  linkWrong: 'This isn’t a web address. It should begin with https://.',
  kinds: {
    letter: 'Letter',
    article: 'Article',
    statement: 'Statement',
    review: 'Review',
    comment: 'Comment',
    mail: 'Mail',
    own: 'Own earlier text',
    work: 'Outside work',
    agency: 'Agency',
    organisation: 'Organisation',
    individual: 'Individual',
    reviewer: 'Reviewer',
    editor: 'Editor',
    party: 'Party',
  },
  ltr: 'Left to right',
  rtl: 'Right to left',
  found: (where: string) => `Found in the ${where}`,
  foundValue: (where: string) => `Found in the ${where}:`,
  use: 'Use',
  useFor: (value: string, field: string) => `Use “${value}” for ${field}`,
  open: (count: number) => `${plural(count, 'field is', 'fields are')} empty for which something was found.`,
  useAll: 'Use all',
  further: (places: number) => `Other letters seem to begin in it, in ${plural(places, 'place', 'places')}.`,
  lookAgain: 'Look in the original again',
  lookAgainHint: 'What was found in its original when it was taken in isn’t at hand any more.',
  save: 'Save',
  add: 'Add the letter',
  words: (count: number) => plural(count, 'word', 'words'),
} as const;

export const reading = {
  title: 'Reading',
  now: (name: string) => `Reading “${name}”`,
  of: (number: number, count: number) => `${number.toLocaleString('en')} of ${count.toLocaleString('en')}`,
  stop: 'Stop',
  stopped: 'Reading was stopped. Nothing was taken in.',
  otherProject: 'Another project was opened meanwhile, so nothing was taken in.',
  refused: (refused: number, all: number) =>
    `${refused.toLocaleString('en')} of ${plural(all, 'file', 'files')} couldn’t be taken in:`,
  drop: 'Drop letters here, or a project',
} as const;

export const arrivals = {
  fileHolds: (name: string, count: number) => `“${name}” holds ${plural(count, 'part', 'parts')}`,
  clipboardHolds: (count: number) => `What was pasted holds ${plural(count, 'part', 'parts')}`,
  filesHold: (files: number, count: number) =>
    `${plural(files, 'file', 'files')} with ${plural(count, 'part', 'parts')}`,
  hint: 'Each that you tick becomes a letter. The project keeps the whole original, so what you leave out can be taken later: Letter, Take More from the Original.',
  all: 'Take all',
  none: 'Take none',
  chosen: (count: number, all: number) => `${count.toLocaleString('en')} of ${all.toLocaleString('en')}`,
  suggested: { main: '', history: 'Quoted', signature: '' },
  already: (code: string) => `In the project as ${code}`,
  take: (count: number) => (count === 1 ? 'Take 1 letter' : `Take ${count.toLocaleString('en')} letters`),
  taken: (codes: readonly string[]) =>
    `${plural(codes.length, 'letter was', 'letters were')} taken in: ${codes[0]} to ${codes.at(-1)}.`,
  lookThrough: 'Look Them Through',
  reportTitle: 'Letters taken in',
  reportHint:
    'What was left out or changed is told for each. It can be read again at any time: Letter, What the Import Changed.',
  nothingChanged: 'Taken as it is.',
  wholePage: 'Take the whole page instead',
  wholePageTaken: 'The whole page stands in the place of its main text.',
  onlyOne: (name: string) => `There is no other letter in “${name}”.`,
} as const;

export const categoriesDialog = {
  title: 'Categories of highlights',
  hint: 'Names are yours. Tint and margin rule stay together, so that they can be told apart without colour.',
  name: (index: number) => `Name of category ${index}`,
  done: 'Done',
} as const;
