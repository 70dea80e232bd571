/** The words of spelling, finding and pictures. */
import { plural } from './plural.ts';

export const spelling = {
  title: 'Spelling',
  done: 'Done',
  on: 'Underline misspelt words while I write',
  dictionary: (language: string) => `The ${language} dictionary is used. It came with the application.`,
  noDictionary: (language: string) =>
    `No dictionary for ${language} comes with the application, so no words are underlined.`,
  isOff: 'Spelling isn’t looked at. Switch it on with Edit, Spelling.',
  failed: 'The dictionary can’t be read, so spelling isn’t looked at. Install the application anew.',
  none: 'No misspelt words in your texts.',
  noneHere: 'The caret isn’t at a misspelt word.',
  changed: 'The word has changed meanwhile.',
  menu: (word: string) => `“${word}” is misspelt`,
  looking: 'Looking for suggestions…',
  noSuggestion: 'No suggestion',
  addToProject: 'Add to this project’s words',
  addToComputer: 'Add to this computer’s words',
  ignore: 'Ignore here',
  ofProject: 'Words of this project',
  ofProjectHint: 'None yet. They go with the file, to everyone who opens it.',
  ofComputer: 'Words of this computer',
  ofComputerHint: 'None yet. They count in all your projects on this computer.',
  remove: (word: string) => `Remove “${word}”`,
  unchecked: (language: string) => `${language} · spelling not checked`,
} as const;

export const findText = {
  label: 'Find and replace',
  query: 'Find',
  replacement: 'Replace with',
  pattern: 'Regular expression',
  wholeWord: 'Whole words',
  matchCase: 'Match case',
  matchAccents: 'Match accents and the form of quotation marks',
  keepCase: 'Keep capitals as they were',
  scope: 'Where',
  scopes: {
    all: 'Everywhere',
    here: 'In this text',
    answers: 'In the answer',
    letters: 'In letters',
    notes: 'In notes, tags and comments',
  },
  next: 'Next',
  previous: 'Previous',
  close: 'Close',
  replace: 'Replace',
  replaceAll: 'Replace All',
  showReplace: 'Replace…',
  list: 'List of places',
  place: (at: number, total: number, more: boolean) =>
    `${at.toLocaleString('en')} of ${total.toLocaleString('en')}${more ? '+' : ''}`,
  found: (total: number, more: boolean) => `${plural(total, 'place', 'places')}${more ? ' so far' : ''}`,
  counts: { answers: 'answer', letters: 'letters', notes: 'notes' },
  nothing: 'Nothing found',
  searching: 'Searching…',
  stop: 'Stop',
  stopped: 'Stopped',
  badPattern: (why: string) => `Not a regular expression yet: ${why.charAt(0).toLowerCase()}${why.slice(1)}`,
  tooSlow:
    'This pattern takes too long. Make it simpler: “.*” within brackets with “+” or “*” is often the cause.',
  replaced: (count: number) => `Replaced ${plural(count, 'place', 'places')}.`,
  leftLetters: (count: number) =>
    `${plural(count, 'place is', 'places are')} in letters, whose words are never replaced.`,
  leftAtoms: (count: number) =>
    `${plural(count, 'place was', 'places were')} left as it was: a note, citation or cross reference stands in it.`,
  leftCells: (count: number) =>
    `${plural(count, 'place was', 'places were')} left: in several cells of a table.`,
  lettersStay: 'Letters’ words are never replaced',
  point: (number: string) => `Point ${number}`,
  pointTitle: (number: string) => `Title of point ${number}`,
  partTitle: (number: string) => `Title of part ${number}`,
  partTopic: (number: string) => `Topic of part ${number}`,
  pointNote: (number: string) => `Note on point ${number}`,
  pointTags: (number: string) => `Tags of point ${number}`,
  passageTags: (code: string) => `Tags of ${code}`,
  listName: 'Name of a list',
  listLabel: 'Name of a list’s entries',
  answerType: 'Answer type',
  work: (field: string) => `Work cited: ${field.toLowerCase()}`,
  reply: (comment: string) => `${comment}, reply`,
  passageNote: (code: string) => `Note on ${code}`,
  waived: (code: string) => `Reason for waiving ${code}`,
  letter: (code: string) => `Letter ${code}`,
  inNote: 'footnote',
} as const;

export const pictures = {
  notOne: (name: string) =>
    `“${name}” isn’t a picture that can be put in. Save it as PNG, JPEG, GIF or WebP, then try again.`,
  tooLarge: (name: string, megabytes: number) =>
    `“${name}” is larger than ${megabytes} MB. Make the picture smaller, then try again.`,
  damaged: (name: string) => `“${name}” can’t be shown: the file is damaged or cut short.`,
  refused: (count: number) => plural(count, 'picture wasn’t put in', 'pictures weren’t put in'),
} as const;
