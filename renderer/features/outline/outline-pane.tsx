/** The outline: letters with how much of each is answered, and the pamphlet's parts and points, to go to and to reorder. */
import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
} from '@dnd-kit/core';
import {
  SortableContext,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable';
import { memo, useMemo } from 'react';
import { FileText, Plus } from 'lucide-react';
import { coverage } from '../../../core/derived/coverage.ts';
import { outline } from '../../../core/derived/outline.ts';
import { numbering } from '../../../core/derived/numbering.ts';
import { pointMap } from '../../../core/document/find.ts';
import type { Letter } from '../../../core/document/letter.ts';
import { en } from '../../../core/messages/en.ts';
import { showLetter, showPlace } from '../../state/navigation.ts';
import {
  beginPoint,
  beginSection,
  placePoint,
  placeSection,
  shiftPointBy,
  shiftSectionBy,
} from '../../state/points.ts';
import { useIsCurrent } from '../../state/one-of-many.ts';
import { useSettled } from '../../state/settled.ts';
import { app, useApp, type Place } from '../../state/store.ts';
import { countPoints, firstPoints, useDrawnCount } from '../../ui/draw-gradually.ts';
import { CoverageRing } from '../../ui/coverage-ring.tsx';
import './outline.css';

/** Rows that are drawn with the pane, and those that follow at each moment of rest. */
const FIRST = 60;
const STEP = 60;

interface Props {
  onAddLetter(): void;
}

export function OutlinePane({ onAddLetter }: Props) {
  const letters = useSettled((state) => state.project?.letters);
  if (!letters) return null;
  return (
    <nav className="outline" aria-label={en.panes.outline}>
      <h2 className="outline-title">{en.outline.letters}</h2>
      {letters.length === 0 && <p className="hint outline-hint">{en.outline.noLetters}</p>}
      <ul>
        {letters.map((letter) => (
          <LetterRow key={letter.id} letter={letter} />
        ))}
      </ul>
      <button type="button" className="outline-add" onClick={onAddLetter}>
        <Plus aria-hidden /> {en.outline.addLetter}
      </button>
      <h2 className="outline-title">{en.outline.pamphlet}</h2>
      <ul>
        <li>
          <button type="button" className="row" onClick={() => app.set({ dialog: { kind: 'title-page' } })}>
            <FileText aria-hidden /> <span className="name">{en.outline.titlePage}</span>
          </button>
        </li>
        <PlaceRow place={{ kind: 'introduction' }} name={en.outline.introduction} />
      </ul>
      <Parts />
      <ul>
        <PlaceRow place={{ kind: 'conclusion' }} name={en.outline.conclusion} />
        <DemandsRow />
        <WorksRow />
      </ul>
      <button type="button" className="outline-add" onClick={() => beginPoint()}>
        <Plus aria-hidden /> {en.outline.addPoint}
      </button>
      <button type="button" className="outline-add" onClick={() => beginSection()}>
        <Plus aria-hidden /> {en.outline.addSection}
      </button>
    </nav>
  );
}

function LetterRow({ letter }: { letter: Letter }) {
  const current = useApp((state) => state.letter === letter.id);
  const percent = useSettled((state) =>
    state.project ? coverage(state.project, letter).answeredPercent : 0,
  );
  const title = letter.item.title || en.untitledLetter;
  return (
    <li>
      <button
        type="button"
        className="row letter-row"
        aria-current={current || undefined}
        onClick={() => showLetter(letter.id)}
        onDoubleClick={() => app.set({ dialog: { kind: 'letter-details', letter: letter.id } })}
        title={`${letter.code} ${title} · ${en.outline.coverage(percent)}`}
      >
        <span className="number">{letter.code}</span>
        <span className="name" dir="auto">
          {title}
        </span>
        <CoverageRing percent={percent} label={en.outline.coverage(percent)} />
      </button>
    </li>
  );
}

function PlaceRow({ place, name }: { place: Place; name: string }) {
  const current = useIsCurrent(place);
  return (
    <li>
      <button
        type="button"
        className="row"
        aria-current={current || undefined}
        onClick={() => showPlace(place)}
      >
        <span className="name">{name}</span>
      </button>
    </li>
  );
}

function DemandsRow() {
  const count = useSettled((state) => (state.project ? numbering(state.project).demandNumbers.size : 0));
  return count > 0 ? <PlaceRow place={{ kind: 'demands' }} name={en.outline.demands(count)} /> : null;
}

function WorksRow() {
  const count = useSettled((state) => state.project?.references.length ?? 0);
  return (
    <li>
      <button type="button" className="row" onClick={() => app.set({ dialog: { kind: 'works' } })}>
        <span className="name">{en.outline.works(count)}</span>
      </button>
    </li>
  );
}

function Parts() {
  const sections = useSettled(({ project }) => project && outline(project.sections));
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 5 } }),
    useSensor(KeyboardSensor, {
      coordinateGetter: sortableKeyboardCoordinates,
      keyboardCodes: { start: ['Space'], cancel: ['Escape'], end: ['Space'] },
    }),
  );
  const ids = useMemo(
    () => sections?.flatMap((section) => [section.id, ...section.points.map(({ id }) => id)]) ?? [],
    [sections],
  );
  const drawn = useDrawnCount(countPoints(sections ?? []), false, FIRST, STEP);
  if (!sections) return null;

  const drop = ({ active, over }: DragEndEvent) => {
    const { project } = app.get();
    if (!project || !over || active.id === over.id) return;
    const from = String(active.id);
    const to = String(over.id);
    const places = pointMap(project);
    const moved = places.get(from);
    const onto = places.get(to);
    const target = sections.findIndex((section) => section.id === to);
    if (!moved) {
      const index = onto ? onto.sectionIndex : target;
      if (index >= 0) placeSection(from, index);
    } else if (onto) {
      placePoint(from, onto.section.id, onto.index);
    } else if (target >= 0) {
      // Dropped on a part's own line: from below it comes to its head, from above it goes into the part.
      placePoint(from, to, 0);
    }
  };

  return (
    <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={drop}>
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        <ul className="parts">
          {firstPoints(sections, drawn).map(({ section, points }) => (
            <li key={section.id}>
              <Row
                kind="section"
                id={section.id}
                title={section.title || en.outline.untitledPart}
                empty={!section.title}
              />
              <ul>
                {points.map((point) => (
                  <li key={point.id}>
                    <Row
                      kind="point"
                      id={point.id}
                      title={point.title || en.outline.untitledPoint}
                      empty={!point.title}
                      status={point.status}
                    />
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ul>
      </SortableContext>
    </DndContext>
  );
}

interface RowProps {
  readonly kind: 'section' | 'point';
  readonly id: string;
  readonly title: string;
  readonly empty: boolean;
  readonly status?: string;
}

const Row = memo(function Row({ kind, id, title, empty, status }: RowProps) {
  const place = { kind, id };
  const current = useIsCurrent(place);
  const number = useSettled((state) => {
    const numbers = state.project && numbering(state.project);
    return kind === 'point' ? numbers?.pointCodes.get(id) : numbers?.sectionNumbers.get(id);
  });
  const { attributes, listeners, setNodeRef, transform, transition, isDragging } = useSortable({ id });
  return (
    <button
      type="button"
      ref={setNodeRef}
      className={`row ${kind}-row`}
      data-dragging={isDragging || undefined}
      data-empty={empty || undefined}
      style={{ transform: transform ? `translateY(${Math.round(transform.y)}px)` : undefined, transition }}
      {...attributes}
      {...listeners}
      role="button"
      aria-roledescription={undefined}
      aria-current={current || undefined}
      title={`${title} (${en.outline.moveHint})`}
      onClick={() => showPlace(place)}
      onKeyDown={(event) => {
        const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
        if (event.altKey && by !== 0 && !event.ctrlKey && !event.metaKey) {
          event.preventDefault();
          event.stopPropagation();
          if (kind === 'point') shiftPointBy(id, by);
          else shiftSectionBy(id, by);
          requestAnimationFrame(() => (event.target as HTMLElement).focus());
          return;
        }
        listeners?.onKeyDown?.(event);
      }}
    >
      <span className="number">{number}</span>
      <span className="name" dir="auto">
        {title}
      </span>
      {status === 'final' && <span className="status" aria-label={en.answer.statuses.final} />}
      {status === 'reviewed' && <span className="status half" aria-label={en.answer.statuses.reviewed} />}
    </button>
  );
});
