/** A dialog over the window. Focus is kept in it and goes back to where it was; Escape closes it. */
import { Dialog } from 'radix-ui';
import { X } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { en } from '../../core/messages/en.ts';
import { IconButton } from './icon-button.tsx';
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
              <IconButton name={en.close}>
                <X aria-hidden />
              </IconButton>
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

interface ActionsProps {
  /** What the dialog is for, on its button. */
  readonly label: ReactNode;
  readonly disabled?: boolean;
  /** The id of the form that the button sends, where it sends one. */
  readonly form?: string;
  onDo?(): void;
  onCancel(): void;
}

/** The end of a dialog: calling it off, and the one thing that it is for. */
export function ModalActions({ label, disabled, form, onDo, onCancel }: ActionsProps) {
  return (
    <>
      <button type="button" className="outlined" onClick={onCancel}>
        {en.cancel}
      </button>
      <button
        type={form === undefined ? 'button' : 'submit'}
        form={form}
        className="primary"
        disabled={disabled}
        onClick={onDo}
      >
        {label}
      </button>
    </>
  );
}
