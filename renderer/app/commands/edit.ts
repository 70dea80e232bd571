import { en } from '../../../core/messages/en.ts';
import { redo, undo } from '../../state/edit.ts';
import { always, open, type Actions, type Situation } from './action.ts';

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
  find: always(() => open({ kind: 'palette' })),
};
