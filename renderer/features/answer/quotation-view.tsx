/** A quotation in a point: the passage's words as they stand in the letter, with the line that says where. */
import { startTransition, useEffect, useState, type MouseEvent } from 'react';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import type { Point, Project } from '../../../core/document/project.ts';
import type { Quotation } from '../../../core/document/quotation.ts';
import { en } from '../../../core/messages/en.ts';
import { StaticBlocks } from '../../editor/static-text.tsx';
import { moveQuotation, takeOutQuotation } from '../../state/passages.ts';
import { showPassage } from '../../state/navigation.ts';
import { useSettled } from '../../state/settled.ts';
import { app } from '../../state/store.ts';
import { quotationLook, type QuotationLook } from './quotation-look.ts';

interface Props {
  readonly point: Point;
  readonly quotation: Quotation;
  readonly index: number;
}

export function QuotationView({ point, quotation, index }: Props) {
  const look = useLook(quotation.highlight);
  if (!look) return null;
  const { code } = look;
  const show = (event: MouseEvent) => {
    // A link in a quotation leads to its passage like the words around it.
    event.preventDefault();
    showPassage(quotation.highlight);
  };
  return (
    <figure
      className={`quotation style-${look.style}`}
      dir={look.direction}
      onMouseEnter={() => app.set({ hovered: quotation.highlight })}
      onMouseLeave={() => app.set({ hovered: null })}
    >
      <blockquote className="text static" lang={look.language} onClick={show}>
        <StaticBlocks text={look.blocks} markers={look.markers} />
      </blockquote>
      <figcaption>
        <button type="button" className="source" title={en.answer.goToPassage(code)} onClick={show}>
          <span className="code">{code}</span>
          <span dir="auto">{look.source}</span>
        </button>
        <span className="tools">
          {point.quotations.length > 1 && (
            <>
              <button
                type="button"
                className="icon"
                aria-label={en.answer.moveUp}
                title={en.answer.moveUp}
                disabled={index === 0}
                onClick={() => moveQuotation(point.id, quotation.id, -1)}
              >
                <ArrowUp aria-hidden />
              </button>
              <button
                type="button"
                className="icon"
                aria-label={en.answer.moveDown}
                title={en.answer.moveDown}
                disabled={index === point.quotations.length - 1}
                onClick={() => moveQuotation(point.id, quotation.id, 1)}
              >
                <ArrowDown aria-hidden />
              </button>
            </>
          )}
          <button
            type="button"
            className="icon"
            aria-label={en.answer.removeQuotation}
            title={en.answer.removeQuotation}
            onClick={() => takeOutQuotation(point.id, quotation.id)}
          >
            <X aria-hidden />
          </button>
        </span>
      </figcaption>
    </figure>
  );
}

/** A new passage in a letter changes the codes of all that follow: hundreds of quotations are drawn in passing. */
function useLook(highlight: string): QuotationLook | null {
  const [look, setLook] = useState(() => quotationLook(useSettled.getState().project, highlight));
  useEffect(() => {
    let shown = look;
    const follow = ({ project }: { readonly project: Project | null }) => {
      const next = quotationLook(project, highlight);
      if (next === shown) return;
      shown = next;
      startTransition(() => setLook(next));
    };
    follow(useSettled.getState());
    return useSettled.subscribe(follow);
    // What is drawn follows from here on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [highlight]);
  return look;
}
