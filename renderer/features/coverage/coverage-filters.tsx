/** Which sentences are listed: by state at hand, by letter, author, kind, category and status in a popover. */
import type { ReactNode } from 'react';
import { authorsOf, type CoverageFilter } from '../../../core/derived/coverage-rows.ts';
import type { CoverageState } from '../../../core/derived/touched.ts';
import { tagsOfPassages } from '../../../core/derived/passages.ts';
import type { Project } from '../../../core/document/project.ts';
import { POINT_STATUSES } from '../../../core/document/project.ts';
import { en } from '../../../core/messages/en.ts';
import { FilterPopover } from '../../ui/filter-popover.tsx';

const STATES: readonly CoverageState[] = ['untouched', 'open', 'answered', 'waived'];

interface Props {
  readonly project: Project;
  readonly filter: CoverageFilter;
  change(filter: CoverageFilter): void;
  /** Absent where nothing is filtered. */
  readonly clear: (() => void) | undefined;
}

export function CoverageFilters({ project, filter, change, clear }: Props) {
  const kinds = [...new Set(project.letters.map(({ kind }) => kind))];
  const tags = tagsOfPassages(project.highlights);
  const further = [filter.author, filter.kind, filter.category, filter.tag, filter.status].filter(
    Boolean,
  ).length;
  const toggle = (state: CoverageState) =>
    change({
      ...filter,
      states: filter.states.includes(state)
        ? filter.states.filter((other) => other !== state)
        : [...filter.states, state],
    });
  return (
    <div className="coverage-filters" role="group" aria-label={en.coverage.filters}>
      {STATES.map((state) => (
        <button
          key={state}
          type="button"
          className={`chip ${state}`}
          aria-pressed={filter.states.includes(state)}
          onClick={() => toggle(state)}
        >
          <span className="mark" aria-hidden />
          {en.coverage.states[state]}
        </button>
      ))}
      <FilterPopover label={en.coverage.filters} count={further}>
        <Choice
          label={en.coverage.letter}
          all={en.coverage.allLetters}
          value={filter.letter}
          change={(letter) => change({ ...filter, letter })}
        >
          {project.letters.map(({ id, code, item }) => (
            <option key={id} value={id}>
              {`${code} ${item.title ?? ''}`}
            </option>
          ))}
        </Choice>
        <Choice
          label={en.coverage.author}
          all={en.coverage.allAuthors}
          value={filter.author}
          change={(author) => change({ ...filter, author })}
        >
          {authorsOf(project).map((author) => (
            <option key={author}>{author}</option>
          ))}
        </Choice>
        <Choice
          label={en.coverage.kind}
          all={en.coverage.allKinds}
          value={filter.kind}
          change={(kind) => change({ ...filter, kind: kinds.find((each) => each === kind) ?? '' })}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {en.details.kinds[kind]}
            </option>
          ))}
        </Choice>
        <Choice
          label={en.coverage.category}
          all={en.coverage.allCategories}
          value={filter.category}
          change={(category) => change({ ...filter, category })}
        >
          {project.categories.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
        {tags.length > 0 && (
          <Choice
            label={en.coverage.tag}
            all={en.coverage.allTags}
            value={filter.tag}
            change={(tag) => change({ ...filter, tag })}
          >
            {tags.map((tag) => (
              <option key={tag}>{tag}</option>
            ))}
          </Choice>
        )}
        <Choice
          label={en.coverage.status}
          all={en.coverage.allStatuses}
          value={filter.status}
          change={(status) =>
            change({ ...filter, status: POINT_STATUSES.find((each) => each === status) ?? '' })
          }
        >
          {POINT_STATUSES.map((status) => (
            <option key={status} value={status}>
              {en.answer.statuses[status]}
            </option>
          ))}
        </Choice>
        {clear && (
          <button type="button" onClick={clear}>
            {en.coverage.clear}
          </button>
        )}
      </FilterPopover>
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  /** For what isn't filtered. */
  readonly all: string;
  readonly value: string | undefined;
  readonly children: ReactNode;
  change(value: string): void;
}

function Choice({ label, all, value = '', change, children }: ChoiceProps) {
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => change(event.target.value)}>
        <option value="">{all}</option>
        {children}
      </select>
    </label>
  );
}
