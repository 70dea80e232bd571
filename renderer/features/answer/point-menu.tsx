/** What can be done with a point. */
import { DropdownMenu } from 'radix-ui';
import {
  ArrowDown,
  ArrowUp,
  Check,
  FilePen,
  ListChecks,
  MessageSquareText,
  SquareSplitHorizontal,
  Trash2,
} from 'lucide-react';
import { POINT_STATUSES, type Point } from '../../../core/document/project.ts';
import { en } from '../../../core/messages/en.ts';
import { commentOn } from '../../state/comments.ts';
import { beginChange, openDetails } from '../../state/point-details.ts';
import { deletePoint, setArrangement, setStatus, shiftPointBy } from '../../state/points.ts';
import { toggleMaster } from '../../state/masters.ts';
import { app } from '../../state/store.ts';
import { MoreMenu } from './more-menu.tsx';

export function PointMenu({ point }: { point: Point }) {
  return (
    <MoreMenu className="point-menu" label={en.answer.more}>
      <Items point={point} />
    </MoreMenu>
  );
}

function Items({ point }: { point: Point }) {
  const several = point.quotations.length > 1;
  return (
    <>
      <DropdownMenu.Item className="menu-item" onSelect={() => shiftPointBy(point.id, -1)}>
        {en.answer.moveUp} <ArrowUp aria-hidden size={14} />
      </DropdownMenu.Item>
      <DropdownMenu.Item className="menu-item" onSelect={() => shiftPointBy(point.id, 1)}>
        {en.answer.moveDown} <ArrowDown aria-hidden size={14} />
      </DropdownMenu.Item>
      <DropdownMenu.Item
        className="menu-item"
        disabled={!several}
        onSelect={() => setArrangement(point.id, point.arrangement === 'contrast' ? 'sequence' : 'contrast')}
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
      <DropdownMenu.Item className="menu-item" onSelect={() => openDetails(point.id)}>
        {en.commands['point-details']} <ListChecks aria-hidden size={14} />
      </DropdownMenu.Item>
      <DropdownMenu.Item className="menu-item" onSelect={() => beginChange(point.id)}>
        {en.commands['change-new']} <FilePen aria-hidden size={14} />
      </DropdownMenu.Item>
      <DropdownMenu.Item className="menu-item" onSelect={() => commentOn({ kind: 'point', id: point.id })}>
        {en.commands['comment-new']} <MessageSquareText aria-hidden size={14} />
      </DropdownMenu.Item>
      <DropdownMenu.Separator className="menu-line" />
      <DropdownMenu.CheckboxItem
        className="menu-item"
        checked={point.master === true}
        onCheckedChange={() => toggleMaster(point.id)}
      >
        {en.commands['master-make']}
        <DropdownMenu.ItemIndicator>
          <Check aria-hidden size={14} />
        </DropdownMenu.ItemIndicator>
      </DropdownMenu.CheckboxItem>
      {point.master && (
        <DropdownMenu.Item
          className="menu-item"
          onSelect={() => app.set({ dialog: { kind: 'master-places', point: point.id } })}
        >
          {en.commands['master-places']}
        </DropdownMenu.Item>
      )}
      <DropdownMenu.Item
        className="menu-item"
        onSelect={() => app.set({ dialog: { kind: 'answer-by', places: [{ kind: 'point', id: point.id }] } })}
      >
        {en.commands['master-for-point']}
      </DropdownMenu.Item>
      <DropdownMenu.Separator className="menu-line" />
      <DropdownMenu.Item className="menu-item" onSelect={() => deletePoint(point.id)}>
        {en.commands['point-remove']} <Trash2 aria-hidden size={14} />
      </DropdownMenu.Item>
    </>
  );
}
