/** What can be done with a point. The menu's own machinery, which listens to every key, is there once it is asked for. */
import { useState } from 'react';
import { DropdownMenu } from 'radix-ui';
import { ArrowDown, ArrowUp, Check, Ellipsis, SquareSplitHorizontal, Trash2 } from 'lucide-react';
import { POINT_STATUSES, type Point } from '../../../core/document/project.ts';
import { en } from '../../../core/messages/en.ts';
import { deletePoint, setArrangement, setStatus, shiftPointBy } from '../../state/points.ts';

export function PointMenu({ point }: { point: Point }) {
  const [asked, setAsked] = useState(false);
  if (asked) return <OpenedMenu point={point} />;
  return (
    <button
      type="button"
      className="icon point-menu"
      aria-haspopup="menu"
      aria-expanded={false}
      aria-label={en.answer.more}
      title={en.answer.more}
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

function OpenedMenu({ point }: { point: Point }) {
  const several = point.quotations.length > 1;
  return (
    <DropdownMenu.Root modal={false} defaultOpen>
      <DropdownMenu.Trigger asChild>
        <button type="button" className="icon point-menu" aria-label={en.answer.more} title={en.answer.more}>
          <Ellipsis aria-hidden />
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="floating menu" align="end" collisionPadding={8}>
          <DropdownMenu.Item className="menu-item" onSelect={() => shiftPointBy(point.id, -1)}>
            {en.answer.moveUp} <ArrowUp aria-hidden size={14} />
          </DropdownMenu.Item>
          <DropdownMenu.Item className="menu-item" onSelect={() => shiftPointBy(point.id, 1)}>
            {en.answer.moveDown} <ArrowDown aria-hidden size={14} />
          </DropdownMenu.Item>
          <DropdownMenu.Item
            className="menu-item"
            disabled={!several}
            onSelect={() =>
              setArrangement(point.id, point.arrangement === 'contrast' ? 'sequence' : 'contrast')
            }
          >
            {point.arrangement === 'contrast' ? en.answer.sequence : en.answer.contrast}
            <SquareSplitHorizontal aria-hidden size={14} />
          </DropdownMenu.Item>
          <DropdownMenu.Separator className="menu-line" />
          <DropdownMenu.Label className="menu-label">{en.answer.status}</DropdownMenu.Label>
          <DropdownMenu.RadioGroup
            value={point.status}
            onValueChange={(status) => setStatus(point.id, status as Point['status'])}
          >
            {POINT_STATUSES.map((status) => (
              <DropdownMenu.RadioItem key={status} className="menu-item" value={status}>
                {en.answer.statuses[status]}
                <DropdownMenu.ItemIndicator>
                  <Check aria-hidden size={14} />
                </DropdownMenu.ItemIndicator>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
          <DropdownMenu.Separator className="menu-line" />
          <DropdownMenu.Item className="menu-item" onSelect={() => deletePoint(point.id)}>
            {en.commands['point-remove']} <Trash2 aria-hidden size={14} />
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
