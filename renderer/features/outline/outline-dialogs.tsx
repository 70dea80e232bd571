import { app, useApp } from '../../state/store.ts';
import { MoveDialog } from './move-dialog.tsx';
import { SplitPointDialog } from './split-dialog.tsx';

/** Those of the dialogs that belong to the outline. */
export function OutlineDialogs() {
  const kind = useApp((state) => state.dialog?.kind);
  const close = () => app.set({ dialog: null });
  if (kind === 'split-point') return <SplitPointDialog onClose={close} />;
  return kind === 'move-to' ? <MoveDialog onClose={close} /> : null;
}
