/** A dialog over the window. Focus is kept in it and goes back to where it was; Escape closes it. */
import { Dialog } from 'radix-ui';
import { X } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { en } from '../../core/messages/en.ts';
import { keepFocus } from './keep-focus.ts';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly hint?: string;
  /** Takes most of the window: for what is to be read side by side. */
  readonly wide?: boolean;
  /** The project behind it has to stay as it is: the key that undoes isn't the project's. */
  readonly ownUndo?: boolean;
  onClose(): void;
  /** Called when the dialog is gone and the focus is back where it was. */
  onClosed?(): void;
}

let open = 0;

/** For what makes room for a dialog. A selector with `:has()` would be asked at every key. */
function tellOfDialog(): () => void {
  document.documentElement.toggleAttribute('data-dialog', ++open > 0);
  return () => void document.documentElement.toggleAttribute('data-dialog', --open > 0);
}

export function Modal({ title, hint, wide, ownUndo, children, footer, onClose, onClosed }: Props) {
  const body = useRef<HTMLDivElement>(null);
  const [bringBack] = useState(keepFocus);
  useLayoutEffect(tellOfDialog, []);
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="scrim" />
        <Dialog.Content
          className={wide ? 'dialog floating wide' : 'dialog floating'}
          data-own-undo={ownUndo || undefined}
          {...(hint ? {} : { 'aria-describedby': undefined })}
          // To what is filled in or chosen first, when there is something; else to the first button.
          onOpenAutoFocus={(event) => {
            const field =
              body.current?.querySelector<HTMLElement>('[data-autofocus]') ??
              body.current?.querySelector<HTMLElement>('input, textarea, select, [data-first-focus]');
            if (!field) return;
            event.preventDefault();
            field.focus();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            bringBack();
            onClosed?.();
          }}
        >
          <header>
            <Dialog.Title asChild>
              <h2>{title}</h2>
            </Dialog.Title>
            <Dialog.Close asChild>
              <button type="button" className="icon" aria-label={en.close} title={en.close}>
                <X aria-hidden />
              </button>
            </Dialog.Close>
          </header>
          <div ref={body} className="body" tabIndex={0}>
            {hint && (
              <Dialog.Description asChild>
                <p className="hint dialog-hint">{hint}</p>
              </Dialog.Description>
            )}
            {children}
          </div>
          {footer && <footer>{footer}</footer>}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
