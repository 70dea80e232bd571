import { commandsOf, MENUS } from '../../../core/ipc/commands.ts';
import { en } from '../../../core/messages/en.ts';
import { keyText } from '../../ui/key-text.ts';
import { Modal } from '../../ui/modal.tsx';

/** Every key, as the menu has them, and those of the passage bar. */
export function KeysDialog({ onClose }: { onClose(): void }) {
  const bar = [
    ['A', en.selectionBar.answer],
    ['Q', en.selectionBar.quote],
    ['1–6', en.commands.categories.replace('…', '')],
    ['N', en.selectionBar.note],
    ['T', en.selectionBar.tags],
    ['C', en.selectionBar.comment],
    ['W', en.selectionBar.waive],
    ['⇧ ←/→', en.passage.extendEnd],
    ['⇧ Alt ←/→', en.passage.extendStart],
  ] as const;
  return (
    <Modal title={en.keysSheet.title} onClose={onClose}>
      <div className="keys">
        <section>
          <h3>{en.keysSheet.inPalette}</h3>
          <dl>
            {bar.map(([key, name]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{name}</dd>
              </div>
            ))}
          </dl>
        </section>
        {MENUS.map((menu) => {
          const items = commandsOf(menu.items).filter((item) => keyText(item) !== '');
          return items.length === 0 ? null : (
            <section key={menu.name}>
              <h3>{en.menus[menu.name]}</h3>
              <dl>
                {items.map((item) => (
                  <div key={item}>
                    <dt>
                      <kbd>{keyText(item)}</kbd>
                    </dt>
                    <dd>{en.commands[item].replace('…', '')}</dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </Modal>
  );
}
