import { en } from '../../../core/messages/en.ts';
import { redo, undo } from '../../state/edit.ts';
import { openFind, stepFromAnywhere } from '../../state/find.ts';
import { openMisspellingAtCaret, stepToMisspelling } from '../../state/misspelling.ts';
import { selectedWords } from '../selected-words.ts';
import { always, needing, open, type Actions, type Situation } from './action.ts';

const undone = ({ state }: Situation) => state.history.past.at(-1)?.label;
const redone = ({ state }: Situation) => state.history.future[0]?.label;

export const EDIT: Actions = {
  undo: {
    run: undo,
    enabled: (situation) => undone(situation) !== undefined,
    label: (situation) => {
      const what = undone(situation);
      return what === undefined ? undefined : en.undoOf(what);
    },
  },
  redo: {
    run: redo,
    enabled: (situation) => redone(situation) !== undefined,
    label: (situation) => {
      const what = redone(situation);
      return what === undefined ? undefined : en.redoOf(what);
    },
  },
  'find-text': needing(['project'], () => openFind(false, selectedWords())),
  'replace-text': needing(['project'], () => openFind(true, selectedWords())),
  'find-next': needing(['project'], () => stepFromAnywhere(1, selectedWords())),
  'find-previous': needing(['project'], () => stepFromAnywhere(-1, selectedWords())),
  find: always(() => open({ kind: 'palette' })),
  'next-misspelling': needing(['project'], () => stepToMisspelling(1)),
  'previous-misspelling': needing(['project'], () => stepToMisspelling(-1)),
  'spelling-choices': needing(['project'], openMisspellingAtCaret),
  spelling: always(() => open({ kind: 'spelling' })),
};
