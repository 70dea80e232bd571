/** The button that opens the further choices of a filter, with the number of those that are set. */
import { ListFilter } from 'lucide-react';
import { Popover } from 'radix-ui';
import type { ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly count: number;
  readonly children: ReactNode;
}

export function FilterPopover({ label, count, children }: Props) {
  return (
    <Popover.Root>
      <Popover.Trigger className="icon" title={label}>
        <ListFilter aria-hidden />
        <span className="visually-hidden">{label}</span>
        {count > 0 && <span className="side-count">{count}</span>}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="floating filter-more"
          align="start"
          collisionPadding={12}
          aria-label={label}
          // Its keys are its own: Escape closes it, and not the filter that it belongs to.
          onKeyDown={(event) => event.stopPropagation()}
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
