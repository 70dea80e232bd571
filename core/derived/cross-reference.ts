/** What a cross reference says. */
import type { BlockId, CrossReferenceTarget, ReferenceForm } from '../text/block.ts';
import { blockLength } from '../text/canonical.ts';
import { highlightMap, letterById, pointMap } from '../document/find.ts';
import { listsOf } from '../document/lists.ts';
import type { Letter } from '../document/letter.ts';
import type { Project } from '../document/project.ts';
import { entryName } from './lists.ts';
import { lineOf } from './locale.ts';
import { masterNumber } from './masters.ts';
import { numbering } from './numbering.ts';
import { placeOf } from './source-line.ts';

/** Words of the document's language; `{number}` and `{code}` mark where those go. */
export interface CrossReferenceWords {
  /** "point {number}" */
  readonly point: string;
  /** "Master Response {number}" */
  readonly masterResponse: string;
  /** "Part {number}" */
  readonly part: string;
  /** "Demands", "Demand {number}": for the list that has no words of its own. */
  readonly demands: string;
  readonly demand: string;
  /** "Letter {code}" */
  readonly letter: string;
  /** "note {number}" */
  readonly note: string;
  /** "missing reference" */
  readonly missing: string;
}

export interface CrossReferenceText {
  readonly text: string;
  /** False when what it points to isn't there; the text says so then. */
  readonly found: boolean;
}

/** What a thing is called in a reference. */
interface Named {
  /** "point 12" */
  readonly name: string;
  /** "12" */
  readonly number: string;
  /** "The roof"; empty for none. */
  readonly title?: string | undefined;
}

/** "point 3", "Part 2", "Demand 1", "Letter A1", "A1-3", "Letter A1, p. 4", "note 5", or as the form wants it. */
export function crossReferenceText(
  project: Project,
  target: CrossReferenceTarget,
  words: CrossReferenceWords,
  form?: ReferenceForm,
): CrossReferenceText {
  const found = nameOf(project, target, words);
  return found ? { text: inForm(found, form), found: true } : { text: words.missing, found: false };
}

function inForm({ name, number, title }: Named, form: ReferenceForm | undefined): string {
  if (form === 'number') return number;
  return form === 'title' && title?.trim() ? `${name} (${title.trim()})` : name;
}

/** Whether what a reference leads to is there. */
export function isThere(project: Project, target: CrossReferenceTarget): boolean {
  const { pointCodes, sectionNumbers, entries, noteNumbers } = numbering(project);
  switch (target.kind) {
    case 'point':
      return pointCodes.has(target.id);
    case 'section':
      return sectionNumbers.has(target.id) || project.sections.some(({ id }) => id === target.id);
    case 'demand':
      return entries.has(target.id);
    case 'letter':
      return letterById(project, target.id) !== undefined;
    case 'passage':
      return letterById(project, highlightMap(project).get(target.id)?.letter ?? '') !== undefined;
    case 'place':
      return placeTarget(project, target) !== undefined;
    case 'note':
      return noteNumbers.has(target.id);
  }
}

/** The letter and the block of a reference to a place. */
export function placeTarget(
  project: Project,
  { letter: of, id }: { readonly letter: string; readonly id: BlockId },
) {
  const letter = letterById(project, of);
  const block = letter?.blocks.find((one) => one.id === id);
  return letter && block ? { letter, block } : undefined;
}

function nameOf(
  project: Project,
  target: CrossReferenceTarget,
  words: CrossReferenceWords,
): Named | undefined {
  const numbers = numbering(project);
  const put = (pattern: string, number: string | undefined, title?: string): Named | undefined =>
    number === undefined ? undefined : { name: named(pattern, number), number, title };
  switch (target.kind) {
    case 'point': {
      const point = pointMap(project).get(target.id)?.point;
      const code = numbers.pointCodes.get(target.id);
      return point?.master && code !== undefined
        ? { name: named(words.masterResponse, masterNumber(code)), number: code, title: point.title }
        : put(words.point, code, point?.title);
    }
    case 'section': {
      const section = project.sections.find(({ id }) => id === target.id);
      const numbered = put(words.part, numbers.sectionNumbers.get(target.id), section?.title);
      return numbered ?? (section && unnumbered(section.title, words));
    }
    case 'demand': {
      const entry = numbers.entries.get(target.id);
      const list = listsOf(project).find(({ id }) => id === entry?.list);
      return entry && list && { name: entryName(list, entry.code, words), number: entry.code };
    }
    case 'letter': {
      const letter = letterById(project, target.id);
      return letter && letterNamed(letter, words);
    }
    case 'passage': {
      const code = numbers.passageCodes.get(target.id);
      const letter = letterById(project, highlightMap(project).get(target.id)?.letter ?? '');
      return code === undefined ? undefined : { name: code, number: code, title: letter?.item.title };
    }
    case 'place': {
      const found = placeTarget(project, target);
      if (!found) return undefined;
      const { letter, block } = found;
      const whole = {
        start: { block: block.id, offset: 0 },
        end: { block: block.id, offset: blockLength(block) },
      };
      const { language } = project.settings;
      const place = placeOf(letter.blocks, { ranges: [whole] }, language);
      const { name, number, title } = letterNamed(letter, words);
      return { name: lineOf([name, place], language), number: lineOf([number, place], language), title };
    }
    case 'note':
      return put(words.note, numbers.noteNumbers.get(target.id)?.toString());
  }
}

/** Front and back matter is called by its title. */
function unnumbered(title: string, words: CrossReferenceWords): Named {
  const name = title.trim() || words.part.replace('{number}', '').trim();
  return { name, number: name };
}

const named = (pattern: string, number: string): string => pattern.replace('{number}', () => number);

const letterNamed = ({ code, item }: Letter, words: CrossReferenceWords): Named => ({
  name: words.letter.replace('{code}', () => code),
  number: code,
  title: item.title,
});
