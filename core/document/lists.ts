import type { Project, ProjectList } from './project.ts';

/** The list that every project begins with; its words are those of the language. */
export const FIRST_LIST: ProjectList = { id: 'demands', name: '', label: '' };
const ONLY_FIRST: readonly ProjectList[] = [FIRST_LIST];

/** The lists of a project, at least one. */
export const listsOf = ({ lists }: Pick<Project, 'lists'>): readonly ProjectList[] => lists ?? ONLY_FIRST;
