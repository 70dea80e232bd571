/** A quotation in a point: the passage's words as they are quoted, with the line that says where they stand. */
import { Fragment, startTransition, useEffect, useState, type DragEvent } from 'react';
import { GripVertical, X } from 'lucide-react';
import type { Point, Project } from '../../../core/document/project.ts';
import type { Quotation } from '../../../core/document/quotation.ts';
import { en } from '../../../core/messages/en.ts';
import { useFormattedCitation } from '../../state/citations.ts';
import { takeOutQuotation } from '../../state/passages.ts';
import { showPassage } from '../../state/navigation.ts';
import { letGo, moveQuotationTo } from '../../state/quoted.ts';
import { useSettled } from '../../state/settled.ts';
import { app } from '../../state/store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { quotationLook, type QuotationLook } from './quotation-look.ts';
import { QuotationMenu } from './quotation-menu.tsx';
import { QuotationWords } from './quotation-words.tsx';

interface Props {
  readonly point: Point;
  readonly quotation: Quotation;
  readonly index: number;
}

export function QuotationView({ point, quotation, index }: Props) {
  const several = point.quotations.length > 1;
  const look = useLook(quotation, several ? point.arrangement : 'sequence');
  const drag = useDrop(point, index);
  if (!look) return null;
  const { code } = look;
  const ref = { point: point.id, quotation: quotation.id };
  return (
    <figure
      className={`quotation style-${look.style}${look.runIn ? ' run-in' : ''}`}
      dir={look.direction}
      data-quotation={quotation.id}
      data-drop={drag.side}
      onMouseEnter={() => app.set({ hovered: quotation.highlight })}
      onMouseLeave={() => app.set({ hovered: null })}
      {...drag.handlers}
    >
      <QuotationWords {...ref} look={look} />
      <figcaption>
        <button
          type="button"
          className="source"
          title={en.answer.goToPassage(code)}
          onClick={() => showPassage(quotation.highlight)}
        >
          <span className="code">{code}</span>
          <span dir="auto">{look.cited === undefined ? look.source : <CitedSource look={look} />}</span>
        </button>
        {look.runIn && <span className="badge">{en.quote.runInBadge}</span>}
        <span className="tools">
          {several && (
            <span
              className="grip"
              draggable
              title={en.quote.drag}
              onDragStart={(event) => {
                event.dataTransfer.setData(DRAGGED, JSON.stringify(ref));
                event.dataTransfer.effectAllowed = 'move';
                dragged = ref.point;
              }}
              onDragEnd={() => (dragged = null)}
            >
              <GripVertical aria-hidden />
            </span>
          )}
          <QuotationMenu point={point} quotation={quotation} index={index} look={look} />
          <IconButton
            name={en.answer.removeQuotation}
            onClick={() => takeOutQuotation(point.id, quotation.id)}
          >
            <X aria-hidden />
          </IconButton>
        </span>
      </figcaption>
      {look.lost.length > 0 && (
        <p className="lost-edits" role="status">
          {en.quote.lost(look.lost.length)}{' '}
          {look.lost.map(({ kind, words, text }, i) => (
            <span key={i} className="lost-edit">
              {en.quote.lostKinds[kind]} <q dir="auto">{text ? `${words} [${text}]` : words}</q>
            </span>
          ))}{' '}
          <button type="button" onClick={() => letGo(ref)}>
            {en.quote.letGo}
          </button>
        </p>
      )}
    </figure>
  );
}

/** The citation of a work, as the style has it; its source line until that has been formatted. */
function CitedSource({ look }: { readonly look: QuotationLook }) {
  const formatted = useFormattedCitation(look.cited ?? '');
  if (!formatted) return look.source;
  return formatted.content.flatMap(({ content }, i) =>
    content.map(({ text, marks = [] }, j) =>
      marks.includes('emphasis') ? (
        <em key={`${i} ${j}`}>{text}</em>
      ) : (
        <Fragment key={`${i} ${j}`}>{text}</Fragment>
      ),
    ),
  );
}

/** A new passage in a letter changes the codes of all that follow: hundreds of quotations are drawn in passing. */
function useLook(quotation: Quotation, arrangement: Point['arrangement']): QuotationLook | null {
  const [look, setLook] = useState(() =>
    quotationLook(useSettled.getState().project, quotation, arrangement),
  );
  useEffect(() => {
    let shown = look;
    const show = (next: QuotationLook | null) => {
      if (next === shown) return;
      shown = next;
      // The writer's own change of this quotation is seen at once.
      if (app.get().quoted?.quotation === quotation.id) setLook(next);
      else startTransition(() => setLook(next));
    };
    const follow = ({ project }: { readonly project: Project | null }) =>
      show(quotationLook(project, quotation, arrangement));
    follow(useSettled.getState());
    return useSettled.subscribe(follow);
    // What is drawn follows from here on.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [quotation, arrangement]);
  return look;
}

const DRAGGED = 'application/x-pamphleteer-quotation';

/** The point whose quotation is being dragged: what is dragged can't be read before it is dropped. */
let dragged: string | null = null;

/** Quotations of a point are put in another order by dragging one before or after another. */
function useDrop(point: Point, index: number) {
  const [side, setSide] = useState<'before' | 'after' | undefined>();
  const isOurs = (event: DragEvent) => dragged === point.id && event.dataTransfer.types.includes(DRAGGED);
  const handlers = {
    onDragOver: (event: DragEvent<HTMLElement>) => {
      if (!isOurs(event)) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
      setSide(isAfter(event, point) ? 'after' : 'before');
    },
    onDragLeave: () => setSide(undefined),
    onDrop: (event: DragEvent<HTMLElement>) => {
      setSide(undefined);
      if (!isOurs(event)) return;
      event.preventDefault();
      const ref = JSON.parse(event.dataTransfer.getData(DRAGGED)) as { point: string; quotation: string };
      const from = point.quotations.findIndex(({ id }) => id === ref.quotation);
      const to = index + (isAfter(event, point) ? 1 : 0);
      moveQuotationTo(ref, to > from ? to - 1 : to);
    },
  };
  return { side, handlers };
}

/** Past the middle, in the direction in which the quotations follow each other. */
function isAfter(event: DragEvent<HTMLElement>, { arrangement }: Point): boolean {
  const box = event.currentTarget.getBoundingClientRect();
  if (arrangement !== 'contrast') return event.clientY > box.top + box.height / 2;
  const past = event.clientX > box.left + box.width / 2;
  return getComputedStyle(event.currentTarget.parentElement ?? event.currentTarget).direction === 'rtl'
    ? !past
    : past;
}
