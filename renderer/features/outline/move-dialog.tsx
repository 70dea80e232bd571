/** Where the selected points go: a list of parts to choose from by keys or mouse. */
import { Command } from 'cmdk';
import { useRef } from 'react';
import { numbering } from '../../../core/derived/numbering.ts';
import { sectionDepths } from '../../../core/document/section-tree.ts';
import { en } from '../../../core/messages/en.ts';
import { moveSelectedTo } from '../../state/outline.ts';
import { app } from '../../state/store.ts';
import { Modal } from '../../ui/modal.tsx';

export function MoveDialog({ onClose }: { onClose(): void }) {
  const to = useRef<string | undefined>(undefined);
  const { project } = app.get();
  if (!project) return null;
  const numbers = numbering(project).sectionNumbers;
  const depths = sectionDepths(project.sections);
  return (
    <Modal
      title={en.outline.moveTo}
      onClose={onClose}
      onClosed={() => to.current !== undefined && moveSelectedTo(to.current)}
    >
      <Command className="move-to" label={en.outline.moveTo}>
        <Command.Input data-autofocus placeholder={en.outline.findPart} />
        <Command.List>
          <Command.Empty>{en.outline.noSuchPart}</Command.Empty>
          {project.sections.map(({ id, title }) => (
            <Command.Item
              key={id}
              value={`${numbers.get(id) ?? ''} ${title} ${id}`}
              data-depth={depths.get(id)}
              onSelect={() => {
                to.current = id;
                onClose();
              }}
            >
              <span className="number">{numbers.get(id)}</span>{' '}
              <span className="cut" dir="auto">
                {title || en.outline.untitledPart}
              </span>
            </Command.Item>
          ))}
        </Command.List>
      </Command>
    </Modal>
  );
}
