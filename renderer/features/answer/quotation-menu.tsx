/** What can be done with a quotation as a whole. */
import { DropdownMenu } from 'radix-ui';
import { ArrowDown, ArrowUp, Check, Undo2, X } from 'lucide-react';
import type { Point } from '../../../core/document/project.ts';
import type { Quotation } from '../../../core/document/quotation.ts';
import { en } from '../../../core/messages/en.ts';
import { moveQuotation, takeOutQuotation } from '../../state/passages.ts';
import { restoreWhole, showWhole, toggleRunIn } from '../../state/quoted.ts';
import { app } from '../../state/store.ts';
import { MoreMenu } from './more-menu.tsx';
import type { QuotationLook } from './quotation-look.ts';

interface Props {
  readonly point: Point;
  readonly quotation: Quotation;
  readonly index: number;
  readonly look: QuotationLook;
}

export function QuotationMenu(props: Props) {
  return (
    <MoreMenu className="quotation-menu" label={en.quote.more(props.look.code)}>
      <Items {...props} />
    </MoreMenu>
  );
}

function Items({ point, quotation, index, look }: Props) {
  const ref = { point: point.id, quotation: quotation.id };
  const several = point.quotations.length > 1;
  const contrast = several && point.arrangement === 'contrast';
  return (
    <>
      <DropdownMenu.CheckboxItem
        className="menu-item"
        checked={quotation.setting === 'run-in'}
        disabled={contrast}
        onSelect={() => toggleRunIn(ref)}
      >
        {en.quote.runIn}
        <DropdownMenu.ItemIndicator>
          <Check aria-hidden size={14} />
        </DropdownMenu.ItemIndicator>
      </DropdownMenu.CheckboxItem>
      <DropdownMenu.Item className="menu-item" disabled={!look.partial} onSelect={() => showWhole(ref)}>
        {en.quote.whole}
      </DropdownMenu.Item>
      <DropdownMenu.Item className="menu-item" disabled={!look.edited} onSelect={() => restoreWhole(ref)}>
        {en.quote.restoreAll} <Undo2 aria-hidden size={14} />
      </DropdownMenu.Item>
      <DropdownMenu.Item className="menu-item" onSelect={() => app.set({ dialog: { kind: 'source-line' } })}>
        {en.commands['source-line']}
      </DropdownMenu.Item>
      <DropdownMenu.Separator className="menu-line" />
      {several && (
        <>
          <DropdownMenu.Item
            className="menu-item"
            disabled={index === 0}
            onSelect={() => moveQuotation(point.id, quotation.id, -1)}
          >
            {en.answer.moveUp} <ArrowUp aria-hidden size={14} />
          </DropdownMenu.Item>
          <DropdownMenu.Item
            className="menu-item"
            disabled={index === point.quotations.length - 1}
            onSelect={() => moveQuotation(point.id, quotation.id, 1)}
          >
            {en.answer.moveDown} <ArrowDown aria-hidden size={14} />
          </DropdownMenu.Item>
        </>
      )}
      <DropdownMenu.Item className="menu-item" onSelect={() => takeOutQuotation(point.id, quotation.id)}>
        {en.answer.removeQuotation} <X aria-hidden size={14} />
      </DropdownMenu.Item>
    </>
  );
}
