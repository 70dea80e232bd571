/** What points are chosen by: words that stand in them, and a list each for what is known of them. */
import type { Ref } from 'react';
import { authorsOf } from '../../core/derived/coverage-rows.ts';
import { numbering } from '../../core/derived/numbering.ts';
import { allTags, type PointFilter } from '../../core/derived/point-filter.ts';
import { POINT_STATUSES, type Project } from '../../core/document/project.ts';
import { en } from '../../core/messages/en.ts';

const words = en.review.filter;

/** Stands for "all" among values none of which is this. */
const ANY = '*';

interface ChoicesProps {
  readonly project: Project;
  readonly filter: PointFilter;
  /** Those that the view itself tells apart aren't offered. */
  readonly without?: readonly (keyof PointFilter)[];
  change(field: keyof PointFilter, value: string | undefined): void;
}

interface Choice {
  readonly field: keyof PointFilter;
  readonly options: readonly { readonly value: string; readonly name: string }[];
}

function choicesOf(project: Project): readonly Choice[] {
  const { sectionNumbers } = numbering(project);
  const named = (name: string) => ({ value: name, name });
  const types = project.settings.answerTypes?.map(({ id, name }) => ({ value: id, name })) ?? [];
  return [
    {
      field: 'status',
      options: POINT_STATUSES.map((status) => ({ value: status, name: en.answer.statuses[status] })),
    },
    {
      field: 'section',
      options: project.sections.map(({ id, title }) => ({
        value: id,
        name: [sectionNumbers.get(id), title || en.outline.untitledPart].filter(Boolean).join('  '),
      })),
    },
    {
      field: 'letter',
      options: project.letters.map(({ id, code, item }) => ({
        value: id,
        name: `${code}  ${item.title || en.untitledLetter}`,
      })),
    },
    { field: 'author', options: authorsOf(project).map(named) },
    { field: 'tag', options: allTags(project).map(named) },
    { field: 'category', options: project.categories.map(({ id, name }) => ({ value: id, name })) },
    {
      field: 'answerType',
      options: types.length > 0 ? [...types, { value: '', name: words.noType }] : [],
    },
  ];
}

export function PointFilterChoices({ project, filter, without = [], change }: ChoicesProps) {
  return choicesOf(project)
    .filter(
      ({ field, options }) => (options.length > 0 || filter[field] !== undefined) && !without.includes(field),
    )
    .map(({ field, options }) => (
      <label key={field}>
        <span>{words.fields[field]}</span>
        <select
          value={filter[field] ?? ANY}
          onChange={(event) => change(field, event.target.value === ANY ? undefined : event.target.value)}
        >
          <option value={ANY}>{words.any}</option>
          {filter[field] !== undefined && !options.some(({ value }) => value === filter[field]) && (
            <option value={filter[field]}>{words.gone}</option>
          )}
          {options.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
    ));
}

interface WordsProps {
  readonly ref?: Ref<HTMLInputElement>;
  readonly filter: PointFilter;
  change(field: 'words', value: string | undefined): void;
}

export function PointFilterWords({ ref, filter, change }: WordsProps) {
  return (
    <input
      ref={ref}
      type="search"
      dir="auto"
      data-own-undo
      spellCheck={false}
      aria-label={words.fields.words}
      placeholder={words.fields.words}
      value={filter.words ?? ''}
      onChange={(event) => change('words', event.target.value === '' ? undefined : event.target.value)}
    />
  );
}
