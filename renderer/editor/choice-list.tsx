/** A list of things to choose from by typing, arrows and Enter, while the focus stays where it is typed. */
import { useEffect, useId, useMemo, useRef, useState, type ReactNode } from 'react';
import { editorMessages } from './messages.ts';
import { rankChoices, type Choice } from './rank-choices.ts';
import { useSearched, type Search } from './use-searched.ts';

/** More than these are counted, not listed: a word more finds them. */
const LISTED = 40;

export interface ChoiceKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

export interface Choosing<C> {
  readonly id: string;
  readonly rows: readonly C[];
  readonly more: number;
  /** More may be found in a moment. */
  readonly searching: boolean;
  readonly active: number;
  /** The DOM id of the row that Enter takes, for `aria-activedescendant`. */
  readonly activeId: string | undefined;
  setActive(index: number): void;
  /** Moves or picks; false for keys that aren't the list's. */
  onKey(event: ChoiceKey): boolean;
}

/** @param search what is found by more than names; listed behind those that have them. It has to stay the same. */
export function useChoosing<C extends Choice>(
  choices: readonly C[],
  query: string,
  onPick: (choice: C, withForm: boolean) => void,
  search?: Search<C>,
): Choosing<C> {
  const id = useId();
  const named = useMemo(() => rankChoices(choices, query), [choices, query]);
  const searched = useSearched(search, query, LISTED);
  const found = useMemo(() => withoutDoubles(named, searched.rows), [named, searched.rows]);
  const rows = found.slice(0, LISTED);
  const [marked, setMarked] = useState({ query, index: 0 });
  // Another query begins at the best again.
  const active = marked.query === query ? Math.min(marked.index, rows.length - 1) : 0;
  const setActive = (index: number): void => setMarked({ query, index });
  return {
    id,
    rows,
    more: found.length - rows.length,
    searching: searched.searching,
    active,
    activeId: rows.length > 0 ? `${id}-${active}` : undefined,
    setActive,
    onKey(event) {
      if (rows.length === 0 || event.ctrlKey || event.metaKey || event.altKey) return false;
      if (event.shiftKey && event.key !== 'Enter') return false;
      switch (event.key) {
        case 'ArrowDown':
          setActive((active + 1) % rows.length);
          return true;
        case 'ArrowUp':
          setActive((active - 1 + rows.length) % rows.length);
          return true;
        case 'Enter':
        case 'Tab':
          onPick(rows[active]!, event.shiftKey);
          return true;
        default:
          return false;
      }
    },
  };
}

function withoutDoubles<C extends Choice>(named: readonly C[], searched: readonly C[]): readonly C[] {
  if (searched.length === 0) return named;
  const wordsOf = ({ label, detail }: Choice) => `${label}\0${detail}`;
  const known = new Set(named.map(wordsOf));
  return [...named, ...searched.filter((choice) => !known.has(wordsOf(choice)))];
}

interface ChoiceListProps<C> {
  readonly choosing: Choosing<C>;
  readonly label: string;
  /** Said when nothing is found. */
  readonly none: string;
  onPick(choice: C): void;
}

export function ChoiceList<C extends Choice>({
  choosing,
  label,
  none,
  onPick,
}: ChoiceListProps<C>): ReactNode {
  const { id, rows, more, active, setActive } = choosing;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, rows.length]);
  return (
    <>
      <div ref={list} id={id} className="picks" role="listbox" aria-label={label}>
        {rows.map((choice, index) => (
          <div
            key={index}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            className="pick"
            // The focus stays where it is.
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => index !== active && setActive(index)}
            onClick={() => onPick(choice)}
          >
            <span className="pick-label" dir="auto">
              {choice.label}
            </span>
            <span className="pick-detail" dir="auto">
              {choice.detail}
            </span>
          </div>
        ))}
      </div>
      {rows.length === 0 && !choosing.searching && <p className="picks-none">{none}</p>}
      {more > 0 && <p className="picks-none">{editorMessages.moreChoices(more)}</p>}
    </>
  );
}
