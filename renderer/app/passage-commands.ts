/** Commands on passages from the menu: handed to the reading pane, which knows what is selected. */
import type { CommandId } from '../../core/ipc/commands.ts';
import { askPassageAct } from '../state/passage-requests.ts';
import { removePassage } from '../state/passages.ts';
import { app } from '../state/store.ts';

export function runPassageCommand(id: CommandId): void {
  switch (id) {
    case 'passage-answer':
      return askPassageAct('answer');
    case 'passage-quote':
      return askPassageAct('quote');
    case 'passage-note':
      return askPassageAct('note');
    case 'passage-waive':
      return askPassageAct('waive');
    case 'passage-remove': {
      const { highlight } = app.get();
      if (highlight) removePassage(highlight);
      return;
    }
  }
}
