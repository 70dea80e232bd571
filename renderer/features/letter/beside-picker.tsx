/** Which letter to show beside the one that is read. */
import { Command } from 'cmdk';
import { Dialog } from 'radix-ui';
import { useRef, useState } from 'react';
import { en } from '../../../core/messages/en.ts';
import { showBeside } from '../../state/beside.ts';
import { app, useApp } from '../../state/store.ts';
import { keepFocus } from '../../ui/keep-focus.ts';

export function BesidePicker() {
  const open = useApp((state) => state.dialog?.kind === 'beside');
  return open ? <OpenPicker /> : null;
}

function OpenPicker() {
  const letters = useApp((state) => state.project?.letters) ?? [];
  const current = useApp((state) => state.letter);
  const [bringBack] = useState(keepFocus);
  const chosen = useRef<string>(undefined);
  const close = () => app.set({ dialog: null });
  return (
    <Dialog.Root open onOpenChange={(next) => !next && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="scrim" />
        <Dialog.Content
          className="palette floating"
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            bringBack();
            if (chosen.current !== undefined) showBeside(chosen.current);
          }}
        >
          <Dialog.Title className="visually-hidden">{en.beside.title}</Dialog.Title>
          <Command label={en.beside.title} loop>
            <Command.Input placeholder={en.beside.placeholder} />
            <Command.List>
              <Command.Empty>{en.beside.none}</Command.Empty>
              {letters
                .filter(({ id }) => id !== current)
                .map(({ id, code, item }) => (
                  <Command.Item
                    key={id}
                    value={`${code} ${item.title ?? ''} ${id}`}
                    onSelect={() => {
                      chosen.current = id;
                      close();
                    }}
                  >
                    <span className="number">{code}</span>{' '}
                    <span dir="auto">{item.title || en.untitledLetter}</span>
                  </Command.Item>
                ))}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
