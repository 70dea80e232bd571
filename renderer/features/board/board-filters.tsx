/** The row of choices above the board. */
import { allTags } from '../../../core/derived/point-filter.ts';
import { numbering } from '../../../core/derived/numbering.ts';
import type { PointFilter } from '../../../core/derived/point-filter.ts';
import type { Project } from '../../../core/document/project.ts';
import { en } from '../../../core/messages/en.ts';
import { clearBoardFilter, setBoardFilter, useBoardFilter } from './board-filter.ts';

const words = en.review.board;

/** Stands for "all" among values none of which is this. */
const ANY = '*';

interface Props {
  readonly project: Project;
  readonly shown: number;
  readonly all: number;
}

export function BoardFilters({ project, shown, all }: Props) {
  const filter = useBoardFilter();
  const { sectionNumbers } = numbering(project);
  const types = project.settings.answerTypes;
  const choice = (
    field: keyof PointFilter,
    label: string,
    options: readonly { readonly value: string; readonly name: string }[],
  ) =>
    options.length > 0 && (
      <label key={field}>
        <span>{label}</span>
        <select
          value={filter[field] ?? ANY}
          onChange={(event) =>
            setBoardFilter(field, event.target.value === ANY ? undefined : event.target.value)
          }
        >
          <option value={ANY}>{words.any}</option>
          {options.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
    );
  return (
    <div className="board-filters" role="group" aria-label={words.filters}>
      {choice(
        'section',
        words.part,
        project.sections.map(({ id, title }) => ({
          value: id,
          name: [sectionNumbers.get(id), title || en.outline.untitledPart].filter(Boolean).join('  '),
        })),
      )}
      {choice(
        'letter',
        words.letter,
        project.letters.map(({ id, code, item }) => ({
          value: id,
          name: `${code}  ${item.title || en.untitledLetter}`,
        })),
      )}
      {choice(
        'tag',
        words.tag,
        allTags(project).map((tag) => ({ value: tag, name: tag })),
      )}
      {choice(
        'category',
        words.category,
        project.categories.map(({ id, name }) => ({ value: id, name })),
      )}
      {types &&
        choice('answerType', words.answerType, [
          ...types.map(({ id, name }) => ({ value: id, name })),
          { value: '', name: words.noType },
        ])}
      <span className="hint" role="status">
        {words.shown(shown, all)}
      </span>
      {Object.keys(filter).length > 0 && (
        <button type="button" onClick={clearBoardFilter}>
          {words.clear}
        </button>
      )}
    </div>
  );
}
