import { beginComment, stepToComment } from '../../state/comments.ts';
import { showSide } from '../../state/navigation.ts';
import { beginChange, openDetails } from '../../state/point-details.ts';
import { stepToRemaining } from '../../state/remaining.ts';
import { app, type SideView } from '../../state/store.ts';
import { focusSide, paneOfFocus } from '../panes.ts';
import { needing, open, type Actions } from './action.ts';

/** Shows a view of the first pane with the focus in it; the outline again when it is shown already. */
const side = (view: SideView) =>
  needing(
    ['project'],
    ({ state }) => {
      showSide(state.panes.outline && app.get().side === view ? 'outline' : view);
      focusSide();
    },
    { checked: ({ state }) => state.panes.outline && state.side === view },
  );

export const REVIEW: Actions = {
  'show-remaining': side('remaining'),
  'next-remaining': needing(['project'], () => stepToRemaining(1)),
  'previous-remaining': needing(['project'], () => stepToRemaining(-1)),
  board: needing(['project'], () => open({ kind: 'board' })),
  'point-details': needing(['point'], ({ point }) => openDetails(point.id)),
  'change-new': needing(['point'], ({ point }) => beginChange(point.id)),
  'comment-new': needing(['project'], () => beginComment(paneOfFocus() === 'letter' ? 'letter' : 'answer')),
  'next-comment': needing(['project'], () => stepToComment(1)),
  'previous-comment': needing(['project'], () => stepToComment(-1)),
  'show-comments': side('comments'),
  'answer-types': needing(['project'], () => open({ kind: 'answer-types' })),
  'whole-target': needing(['project'], () => open({ kind: 'whole-target' })),
};
