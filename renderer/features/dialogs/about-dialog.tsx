import { en } from '../../../core/messages/en.ts';
import { useApp } from '../../state/store.ts';
import { Modal } from '../../ui/modal.tsx';

export function AboutDialog({ onClose }: { onClose(): void }) {
  const version = useApp((state) => state.version);
  const runtime = useApp((state) => state.runtime);
  return (
    <Modal title={en.about.title} onClose={onClose}>
      <p>{en.about.text}</p>
      <p className="hint">{en.about.versions(version, runtime)}</p>
      <p className="hint">{en.about.licence}</p>
    </Modal>
  );
}
