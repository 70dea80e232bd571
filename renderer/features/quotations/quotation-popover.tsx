/** Beside a typed quotation: how it compares with its letter, and what can be done about it. */
import { Popover } from 'radix-ui';
import { useEffect, useRef, useState } from 'react';
import type { CheckedTyped } from '../../../core/derived/verbatim.ts';
import { textOf } from '../../../core/document/find.ts';
import { en } from '../../../core/messages/en.ts';
import { closeQuotation, leaveQuotation, sameQuotation, useQuotationAt } from '../../state/quotation-at.ts';
import { needsCare, quotationId } from '../../state/quotations.ts';
import { useApp } from '../../state/store.ts';
import { QuotationChoices } from './quotation-choices.tsx';
import './quotations.css';

/** What is likeliest to be chosen. */
const FIRST = '.quotation-acts button, .quotation-marks button:not(:disabled)';

/** Milliseconds in which a text should have come into view. */
const LONGEST_WAIT = 5000;

export function QuotationPopover() {
  const at = useQuotationAt((state) => state.at);
  // Another quotation is another popover: it takes its place and the focus anew.
  return at ? <OpenPopover key={quotationId(at.quotation)} at={at.quotation} /> : null;
}

/** The quotation's words as they are drawn; of one in a note, the note's mark. */
function elementsOf(quotation: CheckedTyped): readonly Element[] {
  const [{ note }] = quotation.places;
  const selector =
    note === undefined
      ? `[data-quotation="${CSS.escape(quotationId(quotation))}"]`
      : `[data-note="${CSS.escape(note)}"]`;
  return [...document.querySelectorAll(`.answer-scroll ${selector}`)];
}

/** The box of the quotation's words; undefined until they are drawn. */
function boxOf(quotation: CheckedTyped): DOMRect | undefined {
  const boxes = elementsOf(quotation).flatMap((element) => [...element.getClientRects()]);
  const [first] = boxes;
  if (!first) return undefined;
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}

/** Where the writer was led to the quotation, it comes before her eyes. */
function bringIntoView(quotation: CheckedTyped): void {
  const [first] = elementsOf(quotation);
  const view = first?.closest('.answer-scroll')?.getBoundingClientRect();
  const box = first?.getBoundingClientRect();
  if (view && box && (box.top < view.top || box.bottom > view.bottom))
    first?.scrollIntoView({ block: 'center' });
}

function OpenPopover({ at: quotation }: { at: CheckedTyped }) {
  const { takesFocus, offset } = useQuotationAt.getState().at ?? { takesFocus: false };
  const content = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState(false);
  const last = useRef(new DOMRect());
  const text = useApp(({ project }) => project && textOf(project, quotation.places[0].text));
  const accepted = useApp(({ project }) => project?.accepted);
  const seen = useRef({ text, accepted });

  // The text may have to be brought into view first.
  useEffect(() => {
    let frame = 0;
    const until = performance.now() + LONGEST_WAIT;
    const look = () => {
      if (boxOf(quotation)) {
        if (takesFocus) bringIntoView(quotation);
        setDrawn(true);
      } else if (performance.now() > until) closeQuotation();
      else frame = requestAnimationFrame(look);
    };
    look();
    return () => cancelAnimationFrame(frame);
  }, [quotation, takesFocus]);

  // A choice changed the text: what is left to choose. Typing goes on without this.
  useEffect(() => {
    if (seen.current.text === text && seen.current.accepted === accepted) return;
    seen.current = { text, accepted };
    if (!content.current?.contains(document.activeElement)) return closeQuotation();
    void sameQuotation(quotation).then((now) => {
      if (!now || !needsCare(now)) leaveQuotation(now ?? quotation);
      else {
        useQuotationAt.setState({ at: { quotation: now, takesFocus: true } });
        // The button that was pressed may be of no use any more.
        requestAnimationFrame(() => {
          const box = content.current;
          if (box && !box.contains(document.activeElement)) box.focus();
        });
      }
    });
  }, [text, accepted, quotation]);

  if (!drawn) return null;
  return (
    <Popover.Root open onOpenChange={(open) => !open && closeQuotation()}>
      <Popover.Anchor
        virtualRef={{
          current: {
            getBoundingClientRect: () => (last.current = boxOf(quotation) ?? last.current),
          },
        }}
      />
      <Popover.Portal>
        <Popover.Content
          ref={content}
          className="floating quotation-popover"
          // Counts as the editor's own: the text keeps its caret.
          data-editor-panel=""
          side="bottom"
          align="start"
          sideOffset={8}
          collisionPadding={12}
          updatePositionStrategy="always"
          aria-label={en.quotations.popover}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            if (takesFocus) content.current?.querySelector<HTMLElement>(FIRST)?.focus();
          }}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onEscapeKeyDown={(event) => {
            event.preventDefault();
            if (content.current?.contains(document.activeElement)) leaveQuotation(quotation);
            else closeQuotation();
          }}
          // The editor takes the focus before the popover does.
          onFocusOutside={(event) => {
            if (event.target instanceof Element && event.target.closest('[contenteditable]'))
              event.preventDefault();
          }}
        >
          <QuotationChoices quotation={quotation} offset={offset} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
