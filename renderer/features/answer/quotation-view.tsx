/** A quotation in a point: the passage's words as they stand in the letter, with the line that says where. */
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { quoteOf } from '../../../core/text/quote-of.ts';
import { numbering } from '../../../core/derived/numbering.ts';
import { sourceLine } from '../../../core/derived/source-line.ts';
import { highlightMap, letterById } from '../../../core/document/find.ts';
import type { Point, Quotation } from '../../../core/document/project.ts';
import { en } from '../../../core/messages/en.ts';
import { moveQuotation, takeOutQuotation } from '../../state/passages.ts';
import { showPassage } from '../../state/navigation.ts';
import { app, useApp } from '../../state/store.ts';

interface Props {
  readonly point: Point;
  readonly quotation: Quotation;
  readonly index: number;
}

export function QuotationView({ point, quotation, index }: Props) {
  const highlight = useApp((state) => state.project && highlightMap(state.project).get(quotation.highlight));
  const letter = useApp((state) => state.project && highlight && letterById(state.project, highlight.letter));
  const code = useApp(
    (state) => (state.project && numbering(state.project).passageCodes.get(quotation.highlight)) ?? '',
  );
  const language = useApp((state) => state.project?.settings.language ?? 'en');
  const style = useApp(
    (state) => state.project?.categories.find(({ id }) => id === highlight?.category)?.style ?? 1,
  );
  if (!highlight || !letter) return null;
  const text = quoteOf(letter.blocks, highlight.ranges) || highlight.quote;
  return (
    <figure
      className={`quotation style-${style}`}
      dir={letter.direction}
      onMouseEnter={() => app.set({ hovered: highlight.id })}
      onMouseLeave={() => app.set({ hovered: null })}
    >
      <blockquote lang={letter.language} onClick={() => showPassage(highlight.id)}>
        {text.split('\n').map((line, i) => (
          <p key={i}>{line}</p>
        ))}
      </blockquote>
      <figcaption>
        <button
          type="button"
          className="source"
          title={en.answer.goToPassage(code)}
          onClick={() => showPassage(highlight.id)}
        >
          <span className="code">{code}</span>
          <span dir="auto">{sourceLine(letter, highlight, language)}</span>
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
