/** The style in which a project's works are cited. Styles themselves are in core/citations: this is what is quick to know. */
import type { Project } from '../document/project.ts';
import { byIdentity } from './remember.ts';

/** Those that come with the program; the first is that of a project that names none. */
export const BUNDLED_STYLES = [
  { id: 'chicago-author-date', name: 'Chicago, author and date', notes: false },
  { id: 'chicago-notes', name: 'Chicago, notes and bibliography', notes: true },
  { id: 'apa', name: 'APA', notes: false },
  { id: 'mla', name: 'MLA', notes: false },
  { id: 'ieee', name: 'IEEE', notes: false },
  { id: 'vancouver', name: 'Vancouver', notes: false },
] as const;
export type BundledStyle = (typeof BUNDLED_STYLES)[number]['id'];

/** Small: what a message to a worker can carry. `csl` is the text of a style of the project's own. */
export interface ChosenStyle {
  readonly id: string;
  readonly name: string;
  /** Citations in the text become footnotes. */
  readonly notes: boolean;
  readonly csl?: string;
}

/** @param csl of a style that was checked when it came into the project */
export const setsNotes = (csl: string): boolean => /<style\b[^>]*\bclass\s*=\s*["']note["']/.test(csl);

const chosen = byIdentity(({ settings, citationStyles = [] }: Project): ChosenStyle => {
  const own = citationStyles.find(({ id }) => id === settings.citationStyle);
  if (own) return { ...own, notes: setsNotes(own.csl) };
  return BUNDLED_STYLES.find(({ id }) => id === settings.citationStyle) ?? BUNDLED_STYLES[0];
});

export const citationStyle = (project: Project): ChosenStyle => chosen(project);
