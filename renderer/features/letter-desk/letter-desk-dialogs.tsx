/** The dialogs for work on whole letters, when one is open. */
import { letterById } from '../../../core/document/find.ts';
import { app, useApp } from '../../state/store.ts';
import { DraftDialog } from './draft-dialog.tsx';
import { JoinDialog } from './join-dialog.tsx';
import { NewVersionDialog } from './new-version-dialog.tsx';
import { OriginalDialog } from './original-dialog.tsx';
import { SplitDialog } from './split-dialog.tsx';
import type { RenderText } from './render-text.ts';
import './letter-desk.css';

const close = () => app.set({ dialog: null });

export function LetterDeskDialogs({ renderText }: { renderText: RenderText }) {
  const dialog = useApp((state) => state.dialog);
  const letter = useApp((state) =>
    dialog && 'letter' in dialog && state.project ? letterById(state.project, dialog.letter) : undefined,
  );
  switch (dialog?.kind) {
    case 'new-version':
      return <NewVersionDialog review={dialog.review} renderText={renderText} onClose={close} />;
    case 'draft':
      return <DraftDialog review={dialog.review} renderText={renderText} onClose={close} />;
    case 'original':
      return letter ? <OriginalDialog letter={letter} onClose={close} /> : null;
    case 'split':
      return letter ? <SplitDialog letter={letter} onClose={close} /> : null;
    case 'join':
      return letter ? <JoinDialog letter={letter.id} onClose={close} /> : null;
    default:
      return null;
  }
}
