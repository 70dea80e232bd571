/** An export with everything private, marked as such; each time asked for by itself, so that none leaves by mistake. */
import { useState } from 'react';
import { en } from '../../../core/messages/en.ts';
import { exportProject } from '../../state/files.ts';
import { ChooseOne } from '../../ui/choose-one.tsx';
import { Modal, ModalActions } from '../../ui/modal.tsx';

const FORMATS = ['pdf', 'html', 'docx', 'markdown'] as const;
type Format = (typeof FORMATS)[number];

const NAMES: Readonly<Record<Format, string>> = {
  pdf: en.files.pdf,
  html: en.files.webPage,
  docx: en.files.docx,
  markdown: en.files.markdown,
};

export function WorkingCopyDialog({ onClose }: { onClose(): void }) {
  const [format, setFormat] = useState<Format>('pdf');
  return (
    <Modal
      title={en.review.working.title}
      hint={en.review.working.hint}
      onClose={onClose}
      footer={
        <ModalActions
          label={en.review.working.export}
          onDo={() => {
            onClose();
            void exportProject(format, { withNotes: true });
          }}
          onCancel={onClose}
        />
      }
    >
      <ChooseOne
        legend={en.review.working.format}
        choices={FORMATS}
        chosen={format}
        isFirst
        name={(each) => NAMES[each]}
        choose={(each) => setFormat(each)}
      />
    </Modal>
  );
}
