import { LARGEST_TEXT, SMALLEST_TEXT } from '../../platform/layout.ts';
import { showPane, showSide } from '../../state/navigation.ts';
import { app, type PaneId } from '../../state/store.ts';
import { focusPane, stepPane } from '../panes.ts';
import { always, needing, open, type Actions } from './action.ts';

const pane = (id: PaneId) =>
  always(
    () => showPane(id, !app.get().panes[id]),
    ({ state }) => state.panes[id],
  );

const textSize = (change: (size: number) => number) =>
  always(() =>
    app.set(({ textSize: size }) => ({
      textSize: Math.min(LARGEST_TEXT, Math.max(SMALLEST_TEXT, change(size))),
    })),
  );

export const VIEW: Actions = {
  'show-outline': pane('outline'),
  'show-coverage': needing(['project'], () => {
    showSide('coverage');
    focusPane('outline');
  }),
  'show-letter': pane('letter'),
  'show-answer': pane('answer'),
  'show-preview': pane('preview'),
  'text-larger': textSize((size) => size + 1),
  'text-smaller': textSize((size) => size - 1),
  'text-normal': textSize(() => 17),
  'next-pane': always(() => stepPane(1)),
  'previous-pane': always(() => stepPane(-1)),
  keys: always(() => open({ kind: 'keys' })),
  about: always(() => open({ kind: 'about' })),
};
