/** Which letter to show beside the one that is read. */
import { Command } from 'cmdk';
import { Dialog } from 'radix-ui';
import { useRef, useState } from 'react';
import { letterById } from '../../../core/document/find.ts';
import type { Letter, Original } from '../../../core/document/letter.ts';
import { en } from '../../../core/messages/en.ts';
import { showBeside } from '../../state/beside.ts';
import { showOriginalBeside } from '../../state/originals.ts';
import { app, useApp } from '../../state/store.ts';
import { keepFocus } from '../../ui/keep-focus.ts';

export function BesidePicker() {
  const open = useApp((state) => state.dialog?.kind === 'beside');
  return open ? <OpenPicker /> : null;
}

/** What the letter came from, and its earlier versions, the latest first. */
function versionsOf({ id, code, original, earlier = [] }: Letter) {
  const entry = (kind: 'original' | 'earlier', from: Original) => ({
    id: `${kind}-${from.sha256}`,
    title: en.beside.versions[kind](code),
    name: from.name,
    show: () => showOriginalBeside(id, kind === 'earlier' ? from : undefined),
  });
  return [
    ...(original ? [entry('original', original)] : []),
    ...earlier.toReversed().map((from) => entry('earlier', from)),
  ];
}

function OpenPicker() {
  const letters = useApp((state) => state.project?.letters) ?? [];
  const current = useApp(({ project, letter }) =>
    project && letter !== null ? letterById(project, letter) : undefined,
  );
  const [bringBack] = useState(keepFocus);
  const chosen = useRef<() => unknown>(undefined);
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
            void chosen.current?.();
          }}
        >
          <Dialog.Title className="visually-hidden">{en.beside.title}</Dialog.Title>
          <Command label={en.beside.title} loop>
            <Command.Input placeholder={en.beside.placeholder} />
            <Command.List>
              <Command.Empty>{en.beside.none}</Command.Empty>
              {current &&
                versionsOf(current).map(({ id, title, name, show }) => (
                  <Command.Item
                    key={id}
                    value={`${title} ${name} ${id}`}
                    onSelect={() => {
                      chosen.current = show;
                      close();
                    }}
                  >
                    {title} <span dir="auto">{en.beside.from(name)}</span>
                  </Command.Item>
                ))}
              {letters
                .filter(({ id }) => id !== current?.id)
                .map(({ id, code, item }) => (
                  <Command.Item
                    key={id}
                    value={`${code} ${item.title ?? ''} ${id}`}
                    onSelect={() => {
                      chosen.current = () => showBeside(id);
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
