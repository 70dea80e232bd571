/** The works for other programs: all of them or those cited, in one of three forms. */
import { useState } from 'react';
import { WORK_FORMS, type WorkForm } from '../../../core/citations/work-forms.ts';
import { citedItem, citedReferences } from '../../../core/derived/citations-in-order.ts';
import { en } from '../../../core/messages/en.ts';
import { exportProject } from '../../state/files.ts';
import { useApp } from '../../state/store.ts';
import { ChooseOne } from '../../ui/choose-one.tsx';
import { Modal, ModalActions } from '../../ui/modal.tsx';

export function ExportWorksDialog({ onClose }: { onClose(): void }) {
  const project = useApp((state) => state.project);
  const [form, setForm] = useState<WorkForm>('works-bib');
  const count = project?.references.length ?? 0;
  const [cited, setCited] = useState(count === 0);
  if (!project) return null;
  const citedCount = [...citedReferences(project)].filter((id) => citedItem(project, id)).length;
  return (
    <Modal
      title={en.works.exportTitle}
      hint={en.works.exportHint}
      onClose={onClose}
      footer={
        <ModalActions
          label={en.works.exportNow}
          disabled={(cited ? citedCount : count) === 0}
          onDo={() => {
            onClose();
            void exportProject(form, { withNotes: false, cited });
          }}
          onCancel={onClose}
        />
      }
    >
      <ChooseOne
        legend={en.works.which}
        choices={['all', 'cited'] as const}
        chosen={cited ? 'cited' : 'all'}
        name={(which) => (which === 'cited' ? en.works.onlyCited(citedCount) : en.works.all(count))}
        choose={(which) => setCited(which === 'cited')}
      />
      <ChooseOne
        legend={en.works.form}
        choices={WORK_FORMS}
        chosen={form}
        isFirst
        name={(each) => en.works.forms[each]}
        choose={(each) => setForm(each)}
      />
    </Modal>
  );
}
