/** The words of coverage: ring, list, table, command line. */
import { plural } from './plural.ts';
import type { CoverageState } from '../../derived/touched.ts';

const number = (count: number) => count.toLocaleString('en');

const states: Record<CoverageState, string> = {
  untouched: 'untouched',
  open: 'open',
  answered: 'answered',
  waived: 'waived',
};

export const coverageWords = {
  percent: (percent: number) => `${percent} % dealt with`,
  counting: 'Its sentences are being counted',
  states,
  partly: 'partly untouched',
  count: (state: CoverageState, count: number) => `${number(count)} ${states[state]}`,
  letterLine: (
    code: string,
    title: string,
    percent: number,
    counts: Readonly<Record<CoverageState, number>>,
  ) => {
    const told = (['answered', 'waived', 'open', 'untouched'] as const)
      .map((state) => `${counts[state]} ${states[state]}`)
      .join(', ');
    return `${code} ${title}: ${percent} % (sentences: ${told})`;
  },

  letters: 'Letters',
  list: 'Sentences',
  showLetter: (code: string) => `Show only ${code}`,
  showAll: 'Show all letters',
  filters: 'Filters',
  allLetters: 'All letters',
  allAuthors: 'All authors',
  allKinds: 'All kinds',
  allCategories: 'All categories',
  allStatuses: 'All statuses',
  letter: 'Letter',
  author: 'Author',
  kind: 'Kind of letter',
  category: 'Category',
  tag: 'Tag',
  allTags: 'All tags',
  status: 'Status of its point',
  clear: 'Clear the filters',
  found: (count: number) => plural(count, 'sentence', 'sentences'),
  selected: (count: number) => `${number(count)} selected`,
  waive: 'Waive…',
  waiveAll: 'Waive all…',
  master: 'Master…',
  waiveHint: 'Why is this left without an answer?',
  waiveTitle: (count: number) => `Waive ${plural(count, 'sentence', 'sentences')}`,
  waiveDo: 'Waive',
  reason: 'Reason',
  export: 'Export table…',
  keys: 'Enter goes there, W waives, M answers by a master response, Shift and an arrow key select several.',
  edit: 'Waiving Sentences',
  nothing: 'Nothing is left.',
  nothingHint: 'Every sentence of every letter is answered or waived.',
  nothingHere: 'No sentence is like this.',
  noLetters: 'What of your letters still waits for an answer is listed here.',
  someCounting: 'A very long letter is still being counted; its sentences follow.',
  nothingLeft: 'Nothing is left: every sentence is answered or waived.',
  place: (code: string, place: string) => (place ? `${code} · ${place}` : code),
} as const;
