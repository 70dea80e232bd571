/** A point on the page: its number in the margin, its quotations set in, the answer; tools on hover and focus. */
import { memo } from 'react';
import type { Point } from '../../../core/document/project.ts';
import { en } from '../../../core/messages/en.ts';
import { openDetails } from '../../state/point-details.ts';
import { setPointTitle } from '../../state/points.ts';
import { useIsCurrent } from '../../state/one-of-many.ts';
import { useSettled } from '../../state/settled.ts';
import { app } from '../../state/store.ts';
import { GrowingInput } from '../../ui/growing-input.tsx';
import { ChangesBox } from './changes-box.tsx';
import { Continuation } from './continuation.tsx';
import { SeeLine, UsesLine } from './master-lines.tsx';
import { OwnText } from './own-text.tsx';
import { PointLine } from './point-line.tsx';
import { PointMenu } from './point-menu.tsx';
import { QuotationView } from './quotation-view.tsx';
import { useResolved } from './resolved.ts';

/** Characters of a code that the margin has room for; a longer one stands above the title. */
const HANGING = 3;

export const PointView = memo(function PointView({ point }: { point: Point }) {
  const number = useResolved().pointCode(point.id) ?? '';
  const place = { kind: 'point', id: point.id } as const;
  const current = useIsCurrent(place);
  const type = useSettled(({ project }) =>
    project?.settings.answerTypes?.find(({ id }) => id === point.answerType),
  );
  const contrast = point.arrangement === 'contrast' && point.quotations.length > 1;
  return (
    <section
      className={point.master ? 'point master' : 'point'}
      data-place={`point:${point.id}`}
      data-current={current || undefined}
      aria-label={point.master ? en.masters.name(number) : en.answer.point(number)}
      onFocus={() => !current && app.set({ place })}
    >
      <span className="number" data-long={number.length > HANGING || undefined} aria-hidden>
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
        <PointMenu point={point} />
      </div>
      {point.master && <UsesLine point={point} />}
      <Continuation point={point} />
      <PointLine point={point} number={number} />
      {point.quotations.length > 0 && (
        <div
          className={contrast ? 'quotations contrast' : 'quotations'}
          role="group"
          aria-label={contrast ? en.answer.contrasted : en.answer.quotationsOf(number)}
        >
          {contrast && (
            <p className="eyebrow" aria-hidden>
              {en.answer.contrasted}
            </p>
          )}
          {point.quotations.map((quotation, index) => (
            <QuotationView key={quotation.id} point={point} quotation={quotation} index={index} />
          ))}
        </div>
      )}
      {type && (
        <button
          type="button"
          className="answer-type"
          title={en.review.details.open(number)}
          onClick={() => openDetails(point.id)}
        >
          <span className="visually-hidden">{en.review.details.answerType}</span>
          <span dir="auto">{type.name}</span>
        </button>
      )}
      <OwnText
        textRef={{ of: 'answer', id: point.id }}
        text={point.answer}
        label={en.answer.answerTo(number)}
        placeholder={en.answer.placeholder}
        place={place}
      />
      {point.seeMaster && <SeeLine point={point} />}
      <ChangesBox point={point} number={number} asked={type?.asks === 'changes'} />
    </section>
  );
});
