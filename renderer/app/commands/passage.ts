import { CATEGORY_COMMANDS } from '../../../core/ipc/commands.ts';
import { en } from '../../../core/messages/en.ts';
import { stepCategory, stepPointPassage, type Gone } from '../../state/beside.ts';
import { say } from '../../state/messages.ts';
import { goAcross } from '../../state/navigation.ts';
import { askPassageAct } from '../../state/passage-requests.ts';
import { removePassage } from '../../state/passages.ts';
import { focusPane, paneOfFocus } from '../panes.ts';
import { always, needing, open, type Action, type Actions } from './action.ts';

/** Characters of a name that a menu shows. */
const LABEL = 60;

const marks = (index: number): Action =>
  needing(
    ['letter'],
    ({ state }) => {
      const category = state.project?.categories[index];
      if (category) askPassageAct({ kind: 'category', category: category.id });
    },
    {
      label: ({ project }) => {
        const category = project?.categories[index];
        return category && en.selectionBar.category(category.name.slice(0, LABEL));
      },
    },
  );

/** Goes on, or says why not. */
const going = (step: () => Gone, from: string, nowhere: string) =>
  needing(['project'], () => {
    const gone = step();
    if (gone !== 'gone') say(gone === 'from-nothing' ? from : nowhere);
  });
const { noCategory, noMoreOfCategory, noPoint, noMoreOfPoint } = en.beside;

export const PASSAGE: Actions = {
  'passage-answer': needing(['letter'], () => askPassageAct({ kind: 'answer' })),
  'passage-quote': needing(['letter'], () => askPassageAct({ kind: 'quote' })),
  'passage-by-master': needing(['letter'], () => askPassageAct({ kind: 'by-master' })),
  'passage-refer': needing(['letter'], () => askPassageAct({ kind: 'refer' })),
  'passage-note': needing(['letter'], () => askPassageAct({ kind: 'note' })),
  'passage-tags': needing(['letter'], () => askPassageAct({ kind: 'tags' })),
  'passage-comment': needing(['letter'], () => askPassageAct({ kind: 'comment' })),
  'passage-waive': needing(['letter'], () => askPassageAct({ kind: 'waive' })),
  ...Object.fromEntries(CATEGORY_COMMANDS.map((id, index) => [id, marks(index)])),
  'passage-remove': needing(['highlight'], ({ highlight }) => removePassage(highlight)),
  categories: needing(['project'], () => open({ kind: 'categories' })),
  'next-of-category': going(() => stepCategory(1), noCategory, noMoreOfCategory),
  'previous-of-category': going(() => stepCategory(-1), noCategory, noMoreOfCategory),
  'next-of-point': going(() => stepPointPassage(1), noPoint, noMoreOfPoint),
  'previous-of-point': going(() => stepPointPassage(-1), noPoint, noMoreOfPoint),
  'go-across': always(() => {
    // The answer takes the focus with its caret.
    if (goAcross(paneOfFocus() === 'answer' ? 'answer' : 'letter') === 'letter') focusPane('letter');
  }),
};
