/** The line above the parts in which the outline is filtered: words at hand, the rest in a popover. */
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { isEmptyFilter, type PointFilter } from '../../../core/derived/point-filter.ts';
import { en } from '../../../core/messages/en.ts';
import { FilterPopover } from '../../ui/filter-popover.tsx';
import {
  leaveOutlineFilter,
  setPointFilter,
  useFilterIsOpen,
  useOutlineFilter,
  useOutlineFilterBar,
} from '../../state/point-filters.ts';
import { useSettled } from '../../state/settled.ts';
import { keyText } from '../../ui/key-text.ts';
import { PointFilterChoices, PointFilterWords } from '../../ui/point-filter-fields.tsx';

const words = en.review.filter;

interface Props {
  readonly shown: number;
  readonly all: number;
  /** Gives the focus to the outline. */
  onLeave(): void;
}

export function OutlineFilter(props: Props) {
  const filter = useOutlineFilter();
  return useFilterIsOpen() ? <OpenFilter {...props} filter={filter} /> : null;
}

function OpenFilter({ shown, all, filter, onLeave }: Props & { readonly filter: PointFilter }) {
  const project = useSettled((state) => state.project);
  const asked = useOutlineFilterBar((state) => state.asked);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (asked > 0) field.current?.focus();
  }, [asked]);
  if (!project) return null;
  const change = (name: keyof PointFilter, value: string | undefined) =>
    setPointFilter(useOutlineFilter, name, value as never);
  const further = Object.keys(filter).filter((name) => name !== 'words').length;
  const leave = () => {
    leaveOutlineFilter();
    onLeave();
  };
  return (
    <div
      className="outline-filter"
      role="search"
      aria-label={words.outline}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape') leave();
        else if (event.key === 'ArrowDown' && event.target === field.current) onLeave();
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <div className="filter-row">
        <PointFilterWords ref={field} filter={filter} change={change} />
        <FilterPopover label={words.title} count={further}>
          <PointFilterChoices project={project} filter={filter} change={change} />
        </FilterPopover>
        <button
          type="button"
          className="icon"
          title={`${words.leave} (${keyText('outline-show-all') || 'Esc'})`}
          aria-label={words.leave}
          onClick={leave}
        >
          <X aria-hidden />
        </button>
      </div>
      <p className="hint" role="status">
        {isEmptyFilter(filter) ? words.all(all) : words.shown(shown, all)}
      </p>
    </div>
  );
}
