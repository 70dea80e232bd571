/** The words of the answer: points, references, lists, master responses. */
import { plural } from './plural.ts';

export const answer = {
  introduction: 'Introduction',
  conclusion: 'Conclusion',
  placeholder: 'Write the answer…',
  introductionPlaceholder: 'What the reader should know before the first point…',
  conclusionPlaceholder: 'What follows from it all…',
  leadPlaceholder: 'A word before the points of this part…',
  titlePlaceholder: 'Title of the point',
  partTitle: 'Title of the part',
  point: (number: string) => `Point ${number}`,
  part: (number: string) => `Part ${number}`.trim(),
  matter: { front: 'Front matter', back: 'Back matter' },
  continues: (code: string) => `continues point ${code}`,
  continuedIn: (code: string) => `continued in ${code}`,
  heading: 'In response to the section',
  wholeLetter: 'The whole letter',
  topic: 'About',
  noTopic: 'No topic',
  inResponseTo: (letter: string) => `In response to ${letter}`,
  answerTo: (number: string) => `Answer of point ${number}`,
  goToPassage: (code: string) => `Go to passage ${code}`,
  removeQuotation: 'Take this quotation out',
  moveUp: 'Move up',
  moveDown: 'Move down',
  against: 'against',
  contrast: 'Set the quotations against each other',
  sequence: 'Set the quotations one after another',
  contrasted: 'Set against each other',
  quotationsOf: (number: string) => `Quotations of point ${number}`,
  statuses: { draft: 'Draft', reviewed: 'Reviewed', final: 'Final' },
  status: 'Status',
  more: 'More about this point',
  moreOfPart: 'More about this part',
  respondsTo: 'In response to',
  noLetter: 'No letter in particular',
  empty: 'Nothing answered yet',
  emptyHint: 'Select words in the letter and press Enter, or begin with a point of your own.',
  newPart: (code: string, title: string) => `Reply to ${title || code}`,
  demand: (number: number) => `Demand ${number}`,
} as const;

export const references = {
  gone: 'What this referred to isn’t there any more.',
  noCaret: 'Put the caret into the answer first, where the reference is to stand.',
  ledThere: (references: number, answers: number) =>
    [
      references > 0
        ? `${plural(references, 'reference leads', 'references lead')} to what was taken away.`
        : '',
      answers > 0 ? `${plural(answers, 'place was', 'places were')} answered by it.` : '',
      references + answers === 1 ? 'It is marked where it stands.' : 'They are marked where they stand.',
    ]
      .filter(Boolean)
      .join(' '),
  undo: 'Undo',
  tooLate: 'Something else has been done since. Undo that first.',
} as const;

export const lists = {
  title: 'Lists',
  hint: 'Paragraphs of the answer that belong to a list are numbered where they stand, and gathered.',
  name: 'Name of the list',
  label: 'What one entry is called',
  numbering: 'Numbers',
  numberings: {
    decimal: '1, 2, 3',
    'lower-alpha': 'a, b, c',
    'upper-alpha': 'A, B, C',
    'lower-roman': 'i, ii, iii',
    'upper-roman': 'I, II, III',
  },
  gathered: 'Gathered',
  atEnd: 'At the end',
  atFront: 'Before the first part',
  afterPart: (part: string) => `After part ${part}`,
  entries: (count: number) => plural(count, 'entry', 'entries'),
  add: 'New list',
  addOf: (name: string) => `New list: ${name}`,
  own: 'Of another name',
  ownName: 'New list',
  ownLabel: 'Entry',
  up: (name: string) => `Move “${name}” up`,
  down: (name: string) => `Move “${name}” down`,
  remove: (name: string) => `Remove “${name}”`,
  removing: (name: string, count: number) =>
    `What is to become of ${plural(count, 'the entry', 'the entries')} of “${name}”?`,
  toParagraphs: 'Ordinary paragraphs',
  toList: (name: string) => `Entries of “${name}”`,
  cancel: 'Keep the list',
  done: 'Done',
} as const;

export const masters = {
  part: 'Master responses',
  name: (code: string) => `Master response ${code}`,
  title: 'Answer by a master response',
  search: 'Find a master response or a point',
  none: 'No point of that name.',
  several: (count: number) => `${plural(count, 'place', 'places')} at once.`,
  nothingChosen:
    'Select passages first: words of a letter over them, or sentences of the list under “Coverage”.',
  begin: 'New master response',
  beginDetail: 'Begin one that answers this',
  see: 'See',
  answers: 'Answers',
  answersNothing: 'Nothing refers to it yet.',
  choosePlaces: 'Passages…',
  withdraw: (name: string) => `No longer answered by ${name}`,
  goTo: (name: string) => `Go to ${name}`,
  gone: 'An answer elsewhere that isn’t there any more',
  already: (code: string) => `It is answered by ${code} already.`,
  answered: (count: number, code: string) =>
    `${plural(count, 'place is', 'places are')} answered by ${code} now.`,
  placesTitle: (code: string) => `What ${code} answers`,
  placesHint:
    'Each passage that is ticked refers to this response, and counts as answered when it says something.',
  findPassage: 'Find passages by code, words or category',
  onlyOpen: 'Open ones only',
  all: (count: number) => (count === 1 ? 'One passage' : `All ${count.toLocaleString('en')} shown`),
  more: (count: number) => `${count.toLocaleString('en')} more: another word narrows them down.`,
  noPassages: 'No such passage.',
  done: 'Done',
} as const;

export const titlePage = {
  title: 'Title page',
  fields: {
    title: 'Title',
    subtitle: 'Subtitle',
    byline: 'By',
    date: 'Date',
    series: 'Series',
    number: 'Number',
    motto: 'Motto',
    mottoSource: 'Source of the motto',
    colophon: 'Colophon',
  },
  dateHint: '2026-05-20, or in words',
  language: 'Language of the answer',
  paper: 'Paper',
  papers: { a5: 'A5 (folds from A4)', 'half-letter': 'Half letter (folds from US Letter)' },
  lettersAppended: 'Print the letters at the end',
  done: 'Done',
} as const;
