/** Points by their status, to be dragged from one to another, and filtered. */
import {
  DndContext,
  DragOverlay,
  PointerSensor,
  useDroppable,
  useSensor,
  useSensors,
  type Announcements,
  type DragEndEvent,
  type UniqueIdentifier,
} from '@dnd-kit/core';
import { useRef, useState } from 'react';
import { numbering } from '../../../core/derived/numbering.ts';
import { filteredPoints, isEmptyFilter, type PointFilter } from '../../../core/derived/point-filter.ts';
import { pointMap } from '../../../core/document/find.ts';
import { POINT_STATUSES, type PointStatus, type Project } from '../../../core/document/project.ts';
import { en } from '../../../core/messages/en.ts';
import { putCaret, showPlace } from '../../state/navigation.ts';
import { setStatus } from '../../state/points.ts';
import { clearPointFilter, setPointFilter, useBoardFilter } from '../../state/point-filters.ts';
import { app, useApp } from '../../state/store.ts';
import { Modal } from '../../ui/modal.tsx';
import { PointFilterChoices, PointFilterWords } from '../../ui/point-filter-fields.tsx';
import { Card, DraggedCard } from './board-card.tsx';
import './board.css';

const words = en.review.filter;

/** Cards of a column that are drawn before more are asked for. */
const FIRST = 60;

export function BoardDialog() {
  const dialog = useApp((state) => state.dialog);
  return dialog?.kind === 'board' ? <Board /> : null;
}

function Board() {
  const project = useApp((state) => state.project);
  const filter = useBoardFilter();
  const chosen = useRef<string | null>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 5 } }));
  if (!project) return null;
  const all = pointMap(project);
  const shown = filteredPoints(project, filter);
  const change = (field: keyof PointFilter, value: string | undefined) =>
    setPointFilter(useBoardFilter, field, value as never);
  const close = () => app.set({ dialog: null });
  const go = (id: string) => {
    chosen.current = id;
    close();
  };
  const arrive = () => {
    if (chosen.current === null) return;
    showPlace({ kind: 'point', id: chosen.current });
    putCaret({ of: 'answer', id: chosen.current });
  };
  const drop = ({ active, over }: DragEndEvent) => {
    setDragged(null);
    const status = POINT_STATUSES.find((each) => each === over?.id);
    if (status) setStatus(String(active.id), status);
  };
  return (
    <Modal title={en.review.board.title} hint={en.review.board.hint} wide onClose={close} onClosed={arrive}>
      <div className="board-filters" role="group" aria-label={words.title}>
        <PointFilterWords filter={filter} change={change} />
        <PointFilterChoices project={project} filter={filter} without={['status']} change={change} />
        <span className="hint" role="status">
          {isEmptyFilter(filter) ? words.all(all.size) : words.shown(shown.length, all.size)}
        </span>
        {!isEmptyFilter(filter) && (
          <button type="button" onClick={() => clearPointFilter(useBoardFilter)}>
            {words.clear}
          </button>
        )}
      </div>
      {all.size === 0 ? (
        <p className="empty">{en.review.board.empty}</p>
      ) : (
        <DndContext
          sensors={sensors}
          accessibility={{
            announcements: announcementsIn(project),
            screenReaderInstructions: { draggable: en.review.board.hint },
          }}
          onDragStart={({ active }) => setDragged(String(active.id))}
          onDragEnd={drop}
          onDragCancel={() => setDragged(null)}
        >
          <div className="board">
            {POINT_STATUSES.map((status) => (
              <Column
                key={status}
                status={status}
                project={project}
                points={shown.filter(({ point }) => point.status === status)}
                go={go}
              />
            ))}
          </div>
          <DragOverlay dropAnimation={null}>
            {dragged !== null && <DraggedCard project={project} id={dragged} />}
          </DragOverlay>
        </DndContext>
      )}
    </Modal>
  );
}

/** What a screen reader is told while a point is dragged. */
function announcementsIn(project: Project): Announcements {
  const { pointCodes } = numbering(project);
  const codeOf = ({ id }: { readonly id: UniqueIdentifier }) => pointCodes.get(String(id)) ?? '';
  const statusOf = (over: { readonly id: UniqueIdentifier } | null) =>
    POINT_STATUSES.find((each) => each === over?.id);
  const words = en.review.board;
  const back = (active: { readonly id: UniqueIdentifier }) => words.putBack(codeOf(active));
  return {
    onDragStart: ({ active }) => words.taken(codeOf(active)),
    onDragOver({ over }) {
      const status = statusOf(over);
      return status && words.over(en.answer.statuses[status]);
    },
    onDragEnd({ active, over }) {
      const status = statusOf(over);
      return status ? words.dropped(codeOf(active), en.answer.statuses[status]) : back(active);
    },
    onDragCancel: ({ active }) => back(active),
  };
}

interface ColumnProps {
  readonly status: PointStatus;
  readonly project: Project;
  readonly points: ReturnType<typeof filteredPoints>;
  go(id: string): void;
}

function Column({ status, project, points, go }: ColumnProps) {
  const { setNodeRef, isOver } = useDroppable({ id: status });
  const [limit, setLimit] = useState(FIRST);
  const more = points.length - limit;
  const name = en.review.board.column(en.answer.statuses[status], points.length);
  return (
    <section ref={setNodeRef} className="board-column" data-status={status} data-over={isOver || undefined}>
      <h3>{name}</h3>
      <ul aria-label={name}>
        {points.slice(0, limit).map(({ point, section }) => (
          <Card key={point.id} project={project} point={point} section={section} go={go} />
        ))}
        {points.length === 0 && <li className="hint">{en.review.board.none}</li>}
      </ul>
      {more > 0 && (
        <button type="button" onClick={() => setLimit(limit + 4 * FIRST)}>
          {en.review.board.more(more)}
        </button>
      )}
    </section>
  );
}
