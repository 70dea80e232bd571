/** A menu behind three dots. Its machinery, which listens to every key, is there once the menu is asked for. */
import { useState, type ReactNode } from 'react';
import { DropdownMenu } from 'radix-ui';
import { Ellipsis } from 'lucide-react';

interface Props {
  readonly className: string;
  readonly label: string;
  /** The items. */
  readonly children: ReactNode;
}

export function MoreMenu({ className, label, children }: Props) {
  const [asked, setAsked] = useState(false);
  const look = { className: `icon ${className}`, 'aria-label': label, title: label };
  if (!asked) {
    return (
      <button
        type="button"
        {...look}
        aria-haspopup="menu"
        aria-expanded={false}
        onClick={() => setAsked(true)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setAsked(true);
        }}
      >
        <Ellipsis aria-hidden />
      </button>
    );
  }
  return (
    <DropdownMenu.Root modal={false} defaultOpen>
      <DropdownMenu.Trigger asChild>
        <button type="button" {...look}>
          <Ellipsis aria-hidden />
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="floating menu"
          align="end"
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            // What was chosen may have opened something that has the focus by now.
            if (document.activeElement?.closest('[data-editor-panel], [role="dialog"]'))
              event.preventDefault();
          }}
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
