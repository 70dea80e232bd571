/** A project's citations and bibliography, computed once for as long as what they depend on stays the same. */
import type { Project } from '../document/project.ts';
import { citationOrder, type FormattedCitations } from '../derived/citation-order.ts';
import { byIdentity } from '../derived/remember.ts';
import { formatCitations } from './format.ts';

const formatted = byIdentity(formatCitations);

/** @param missing the words for a work that isn't there, in the document's language */
export const formattedCitations = (project: Project, missing: string): FormattedCitations =>
  formatted(citationOrder(project, missing));
