/** The dialogs for annotations of other programs, when one is open. */
import { app, useApp } from '../../state/store.ts';
import { ExportDialog } from './export-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import './annotations.css';

export function AnnotationDialogs() {
  const dialog = useApp((state) => state.dialog);
  const close = () => app.set({ dialog: null });
  if (dialog?.kind === 'annotations') return <ImportDialog review={dialog.review} onClose={close} />;
  return dialog?.kind === 'export-annotations' ? <ExportDialog onClose={close} /> : null;
}
