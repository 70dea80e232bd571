/** A point on the page: its number in the margin, its quotations set in, the answer; tools on hover and focus. */
import { memo } from 'react';
import type { Point } from '../../../core/document/project.ts';
import { en } from '../../../core/messages/en.ts';
import { setPointTitle } from '../../state/points.ts';
import { useIsCurrent } from '../../state/one-of-many.ts';
import { app } from '../../state/store.ts';
import { GrowingInput } from '../../ui/growing-input.tsx';
import { OwnText } from './own-text.tsx';
import { PointMenu } from './point-menu.tsx';
import { QuotationView } from './quotation-view.tsx';
import { useResolved } from './resolved.ts';

export const PointView = memo(function PointView({ point }: { point: Point }) {
  const number = useResolved().pointCode(point.id) ?? '';
  const place = { kind: 'point', id: point.id } as const;
  const current = useIsCurrent(place);
  const contrast = point.arrangement === 'contrast' && point.quotations.length > 1;
  return (
    <section
      className="point"
      data-place={`point:${point.id}`}
      data-current={current || undefined}
      aria-label={en.answer.point(number)}
      onFocus={() => !current && app.set({ place })}
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
        label={en.answer.answerTo(number)}
        placeholder={en.answer.placeholder}
        place={place}
      />
    </section>
  );
});
