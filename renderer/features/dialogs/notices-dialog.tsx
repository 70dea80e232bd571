import type { Letter } from '../../../core/document/letter.ts';
import { noticeSentence } from '../../../core/import/messages.ts';
import { en } from '../../../core/messages/en.ts';
import { Modal } from '../../ui/modal.tsx';

/** What the import of a letter left out, changed or decided. */
export function NoticesDialog({ letter, onClose }: { letter: Letter; onClose(): void }) {
  return (
    <Modal title={en.letter.noticeTitle} onClose={onClose}>
      <ul className="notices">
        {letter.notices.map((notice, i) => (
          <li key={i}>{noticeSentence(notice)}</li>
        ))}
      </ul>
    </Modal>
  );
}
