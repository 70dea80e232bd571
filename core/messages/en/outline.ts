/** The words of the outline and its codes. */
import type { PatternFault } from '../../derived/code-pattern.ts';

export const outline = {
  tree: 'Parts and points',
  moveTo: 'Move to Part',
  dragged: (count: number) => `${count} rows`,
  matterMarks: { front: 'front matter', back: 'back matter' },
  mergeNeeds:
    'Select the points to merge in the outline: click the first, then the others with Ctrl held down, or press Space on them.',
  splitNeeds: 'Put the caret into the answer where the point is to be split.',
  splitTitle: 'Split the point',
  splitHint:
    'The answer from the caret on goes to a new point. Choose the quotations that go along; the others stay.',
  split: 'Split',
  findPart: 'Number or title of the part',
  noSuchPart: 'No part has this number or title.',
  nothingToGroup: {
    category: 'None of the points quotes a passage, so that there are no categories to group by.',
    letter: 'None of the points quotes a letter, so that there is nothing to group by.',
    topic: 'None of the points stands in a part with a topic, or has a tag, to group by.',
    tag: 'None of the points has a tag, nor has a passage that they quote.',
  },
  letters: 'Letters',
  pamphlet: 'Pamphlet',
  addLetter: 'Add a letter',
  titlePage: 'Title page',
  introduction: 'Introduction',
  conclusion: 'Conclusion',
  list: (name: string, count: number) => `${name} (${count})`,
  works: (count: number) => `Works cited (${count})`,
  addSection: 'New part',
  addPoint: 'New point',
  untitledPoint: 'Point without a title',
  untitledPart: 'Part without a title',
  noLetters: 'Letters that you paste or open are listed here.',
  noPoints: 'Mark a passage and press Enter: its answer begins here.',
  moveHint: 'Alt and an arrow key move it',
} as const;

export const numbering = {
  title: 'Numbering',
  points: 'Points are numbered',
  schemes: {
    plain: 'through the whole answer',
    'by-part': 'by part',
    'by-reviewer': 'by reviewer',
    'by-letter': 'by letter',
  },
  samples: { plain: '1, 2, 3', 'by-part': '2.4', 'by-reviewer': 'R1.2', 'by-letter': 'A1-3' },
  pattern: 'Pattern for points',
  passages: 'Pattern for passages',
  namesHint:
    '{n} is the place and counts anew wherever the rest of the code changes; {part} the number of the part, {letter} the code of the letter, {kind} the letter for its kind (A, O, I, R, E), {reviewer} its place among those.',
  fault: (fault: PatternFault): string => {
    switch (fault.kind) {
      case 'empty':
        return 'The pattern is empty.';
      case 'too-long':
        return `The pattern is too long: ${fault.longest} characters at most.`;
      case 'controls':
        return 'The pattern holds characters that can’t be seen. Type it anew.';
      case 'braces':
        return 'A brace has no partner: names stand between { and }.';
      case 'unknown-name':
        return `There is no {${fault.name}} here. Take {n}, {part}, {letter}, {kind} or {reviewer}.`;
      case 'no-number':
        return 'The pattern needs {n}, the place of the point; without it several would have the same code.';
      case 'number-twice':
        return '{n} may stand in the pattern once only.';
    }
  },
  sample: 'The codes now',
  noPoints: 'There are no points yet.',
  passagesAre: 'Passages:',
  published: 'Published codes',
  free: 'The codes follow the order of the points. Freeze them when the answer is published: what others cite then keeps its code, and what comes later between 4 and 5 becomes 4a.',
  frozenOn: (date: string, fresh: number) =>
    `Frozen as of ${date}. ` +
    (fresh === 0
      ? 'Every point has its published code.'
      : fresh === 1
        ? 'One point is new since then; freeze again when it is published.'
        : `${fresh} points are new since then; freeze again when they are published.`),
  withdrawn: 'No longer there, and not given again:',
  freeze: 'Freeze the codes',
  freezeAgain: 'Freeze again',
  unfreeze: 'Unfreeze',
  takeBack: 'Undo',
  frozenNow: 'The codes are frozen: what has one now keeps it, whatever is moved or added.',
  frozenAgain: 'The codes that came since are frozen too.',
  unfrozen: (changed: number) =>
    changed === 0
      ? 'The codes follow the order again; none of them changed.'
      : `The codes follow the order again; ${changed} of the points have another one now.`,
  roundTitle: (round: number) => `Round ${round}`,
  roundBegun: (round: number) =>
    `Round ${round} begins. The codes so far are frozen; add the new letters, and continue a point where they come back to it.`,
  alreadyInRound: (round: number) => `This point belongs to round ${round} already.`,
} as const;
