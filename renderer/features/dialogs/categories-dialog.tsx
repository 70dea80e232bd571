import { en } from '../../../core/messages/en.ts';
import { setCategoryName } from '../../state/works.ts';
import { useApp } from '../../state/store.ts';
import { Modal } from '../../ui/modal.tsx';

export function CategoriesDialog({ onClose }: { onClose(): void }) {
  const categories = useApp((state) => state.project?.categories) ?? [];
  return (
    <Modal
      title={en.categoriesDialog.title}
      hint={en.categoriesDialog.hint}
      onClose={onClose}
      footer={
        <button type="button" className="primary" onClick={onClose}>
          {en.categoriesDialog.done}
        </button>
      }
    >
      <ul className="category-names">
        {categories.map((category, i) => (
          <li key={category.id} className={`style-${category.style}`}>
            <span className="swatch" aria-hidden />
            <input
              type="text"
              dir="auto"
              value={category.name}
              aria-label={en.categoriesDialog.name(i + 1)}
              onChange={(event) => setCategoryName(category.id, event.target.value)}
            />
            <kbd>{i + 1}</kbd>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
