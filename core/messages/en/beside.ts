/** The words of letters beside each other. */
import { plural } from './plural.ts';

export const besideWords = {
  title: 'Show Beside',
  placeholder: 'A letter’s code or title',
  none: 'There is no other letter like this.',
  half: (code: string) => `Letter ${code}`,
  close: (code: string) => `Close ${code}`,
  resize: 'Share of each letter',
  noCategory: 'Select a passage first: the next one of its category follows.',
  noMoreOfCategory: 'There is no other passage of this category.',
  noPoint: 'Go to a point first: the passages that it quotes follow.',
  versions: {
    original: (code: string) => `${code} as it came`,
    earlier: (code: string) => `${code}, earlier version`,
    new: (code: string) => `${code}, new version`,
  },
  /** Before the name of a file. */
  from: (name: string) => `from ${name}`,
  readOnly: 'to be read only',
  differences: (count: number) =>
    count === 0
      ? 'not a word differs'
      : `${plural(count, 'place', 'places')} differ${count === 1 ? 's' : ''}`,
  closeVersion: 'Close the Version Beside',
  linked: 'Scroll both together',
  noDifference: 'Not a word differs.',
  noVersion: 'Show another version of the letter beside it first.',
  replace: 'Replace…',
  noMoreOfPoint: 'The point quotes no other passage.',
} as const;
