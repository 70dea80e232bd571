/** The dialog that is open, if any. */
import { letterById } from '../../../core/document/find.ts';
import { app, useApp } from '../../state/store.ts';
import { AboutDialog } from './about-dialog.tsx';
import { AnswerTypesDialog } from './answer-types-dialog.tsx';
import { CategoriesDialog } from './categories-dialog.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { LengthsDialog } from './lengths-dialog.tsx';
import { LetterDetails } from './letter-details.tsx';
import { ListsDialog } from './lists-dialog.tsx';
import { NumberingDialog } from './numbering-dialog.tsx';
import { NoticesDialog } from './notices-dialog.tsx';
import { SourceLineDialog } from './source-line-dialog.tsx';
import { TitlePageDialog } from './title-page-dialog.tsx';
import { ExportWorksDialog } from './export-works-dialog.tsx';
import { WorkingCopyDialog } from './working-copy-dialog.tsx';
import { WorksDialog } from './works-dialog.tsx';
import './dialogs.css';

export function Dialogs() {
  const dialog = useApp((state) => state.dialog);
  const letter = useApp((state) =>
    dialog && 'letter' in dialog && state.project ? letterById(state.project, dialog.letter) : undefined,
  );
  const close = () => app.set({ dialog: null });
  switch (dialog?.kind) {
    case 'title-page':
      return <TitlePageDialog onClose={close} />;
    case 'numbering':
      return <NumberingDialog onClose={close} />;
    case 'source-line':
      return <SourceLineDialog onClose={close} />;
    case 'letter-details':
      return letter ? <LetterDetails key={letter.id} letter={letter} onClose={close} /> : null;
    case 'notices':
      return letter ? <NoticesDialog letter={letter} onClose={close} /> : null;
    case 'works':
      return <WorksDialog work={dialog.work} onClose={close} />;
    case 'categories':
      return <CategoriesDialog onClose={close} />;
    case 'answer-types':
      return <AnswerTypesDialog onClose={close} />;
    case 'whole-target':
      return <LengthsDialog onClose={close} />;
    case 'export-works':
      return <ExportWorksDialog onClose={close} />;
    case 'working-copy':
      return <WorkingCopyDialog onClose={close} />;
    case 'lists':
      return <ListsDialog onClose={close} />;
    case 'keys':
      return <KeysDialog onClose={close} />;
    case 'about':
      return <AboutDialog onClose={close} />;
    default:
      return null;
  }
}
