/** Parts and points as a tree: to go to, select, fold, move by keys and by mouse. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState, type MouseEvent } from 'react';
import { ContextMenu } from 'radix-ui';
import {
  outline,
  outlineOf,
  outlineRows,
  type OutlinePart,
  type OutlineRow,
} from '../../../core/derived/outline.ts';
import { filteredPoints, isEmptyFilter } from '../../../core/derived/point-filter.ts';
import { en } from '../../../core/messages/en.ts';
import { showPlace } from '../../state/navigation.ts';
import {
  clearSelected,
  fold,
  foldedNow,
  selectAlso,
  selectOnly,
  selectTo,
  useOutlineView,
} from '../../state/outline-view.ts';
import { useOutlineFilter } from '../../state/point-filters.ts';
import { useSettled } from '../../state/settled.ts';
import { app, useApp } from '../../state/store.ts';
import { useDrawnCount } from '../../ui/draw-gradually.ts';
import { OutlineFilter } from './outline-filter.tsx';
import { OutlineMenu } from './outline-menu.tsx';
import { Row } from './outline-row.tsx';
import { useTreeDrag } from './tree-drag.ts';
import { treeKey } from './tree-keys.ts';

/** Rows that are drawn with the pane, and those that follow at each moment of rest. */
const FIRST = 60;
const STEP = 60;

const rowOf = (target: EventTarget | null) =>
  target instanceof Element ? target.closest<HTMLElement>('[data-row]')?.dataset['row'] : undefined;

export function OutlineTree() {
  const all = useSettled(({ project }) => project && outline(project.sections)) ?? NONE;
  const filter = useOutlineFilter();
  const isFiltered = !isEmptyFilter(filter);
  // Which points pass may change with every word of the project; what isn't filtered doesn't ask.
  const filtered = useSettled(({ project }) => (isFiltered ? project : null));
  const parts = useMemo(() => {
    if (!filtered) return all;
    return outlineOf(all, new Set(filteredPoints(filtered, filter).map(({ point }) => point.id)));
  }, [all, filtered, filter]);
  const folded = useOutlineView(foldedNow);
  const rows = useMemo(() => outlineRows(parts, folded), [parts, folded]);
  const drawn = useDrawnCount(rows.length, false, FIRST, STEP);
  const tree = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string | null>(null);
  const place = useApp((state) => (state.place && 'id' in state.place ? state.place.id : null));
  const drag = useTreeDrag(rows);
  // What has the tab stop: the row that had the focus, else where the writer is, else the first.
  const stop = useMemo(() => {
    const there = new Set(rows.slice(0, drawn).map(({ id }) => id));
    return [active, place].find((id) => id !== null && there.has(id)) ?? rows[0]?.id ?? null;
  }, [rows, drawn, active, place]);

  const held = useRef(false);
  // A row that is moved in the page loses the focus.
  useLayoutEffect(() => {
    if (held.current && document.activeElement === document.body && stop !== null)
      focusRow(tree.current, stop);
  }, [rows, stop]);
  // Another place shown while the tree has no focus takes the tab stop with it.
  useEffect(() => {
    if (!held.current) setActive(null);
  }, [place]);

  const click = (event: MouseEvent) => {
    const id = rowOf(event.target);
    const row = rows.find((each) => each.id === id);
    if (!row) return;
    if ((event.target as Element).closest('.fold')) return fold(row.id, row.expanded === true);
    const ids = rows.map((each) => each.id);
    if (event.shiftKey) selectTo(row.id, ids);
    else if (event.ctrlKey || event.metaKey) selectAlso(row.id);
    else {
      selectOnly(row.id);
      showPlace({ kind: row.kind, id: row.id });
    }
    setActive(row.id);
    focusRow(tree.current, row.id);
  };

  if (all.length === 0) return null;
  return (
    <>
      <OutlineFilter
        shown={countPoints(parts)}
        all={countPoints(all)}
        onLeave={() => {
          const id = stop ?? rows[0]?.id;
          if (id !== undefined) focusRow(tree.current, id);
        }}
      />
      {rows.length === 0 ? (
        <p className="hint outline-hint">{en.review.filter.none}</p>
      ) : (
        <ContextMenu.Root modal={false}>
          <ContextMenu.Trigger asChild>
            <div
              ref={tree}
              role="tree"
              aria-label={en.outline.tree}
              aria-multiselectable
              className="parts"
              onClick={click}
              onContextMenu={(event) => {
                const id = rowOf(event.target);
                if (id === undefined) return;
                setActive(id);
                if (!useOutlineView.getState().selected.has(id)) {
                  clearSelected();
                  const row = rows.find((each) => each.id === id);
                  if (row) app.set({ place: { kind: row.kind, id } });
                }
              }}
              onFocus={(event) => {
                held.current = true;
                const id = rowOf(event.target);
                if (id !== undefined) setActive(id);
              }}
              onBlur={(event) => {
                // Leaving the page for a moment, while it is moved, isn't leaving the tree.
                if (event.relatedTarget) held.current = false;
              }}
              onKeyDown={(event) => {
                const next = treeKey(event, rows, rowOf(event.target) ?? stop ?? '');
                if (next === undefined) return;
                event.preventDefault();
                event.stopPropagation();
                if (next === null) return;
                setActive(next);
                focusRow(tree.current, next);
              }}
              {...drag.handlers}
            >
              {rows.slice(0, drawn).map((row) => (
                <Row
                  key={row.id}
                  {...rowProps(row)}
                  stop={row.id === stop}
                  drop={drag.mark(row.id)}
                  isLifted={drag.isLifted(row.id)}
                />
              ))}
            </div>
          </ContextMenu.Trigger>
          <ContextMenu.Portal>
            <ContextMenu.Content className="floating menu" collisionPadding={8}>
              <OutlineMenu />
            </ContextMenu.Content>
          </ContextMenu.Portal>
        </ContextMenu.Root>
      )}
    </>
  );
}

const NONE: readonly OutlinePart[] = [];

const countPoints = (parts: readonly OutlinePart[]) =>
  parts.reduce((sum, { points }) => sum + points.length, 0);

const rowProps = ({ kind, id, title, level, place, status, sub, expanded }: OutlineRow) => ({
  kind,
  id,
  title,
  level,
  matter: kind === 'section' ? place : undefined,
  status,
  sub,
  expanded,
});

function focusRow(tree: HTMLElement | null, id: string): void {
  const row = tree?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
  row?.focus({ preventScroll: true });
  row?.scrollIntoView({ block: 'nearest' });
}
