/** The sentences that pass the filter: only the rows in view are drawn, so that fifty thousand cost what twenty do. */
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import { numbering } from '../../../core/derived/numbering.ts';
import type { CoverageRows } from '../../../core/derived/coverage-rows.ts';
import { passagesAt, type SentencePlace } from '../../../core/derived/sentence-places.ts';
import { placeOf } from '../../../core/derived/source-line.ts';
import type { Project } from '../../../core/document/project.ts';
import { en } from '../../../core/messages/en.ts';
import { blockText } from '../../../core/text/canonical.ts';
import { TagLine } from '../../ui/tag-line.tsx';

/** CSS pixels; as in coverage.css. */
const ROW = 64;
/** Rows above and below the view that are drawn ahead of scrolling. */
const AHEAD = 6;

/** Rows from the one to the other, both of them; the active one has the caret. */
export interface Chosen {
  readonly active: number;
  readonly anchor: number;
}

interface Props {
  readonly ref: Ref<HTMLDivElement>;
  readonly project: Project;
  readonly rows: CoverageRows;
  readonly chosen: Chosen;
  choose(chosen: Chosen): void;
  go(place: SentencePlace): void;
  waive(): void;
  /** Has them answered by a master response. */
  answerElsewhere(): void;
}

export function SentenceList({ ref, project, rows, chosen, choose, go, waive, answerElsewhere }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 600 });
  const { active, anchor } = chosen;

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setView({ top: element.scrollTop, height: element.clientHeight });
    measure();
    const size = new ResizeObserver(measure);
    size.observe(element);
    return () => size.disconnect();
  }, []);

  const shown = useRef(active);
  useEffect(() => {
    const element = box.current;
    if (!element || shown.current === active) return;
    shown.current = active;
    const top = active * ROW;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + ROW > element.scrollTop + element.clientHeight)
      element.scrollTop = top + ROW - element.clientHeight;
  }, [active]);

  const first = Math.max(0, Math.floor(view.top / ROW) - AHEAD);
  const after = Math.min(rows.count, Math.ceil((view.top + view.height) / ROW) + AHEAD);
  const page = Math.max(1, Math.floor(view.height / ROW) - 1);
  const isChosen = (row: number) => row >= Math.min(active, anchor) && row <= Math.max(active, anchor);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey) return;
    const isCommand = event.ctrlKey || event.metaKey;
    const place = rows.at(active);
    if (isCommand && event.key.toLowerCase() === 'a') choose({ active: rows.count - 1, anchor: 0 });
    else if (isCommand) return;
    else if (event.key === 'Enter' && place) go(place);
    else if (event.key === 'w' || event.key === 'W') waive();
    else if (event.key === 'm' || event.key === 'M') answerElsewhere();
    else if (event.key === 'Escape') choose({ active, anchor: active });
    else {
      const step = {
        ArrowDown: 1,
        ArrowUp: -1,
        PageDown: page,
        PageUp: -page,
        Home: -active,
        End: rows.count,
      }[event.key];
      if (step === undefined) return;
      const next = Math.max(0, Math.min(rows.count - 1, active + step));
      choose({ active: next, anchor: event.shiftKey ? anchor : next });
    }
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={(element) => {
        box.current = element;
        if (typeof ref === 'function') ref(element);
        else if (ref) ref.current = element;
      }}
      className="sentence-list"
      role="listbox"
      tabIndex={0}
      data-pane-focus
      aria-label={en.coverage.list}
      aria-description={en.coverage.keys}
      aria-multiselectable
      aria-activedescendant={active >= first && active < after ? `sentence-${active}` : undefined}
      onKeyDown={onKeyDown}
      onScroll={({ currentTarget: { scrollTop, clientHeight } }) =>
        setView({ top: scrollTop, height: clientHeight })
      }
    >
      <div className="sentences" style={{ blockSize: rows.count * ROW }} role="presentation">
        {Array.from({ length: Math.max(0, after - first) }, (_, i) => first + i).map((row) => {
          const place = rows.at(row);
          return (
            place && (
              <div
                key={row}
                id={`sentence-${row}`}
                className="sentence"
                role="option"
                aria-selected={isChosen(row)}
                aria-posinset={row + 1}
                aria-setsize={rows.count}
                data-active={row === active || undefined}
                style={{ insetBlockStart: row * ROW }}
                onClick={(event) => {
                  choose({ active: row, anchor: event.shiftKey ? anchor : row });
                  if (!event.shiftKey) go(place);
                }}
              >
                <Sentence project={project} place={place} />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

function Sentence({ project, place }: { readonly project: Project; readonly place: SentencePlace }) {
  const { letter, block, from, to, state, partly } = place;
  const range = { start: { block: block.id, offset: from }, end: { block: block.id, offset: to } };
  const codes = numbering(project).passageCodes;
  const touching = passagesAt(project, place);
  const passages = [...new Set(touching.map(({ highlight }) => codes.get(highlight.id) ?? ''))];
  const tags = [...new Set(touching.flatMap(({ highlight }) => highlight.tags ?? []))];
  const where = en.coverage.place(
    letter.code,
    placeOf(letter.blocks, { ranges: [range] }, project.settings.language),
  );
  return (
    <>
      <span className="where">
        <span className={`mark ${state}`} aria-hidden />
        <span>{where}</span>
        <span>{partly ? en.coverage.partly : en.coverage.states[state]}</span>
        <TagLine tags={tags} />
        {passages.length > 0 && <span className="codes">{passages.join(', ')}</span>}
      </span>
      <span className="words" lang={letter.language} dir="auto">
        {blockText(block).slice(from, to)}
      </span>
    </>
  );
}
