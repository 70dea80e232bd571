/** The answer: introduction, parts with their points, conclusion, demands, as one page to write on. */
import { memo, useEffect, useRef } from 'react';
import { Plus } from 'lucide-react';
import { numbering } from '../../../core/derived/numbering.ts';
import { wordCounts } from '../../../core/derived/word-count.ts';
import { letterById, ownTexts } from '../../../core/document/find.ts';
import type { Section } from '../../../core/document/project.ts';
import { publicationWords } from '../../../core/export/words.ts';
import { en } from '../../../core/messages/en.ts';
import { blockText } from '../../../core/text/canonical.ts';
import { FormatBar } from '../../editor/format-bar.tsx';
import { beginPoint, beginSection, setSectionTitle } from '../../state/points.ts';
import { putCaret } from '../../state/navigation.ts';
import { placeKey, useIsCurrent } from '../../state/one-of-many.ts';
import { useSettled } from '../../state/settled.ts';
import { app, useApp } from '../../state/store.ts';
import { countPoints, firstPoints, useDrawnCount } from '../../ui/draw-gradually.ts';
import { useKeptView } from '../../ui/keep-view.ts';
import { GrowingInput } from '../../ui/growing-input.tsx';
import { LengthBar } from '../../ui/length-bar.tsx';
import { OwnText } from './own-text.tsx';
import { PartMenu } from './part-menu.tsx';
import { PointView } from './point-view.tsx';
import { ResolvedProvider, useResolved, useResolving } from './resolved.ts';
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
    const box = element?.getBoundingClientRect();
    const view = scroll.current?.getBoundingClientRect();
    if (!box || !view) return;
    if (box.top < view.top || box.top > view.bottom - 120) element?.scrollIntoView({ block: 'start' });
  }, [reveal]);

  if (!introduction || !conclusion || !sections) return null;
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
          {firstPoints(sections, drawn).map(({ section, points }) => (
            <SectionView key={section.id} section={section} points={points} />
          ))}
          {sections.length === 0 && (
            <div className="empty">
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
          <Demands />
        </div>
      </div>
    </ResolvedProvider>
  );
}

interface SectionProps {
  readonly section: Section;
  /** Those of its points that are drawn. */
  readonly points: Section['points'];
}

function PartLength({ id, target }: { readonly id: string; readonly target: number }) {
  const words = useSettled(({ project }) => (project && wordCounts(project).sections.get(id)) ?? 0);
  return (
    <button
      type="button"
      className="part-length"
      title={en.review.lengths.progress}
      onClick={() => app.set({ dialog: { kind: 'whole-target' } })}
    >
      <LengthBar words={words} target={target} />
    </button>
  );
}

const SectionView = memo(function SectionView({ section, points }: SectionProps) {
  const number = useResolved().sectionNumber(section.id) ?? '';
  const letter = useSettled(({ project }) =>
    project && section.letter ? letterById(project, section.letter)?.code : undefined,
  );
  const place = { kind: 'section', id: section.id } as const;
  const current = useIsCurrent(place);
  return (
    <div className="part">
      <section
        className="part-head"
        data-place={`section:${section.id}`}
        aria-label={en.answer.part(number)}
        onFocus={() => !current && app.set({ place })}
      >
        <p className="eyebrow">
          {en.answer.part(number)}
          {letter && ` · ${letter}`}
        </p>
        <div className="part-line">
          <GrowingInput
            className="part-title"
            value={section.title}
            label={`${en.answer.partTitle} ${number}`}
            placeholder={en.answer.partTitle}
            onChange={(title) => setSectionTitle(section.id, title)}
          />
          <PartMenu section={section} />
        </div>
        {section.target !== undefined && <PartLength id={section.id} target={section.target} />}
        <OwnText
          textRef={{ of: 'lead', id: section.id }}
          text={section.lead}
          label={`${en.answer.part(number)}`}
          placeholder={en.answer.leadPlaceholder}
          place={place}
        />
      </section>
      {points.map((point) => (
        <PointView key={point.id} point={point} />
      ))}
    </div>
  );
});

function Demands() {
  const project = useSettled((state) => state.project);
  const numbers = project && numbering(project).demandNumbers;
  if (!project || !numbers || numbers.size === 0) return null;
  const title = project.front.demandsTitle || publicationWords(project.settings.language).demands;
  const demands = ownTexts(project).flatMap(({ ref, text }) =>
    text.flatMap((block) => (block.type === 'paragraph' && block.demand ? [{ ref, block }] : [])),
  );
  return (
    <section className="matter" data-place="demands" aria-label={title}>
      <h2 className="matter-title">{title}</h2>
      <ol className="demand-list">
        {demands.map(({ ref, block }) => (
          <li key={block.id}>
            <button
              type="button"
              onClick={() =>
                putCaret(ref, {
                  anchor: { block: block.id, offset: 0 },
                  focus: { block: block.id, offset: 0 },
                })
              }
            >
              {blockText(block)}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
