/** A point on the page: its number in the margin, its quotations set in, the answer; tools on hover and focus. */
import { memo } from 'react';
import { DropdownMenu } from 'radix-ui';
import { ArrowDown, ArrowUp, Check, Ellipsis, SquareSplitHorizontal, Trash2 } from 'lucide-react';
import { numbering } from '../../../core/derived/numbering.ts';
import { POINT_STATUSES, type Point } from '../../../core/document/project.ts';
import { en } from '../../../core/messages/en.ts';
import { deletePoint, setArrangement, setPointTitle, setStatus, shiftPointBy } from '../../state/points.ts';
import { app, useApp } from '../../state/store.ts';
import { GrowingInput } from '../../ui/growing-input.tsx';
import { OwnText } from './own-text.tsx';
import { QuotationView } from './quotation-view.tsx';

export const PointView = memo(function PointView({ point }: { point: Point }) {
  const number = useApp(
    (state) => (state.project && numbering(state.project).pointNumbers.get(point.id)) ?? 0,
  );
  const current = useApp((state) => state.place?.kind === 'point' && state.place.id === point.id);
  const place = { kind: 'point', id: point.id } as const;
  const contrast = point.arrangement === 'contrast' && point.quotations.length > 1;
  return (
    <section
      className="point"
      data-place={`point:${point.id}`}
      data-current={current || undefined}
      aria-label={en.answer.point(String(number))}
      onFocus={() => app.get().place !== place && app.set({ place })}
    >
      <span className="number" aria-hidden>
        {number}
      </span>
      <div className="point-head">
        <GrowingInput
          className="point-title"
          value={point.title}
          label={`${en.answer.titlePlaceholder} ${number}`}
          placeholder={en.answer.titlePlaceholder}
          onChange={(title) => setPointTitle(point.id, title)}
        />
        {point.status !== 'draft' && <span className="badge">{en.answer.statuses[point.status]}</span>}
        <PointMenu point={point} />
      </div>
      {point.quotations.length > 0 && (
        <div className={contrast ? 'quotations contrast' : 'quotations'}>
          {point.quotations.map((quotation, index) => (
            <QuotationView key={quotation.id} point={point} quotation={quotation} index={index} />
          ))}
        </div>
      )}
      <OwnText
        textRef={{ of: 'answer', id: point.id }}
        text={point.answer}
        label={en.answer.answerTo(String(number))}
        placeholder={en.answer.placeholder}
        place={place}
      />
    </section>
  );
});

function PointMenu({ point }: { point: Point }) {
  const several = point.quotations.length > 1;
  return (
    <DropdownMenu.Root modal={false}>
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
