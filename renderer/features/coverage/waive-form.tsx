/** Why sentences are left without an answer. */
import { Popover } from 'radix-ui';
import { useState, type RefObject } from 'react';
import { en } from '../../../core/messages/en.ts';

interface Props {
  readonly count: number;
  readonly anchor: RefObject<HTMLElement | null>;
  onWaive(reason: string): void;
  onClose(): void;
}

export function WaiveForm({ count, anchor, onWaive, onClose }: Props) {
  const [reason, setReason] = useState('');
  const title = en.coverage.waiveTitle(count);
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Anchor virtualRef={anchor as RefObject<HTMLElement>} />
      <Popover.Portal>
        <Popover.Content
          className="floating passage-form"
          side="bottom"
          align="start"
          collisionPadding={12}
          aria-label={title}
          onCloseAutoFocus={(event) => event.preventDefault()}
        >
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (reason.trim() === '') return;
              onWaive(reason.trim());
              onClose();
            }}
          >
            <label>
              <strong>{title}</strong>
              <span className="hint">{en.coverage.waiveHint}</span>
              <input
                type="text"
                value={reason}
                aria-label={en.coverage.reason}
                onChange={(event) => setReason(event.target.value)}
              />
            </label>
            <div className="actions">
              <button type="submit" className="primary" disabled={reason.trim() === ''}>
                {en.coverage.waiveDo}
              </button>
            </div>
          </form>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
