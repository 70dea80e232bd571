import { app, useApp } from '../../state/store.ts';
import { AnswerByDialog } from './answer-by-dialog.tsx';
import { MasterPlacesDialog } from './master-places-dialog.tsx';
import './masters.css';

/** The dialogs of master responses. */
export function MasterDialogs() {
  const dialog = useApp((state) => state.dialog);
  const close = () => app.set({ dialog: null });
  if (dialog?.kind === 'answer-by') return <AnswerByDialog asked={dialog} onClose={close} />;
  if (dialog?.kind === 'master-places') return <MasterPlacesDialog point={dialog.point} onClose={close} />;
  return null;
}
