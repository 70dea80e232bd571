/** The answer: introduction, parts with their points, conclusion, demands, as one page to write on. */
import { Fragment, useEffect, useRef } from 'react';
import { Plus } from 'lucide-react';
import type { Section } from '../../../core/document/project.ts';
import { en } from '../../../core/messages/en.ts';
import { FormatBar } from '../../editor/format-bar.tsx';
import { beginPoint, beginSection } from '../../state/points.ts';
import { placeKey } from '../../state/one-of-many.ts';
import { useSettled } from '../../state/settled.ts';
import { app, useApp } from '../../state/store.ts';
import { countPoints, firstPoints, useDrawnCount } from '../../ui/draw-gradually.ts';
import { useKeptView } from '../../ui/keep-view.ts';
import { GatheredLists } from './gathered-lists.tsx';
import { OwnText } from './own-text.tsx';
import { PartView } from './part-view.tsx';
import { ResolvedProvider, useResolving } from './resolved.ts';
import './answer.css';

/** Parts and points that are drawn with the pane, and those that follow at each moment of rest. */
const FIRST = 12;
const STEP = 24;

export function AnswerPane() {
  const scroll = useRef<HTMLDivElement>(null);
  const introduction = useSettled((state) => state.project?.introduction);
  const conclusion = useSettled((state) => state.project?.conclusion);
  const sections = useSettled((state) => state.project?.sections);
  const reveal = useApp((state) => state.reveal);
  const caret = useApp((state) => state.caret);
  const textSize = useApp((state) => state.textSize);
  useKeptView(scroll, !!sections, textSize);
  const resolved = useResolving();
  const asked = caret !== null || reveal?.place !== undefined;
  const drawn = useDrawnCount(countPoints(sections ?? []), asked, FIRST, STEP);

  useEffect(() => {
    if (!reveal?.place) return;
    const element = scroll.current?.querySelector(`[data-place="${CSS.escape(placeKey(reveal.place))}"]`);
    if (reveal.title) element?.querySelector('textarea')?.focus({ preventScroll: true });
    const box = element?.getBoundingClientRect();
    const view = scroll.current?.getBoundingClientRect();
    if (!box || !view) return;
    if (box.top < view.top || box.top > view.bottom - 120) element?.scrollIntoView({ block: 'start' });
  }, [reveal]);

  if (!introduction || !conclusion || !sections) return null;
  const shown = firstPoints(sections, drawn);
  const parts = (place: Section['place']) =>
    shown.map(({ section, points }) =>
      section.place === place ? (
        <Fragment key={section.id}>
          <PartView section={section} points={points} />
          <GatheredLists at="section" section={section.id} />
        </Fragment>
      ) : null,
    );
  return (
    <ResolvedProvider value={resolved}>
      <header className="pane-head answer-head">
        <FormatBar />
      </header>
      <div
        ref={scroll}
        className="answer-scroll"
        data-pane-focus
        tabIndex={-1}
        onFocus={() => app.get().turnedFrom !== null && app.set({ turnedFrom: null })}
      >
        <div className="answer-page" dir={resolved.direction}>
          {parts('front')}
          <section className="matter" data-place="introduction" aria-label={en.answer.introduction}>
            <h2 className="matter-title">{en.answer.introduction}</h2>
            <OwnText
              textRef={{ of: 'introduction' }}
              text={introduction}
              label={en.answer.introduction}
              placeholder={en.answer.introductionPlaceholder}
              place={{ kind: 'introduction' }}
            />
          </section>
          <GatheredLists at="front" />
          {parts(undefined)}
          {sections.length === 0 && (
            <div className="empty" dir="auto">
              <h2>{en.answer.empty}</h2>
              <p>{en.answer.emptyHint}</p>
            </div>
          )}
          <div className="add-row">
            <button type="button" onClick={() => beginPoint(sections.at(-1)?.id)}>
              <Plus aria-hidden /> {en.outline.addPoint}
            </button>
            <button type="button" onClick={() => beginSection()}>
              <Plus aria-hidden /> {en.outline.addSection}
            </button>
          </div>
          <section className="matter" data-place="conclusion" aria-label={en.answer.conclusion}>
            <h2 className="matter-title">{en.answer.conclusion}</h2>
            <OwnText
              textRef={{ of: 'conclusion' }}
              text={conclusion}
              label={en.answer.conclusion}
              placeholder={en.answer.conclusionPlaceholder}
              place={{ kind: 'conclusion' }}
            />
          </section>
          {parts('back')}
          <GatheredLists at="end" />
        </div>
      </div>
    </ResolvedProvider>
  );
}
