/** All quotations of the project and how they compare with the letters, each one click away. */
import { memo, useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { numbering } from '../../../core/derived/numbering.ts';
import { passagesIn, type CheckedPassage, type CheckedQuotation } from '../../../core/derived/verbatim.ts';
import { letterById, ownTexts, pointMap, type TextRef } from '../../../core/document/find.ts';
import type { Project } from '../../../core/document/project.ts';
import { en } from '../../../core/messages/en.ts';
import { showPassage, showPlace } from '../../state/navigation.ts';
import { goToQuotation } from '../../state/quotation-at.ts';
import {
  checkWholeProject,
  needsCare,
  quotationId,
  quotationsOf,
  textKey,
  useQuotations,
} from '../../state/quotations.ts';
import { app, useApp } from '../../state/store.ts';
import { aroundChanges } from '../../ui/around-changes.ts';
import { Difference } from '../../ui/difference.tsx';
import { Modal } from '../../ui/modal.tsx';
import './quotations.css';

const FILTERS = ['care', 'differs', 'not-found', 'typographic', 'exact', 'accepted', 'all'] as const;
type Filter = (typeof FILTERS)[number];

/** UTF-16 units of a row's words that are shown on each side of a difference. */
const CONTEXT = 60;

/** Rows that are drawn at a time. */
const PAGE = 100;

export function QuotationsDialog() {
  const open = useApp((state) => state.dialog?.kind === 'quotations');
  return open ? <OpenDialog /> : null;
}

const close = () => app.set({ dialog: null });

function stateOf({ verdict, accepted }: CheckedQuotation): Exclude<Filter, 'care' | 'all'> {
  return accepted ? 'accepted' : verdict;
}

function passes(quotation: CheckedQuotation, filter: Filter): boolean {
  return filter === 'all' || (filter === 'care' ? needsCare(quotation) : stateOf(quotation) === filter);
}

function keyOf(quotation: CheckedQuotation): string {
  return quotation.kind === 'passage' ? `${quotation.point}/${quotation.id}` : quotationId(quotation);
}

/** The passages that each point shows. */
const passagesByPoint = (project: Project): ReadonlyMap<string, readonly CheckedPassage[]> =>
  new Map([...pointMap(project).keys()].map((id) => [id, passagesIn(project, id)]));

/** In the order of the pamphlet, a point's passages before its answer. */
function inOrder(
  project: Project,
  passages: ReturnType<typeof passagesByPoint>,
  texts: ReturnType<typeof useQuotations.getState>['texts'],
): readonly CheckedQuotation[] {
  return ownTexts(project).flatMap(({ ref }): readonly CheckedQuotation[] => {
    const checked = texts.get(textKey(ref));
    const typed = checked ? quotationsOf(checked, project.accepted) : [];
    return ref.of === 'answer' ? [...(passages.get(ref.id) ?? []), ...typed] : typed;
  });
}

function OpenDialog() {
  const project = useApp((state) => state.project);
  const texts = useQuotations((state) => state.texts);
  const progress = useQuotations((state) => state.progress);
  const [filter, setFilter] = useState<Filter>('care');
  const [shown, setShown] = useState(PAGE);
  const chosen = useRef<() => void>(undefined);
  const choose = useCallback((quotation: CheckedQuotation) => {
    chosen.current = () => goTo(quotation);
    close();
  }, []);

  useEffect(() => void checkWholeProject(), []);

  const passages = useMemo(() => (project ? passagesByPoint(project) : new Map()), [project]);
  const all = useMemo(() => (project ? inOrder(project, passages, texts) : []), [project, passages, texts]);
  const listed = all.filter((quotation) => passes(quotation, filter));
  if (!project) return null;

  return (
    <Modal
      title={en.quotations.title}
      hint={en.quotations.hint}
      onClose={close}
      onClosed={() => chosen.current?.()}
    >
      <div onKeyDown={stepInList}>
        <div className="quotation-filters" role="group" aria-label={en.quotations.filter}>
          {FILTERS.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={filter === each}
              data-first-focus={filter === each ? '' : undefined}
              onClick={() => {
                setFilter(each);
                setShown(PAGE);
              }}
            >
              {en.quotations.filters[each]}{' '}
              <span className="count">{all.filter((quotation) => passes(quotation, each)).length}</span>
            </button>
          ))}
        </div>
        <div role="status">
          {progress && (
            <p className="hint quotation-progress">
              <progress aria-label={en.quotations.title} max={progress.total} value={progress.done} />
              {en.quotations.comparing(progress.done, progress.total)}
            </p>
          )}
        </div>
        {listed.length === 0 && !progress && (
          <p className="hint quotation-none">
            {all.length === 0
              ? en.quotations.none
              : filter === 'care'
                ? en.quotations.allWell
                : en.quotations.noneOfThese}
          </p>
        )}
        <ul className="quotation-list">
          {listed.slice(0, shown).map((quotation) => (
            <li key={keyOf(quotation)}>
              <Row project={project} quotation={quotation} onChoose={choose} />
            </li>
          ))}
        </ul>
      </div>
      {listed.length > shown && (
        <button type="button" className="outlined" onClick={() => setShown(shown + PAGE)}>
          {en.quotations.more(Math.min(PAGE, listed.length - shown))}
        </button>
      )}
    </Modal>
  );
}

/** Arrow keys go from row to row. */
function stepInList(event: KeyboardEvent<HTMLElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (by === 0) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('.quotation-row')];
  const next = rows[rows.findIndex((row) => row === document.activeElement) + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

interface RowProps {
  readonly project: Project;
  readonly quotation: CheckedQuotation;
  onChoose(quotation: CheckedQuotation): void;
}

const Row = memo(function Row({ project, quotation, onChoose }: RowProps) {
  const state = stateOf(quotation);
  const letter = letterById(project, quotation.letter ?? '');
  return (
    <button type="button" className="quotation-row" onClick={() => onChoose(quotation)}>
      <span className="quotation-where">
        <strong dir="auto">{whereOf(project, quotation)}</strong>
        <span className="badge" data-verdict={state}>
          {letter && state !== 'not-found' && `${letter.code} · `}
          {en.quotations.verdicts[state]}
        </span>
      </span>
      <span className="quotation-words difference" dir="auto">
        {quotation.difference.length > 0 ? (
          <Difference parts={aroundChanges(quotation.difference, CONTEXT)} />
        ) : (
          quotation.quotation
        )}
      </span>
    </button>
  );
});

function whereOf(project: Project, quotation: CheckedQuotation): string {
  if (quotation.kind === 'passage') {
    const code = numbering(project).passageCodes.get(quotation.highlight) ?? '';
    return `${nameOf(project, { of: 'answer', id: quotation.point })} · ${en.quotations.passageOf(code)}`;
  }
  const [{ text, note }] = quotation.places;
  const name = nameOf(project, text);
  return note === undefined ? name : `${name} · ${en.quotations.inNote}`;
}

function nameOf(project: Project, ref: TextRef): string {
  const { pointCodes, sectionNumbers } = numbering(project);
  switch (ref.of) {
    case 'answer':
      return en.quotations.places.point(
        pointCodes.get(ref.id) ?? '',
        pointMap(project).get(ref.id)?.point.title ?? '',
      );
    case 'lead':
      return en.answer.part(sectionNumbers.get(ref.id) ?? '');
    case 'conclusion':
      return en.answer.conclusion;
    default:
      return en.answer.introduction;
  }
}

function goTo(quotation: CheckedQuotation): void {
  if (quotation.kind !== 'passage') return goToQuotation(quotation);
  showPlace({ kind: 'point', id: quotation.point });
  showPassage(quotation.highlight);
}
