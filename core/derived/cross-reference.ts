/** What a cross reference says. */
import type { CrossReferenceTarget } from '../text/block.ts';
import { letterById } from '../document/find.ts';
import type { Project } from '../document/project.ts';
import { numbering } from './numbering.ts';

/** Words of the document's language; `{number}` marks where the number goes. */
export interface CrossReferenceWords {
  /** "point {number}" */
  readonly point: string;
  /** "Part {number}" */
  readonly part: string;
  /** "Demand {number}" */
  readonly demand: string;
  /** "missing reference" */
  readonly missing: string;
}

export interface CrossReferenceText {
  readonly text: string;
  /** False when what it points to isn't there; the text says so then. */
  readonly found: boolean;
}

/** "point 3", "Part 2", "Demand 1", or a letter's code; the title of a part that has no number. */
export function crossReferenceText(
  project: Project,
  target: CrossReferenceTarget,
  words: CrossReferenceWords,
): CrossReferenceText {
  const text = textOf(project, target, words);
  return text === undefined ? { text: words.missing, found: false } : { text, found: true };
}

/** Front and back matter is called by its title. */
function unnumberedTitle({ sections }: Project, id: string): string | undefined {
  return sections.find((section) => section.id === id)?.title.trim() || undefined;
}

function textOf(project: Project, { kind, id }: CrossReferenceTarget, words: CrossReferenceWords) {
  const numbers = numbering(project);
  const put = (pattern: string, number: string | undefined) =>
    number === undefined ? undefined : pattern.replace('{number}', () => number);
  switch (kind) {
    case 'point':
      return put(words.point, numbers.pointCodes.get(id));
    case 'section':
      return put(words.part, numbers.sectionNumbers.get(id)) ?? unnumberedTitle(project, id);
    case 'demand':
      return put(words.demand, numbers.demandNumbers.get(id));
    case 'letter':
      return letterById(project, id)?.code;
  }
}
