/** A point on the board: its code, title or first words, and what is known of it. */
import { useDraggable } from '@dnd-kit/core';
import { MessageSquareText } from 'lucide-react';
import { memo, type KeyboardEvent } from 'react';
import { numbering } from '../../../core/derived/numbering.ts';
import { isAnswered } from '../../../core/derived/usage.ts';
import { wordCounts } from '../../../core/derived/word-count.ts';
import { highlightMap, letterById, pointMap } from '../../../core/document/find.ts';
import { POINT_STATUSES, type Point, type Project, type Section } from '../../../core/document/project.ts';
import { en } from '../../../core/messages/en.ts';
import { blockText } from '../../../core/text/canonical.ts';
import { TagLine } from '../../ui/tag-line.tsx';
import { setStatus } from '../../state/points.ts';

interface Props {
  readonly project: Project;
  readonly point: Point;
  readonly section: Section;
  go(id: string): void;
}

/** Letters of which passages are quoted, each once. */
function letterCodes(project: Project, { quotations }: Point): readonly string[] {
  const highlights = highlightMap(project);
  const ids = new Set(quotations.map(({ highlight }) => highlights.get(highlight)?.letter ?? ''));
  return [...ids].flatMap((id) => letterById(project, id)?.code ?? []);
}

export const Card = memo(function Card({ project, point, section, go }: Props) {
  const { id, status } = point;
  const { setNodeRef, listeners, isDragging } = useDraggable({ id });
  const number = numbering(project).pointCodes.get(id) ?? '';
  return (
    <li>
      <button
        type="button"
        ref={setNodeRef}
        className="board-card"
        data-point={id}
        data-dragging={isDragging || undefined}
        onPointerDown={listeners?.['onPointerDown'] as React.PointerEventHandler | undefined}
        onClick={() => go(id)}
        onKeyDown={(event) => onKey(event, id, status)}
      >
        <CardBody project={project} point={point} section={section} number={number} />
      </button>
    </li>
  );
});

export function DraggedCard({ project, id }: { readonly project: Project; readonly id: string }) {
  const place = pointMap(project).get(id);
  if (!place) return null;
  const number = numbering(project).pointCodes.get(id) ?? '';
  return (
    <div className="board-card floating">
      <CardBody project={project} point={place.point} section={place.section} number={number} />
    </div>
  );
}

function CardBody({ project, point, section, number }: Omit<Props, 'go'> & { readonly number: string }) {
  const { id, title, answer, tags, target, answerType } = point;
  const opening =
    title || answer.map(blockText).find((text) => text.trim() !== '') || en.outline.untitledPoint;
  const words = wordCounts(project).points.get(id) ?? 0;
  const type = project.settings.answerTypes?.find((each) => each.id === answerType)?.name;
  const comments = project.comments?.filter(
    ({ about, resolved }) => !resolved && about.kind === 'point' && about.id === id,
  ).length;
  const facts = [
    type,
    isAnswered(point)
      ? target === undefined
        ? en.review.board.words(words)
        : en.review.details.words(words, target)
      : en.review.board.unanswered,
    letterCodes(project, point).join(', '),
    section.title,
  ];
  return (
    <>
      <span className="board-head">
        <span className="number">{number}</span>
        <span className="board-title" dir="auto" data-untitled={title === '' || undefined}>
          {opening}
        </span>
      </span>
      <span className="board-facts">
        {facts
          .filter((fact) => fact)
          .map((fact, i) => (
            <span key={i} dir="auto">
              {fact}
            </span>
          ))}
        <TagLine tags={tags} />
        {comments !== undefined && comments > 0 && (
          <span>
            <MessageSquareText aria-hidden /> {comments}
          </span>
        )}
      </span>
    </>
  );
}

/** 1 to 3 and Alt with an arrow set the status; arrows go about. */
function onKey(event: KeyboardEvent<HTMLElement>, id: string, status: Point['status']): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  const card = event.currentTarget;
  const rtl = getComputedStyle(card).direction === 'rtl';
  const across = { ArrowRight: rtl ? -1 : 1, ArrowLeft: rtl ? 1 : -1 }[event.key];
  const along = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const typed =
    /^[1-3]$/.test(event.key) && !event.altKey ? POINT_STATUSES[Number(event.key) - 1] : undefined;
  const next =
    typed ?? (event.altKey && across ? POINT_STATUSES[POINT_STATUSES.indexOf(status) + across] : undefined);
  if (next) {
    const board = card.closest('.board');
    setStatus(id, next);
    requestAnimationFrame(() =>
      board?.querySelector<HTMLElement>(`[data-point="${CSS.escape(id)}"]`)?.focus(),
    );
  } else if (event.altKey) return;
  else if (along) stepWithin(card, along);
  else if (across) stepAcross(card, across);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

const cardsOf = (column: Element | null | undefined) => [
  ...(column?.querySelectorAll<HTMLElement>('.board-card') ?? []),
];

function stepWithin(card: HTMLElement, by: number): void {
  const cards = cardsOf(card.closest('.board-column'));
  cards[cards.indexOf(card) + by]?.focus();
}

/** To the next column that has cards, at about the same height. */
function stepAcross(card: HTMLElement, by: number): void {
  const columns = [...(card.closest('.board')?.querySelectorAll('.board-column') ?? [])];
  const top = card.getBoundingClientRect().top;
  const at = columns.findIndex((column) => column.contains(card));
  for (let i = at + by; columns[i]; i += by) {
    const cards = cardsOf(columns[i]);
    const near = cards.find((each) => each.getBoundingClientRect().bottom > top) ?? cards.at(-1);
    if (near) return near.focus();
  }
}
