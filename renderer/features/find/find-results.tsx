/** The places that were found, one line each, under the names of their texts. Only the lines in view are drawn. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Project } from '../../../core/document/project.ts';
import { contextOf } from '../../../core/find/context.ts';
import { searchedParts } from '../../../core/find/places.ts';
import { byIdentity } from '../../../core/derived/remember.ts';
import { en } from '../../../core/messages/en.ts';
import { blockText } from '../../../core/text/canonical.ts';
import { partOfKey, partsOf } from '../../../core/text/parts.ts';
import type { FoundPlace } from '../../platform/find-orders.ts';
import { goToFound, searchableOf, useFind } from '../../state/find.ts';
import { useSettled } from '../../state/settled.ts';
import { nameOf } from './place-names.ts';

/** CSS pixels; as in the style sheet. */
const LINE = 26;
/** Lines drawn beyond the view on each side. */
const MARGIN = 8;

type Row =
  | { readonly name: string; readonly count: number; readonly place?: undefined }
  | { readonly place: FoundPlace; readonly index: number };

/** Names and places in the order found. A text that was changed since keeps its name. */
function rowsOf(project: Project, found: readonly FoundPlace[]): readonly Row[] {
  const rows: Row[] = [];
  let from = 0;
  while (from < found.length) {
    const { key } = found[from] as FoundPlace;
    let to = from;
    while (found[to]?.key === key) to++;
    const text = searchableOf(project, key);
    rows.push({ name: text ? nameOf(project, text.place) : '', count: to - from });
    for (let index = from; index < to; index++) rows.push({ place: found[index] as FoundPlace, index });
    from = to;
  }
  return rows;
}

const blocksOf = byIdentity(
  (text: object) => new Map((text as readonly { id: string }[]).map((block, i) => [block.id, i] as const)),
);

function wordsOf(project: Project, { key, part, from, to }: FoundPlace) {
  const source = searchableOf(project, key)?.source;
  if (source === undefined) return undefined;
  if (typeof source === 'string') return contextOf(searchedParts(source)[0]?.text ?? '', from, to);
  const { block: id, note } = partOfKey(part);
  const block = source[blocksOf(source).get(id) ?? -1];
  if (!block) return undefined;
  const text =
    note === undefined ? blockText(block) : partsOf(block).find((each) => each.note === note)?.text;
  return contextOf(text ?? '', from, to);
}

export function FindResults() {
  const found = useFind((state) => state.found);
  const at = useFind((state) => state.at);
  const gone = useFind((state) => state.gone);
  const project = useSettled((state) => state.project);
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 240 });
  const rows = useMemo(() => (project ? rowsOf(project, found) : []), [project, found]);
  const current = rows.findIndex((row) => row.place !== undefined && row.index === at);

  useEffect(() => {
    const element = box.current;
    if (!element || gone === 0 || current < 0) return;
    const top = current * LINE;
    if (top < element.scrollTop || top + LINE > element.scrollTop + element.clientHeight)
      element.scrollTop = top - element.clientHeight / 2;
  }, [current, gone]);

  if (!project || rows.length === 0) return null;
  const first = Math.max(0, Math.floor(view.top / LINE) - MARGIN);
  const last = Math.min(rows.length, Math.ceil((view.top + view.height) / LINE) + MARGIN);
  return (
    <div
      ref={box}
      className="find-results"
      role="listbox"
      tabIndex={0}
      aria-label={en.findText.list}
      aria-activedescendant={current < 0 ? undefined : `found-${at}`}
      onScroll={({ currentTarget }) =>
        setView({ top: currentTarget.scrollTop, height: currentTarget.clientHeight })
      }
      onKeyDown={(event) => {
        const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
        if (by === undefined) return;
        event.preventDefault();
        goToFound(Math.max(0, Math.min(found.length - 1, (gone === 0 ? -1 : at) + by)));
      }}
    >
      <div style={{ blockSize: rows.length * LINE }}>
        {rows.slice(first, last).map((row, i) => {
          const style = { insetBlockStart: (first + i) * LINE };
          if (row.place === undefined) {
            return (
              <div key={first + i} className="find-name" role="presentation" style={style}>
                <span dir="auto">{row.name}</span> <span className="count">{row.count}</span>
              </div>
            );
          }
          const words = wordsOf(project, row.place);
          return (
            <div
              key={first + i}
              id={`found-${row.index}`}
              role="option"
              aria-selected={row.index === at}
              className="find-line"
              style={style}
              onClick={() => goToFound(row.index)}
            >
              <span className="find-words" dir="auto">
                <span className="before">
                  <bdi>{words?.before}</bdi>
                </span>
                <mark>{words?.found}</mark>
                {words?.after}
              </span>
              {row.place.part.includes('/') && <span className="hint">{en.findText.inNote}</span>}
            </div>
          );
        })}
      </div>
    </div>
  );
}
