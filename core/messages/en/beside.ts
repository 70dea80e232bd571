/** The words of letters beside each other. */
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
  noMoreOfPoint: 'The point quotes no other passage.',
} as const;
