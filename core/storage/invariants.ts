/**
 * What holds of every project beyond the shape of its parts (rules I1 to I18 of core/SPEC.md), and how a project
 * in which it doesn't hold is put right. Nothing is dropped without being told.
 */
import type { Category, Highlight } from '../document/letter.ts';
import { listsOf } from '../document/lists.ts';
import type { Point, Project, Section } from '../document/project.ts';
import { matterRank } from '../document/section-tree.ts';
import { normalView } from '../document/quotation-edits.ts';
import type { Quotation } from '../document/quotation.ts';
import { checkHighlights } from './check-highlights.ts';
import { checkText, type TextRules } from './check-text.ts';
import type { Problem } from './messages.ts';
import { checkLetters, missingLetters, overQuoteBlocks, uniqueIds } from './check-letters.ts';

export interface Checked {
  /** The very project given when it was sound. */
  readonly project: Project;
  readonly problems: readonly Problem[];
}

const FIRST_CATEGORY: Category = { id: 'category-1', name: '', style: 1 };

function checkCategories(
  highlights: readonly Highlight[],
  categories: readonly Category[],
  problems: Problem[],
): { highlights: readonly Highlight[]; categories: readonly Category[] } {
  const known = new Set(categories.map(({ id }) => id));
  if (highlights.every(({ category }) => known.has(category))) return { highlights, categories };
  const all = categories.length > 0 ? categories : [FIRST_CATEGORY];
  const first = all[0] ?? FIRST_CATEGORY;
  return {
    categories: all,
    highlights: highlights.map((highlight) => {
      if (known.has(highlight.category)) return highlight;
      const { id, category } = highlight;
      problems.push({ kind: 'category-missing', lost: false, where: `highlight ${id}`, detail: category });
      return { ...highlight, category: first.id };
    }),
  };
}

/** Rule I14. */
function checkQuotation(quotation: Quotation, where: string, problems: Problem[]): Quotation {
  const { view, ...rest } = quotation;
  if (!view) return quotation;
  const normal = normalView(view);
  if (normal && JSON.stringify(normal) === JSON.stringify({ ...normal, ...view })) return quotation;
  problems.push({ kind: 'quotation-edits-mended', lost: true, where, detail: quotation.id });
  return normal ? { ...rest, view: normal } : rest;
}

function checkSections(project: Project, rules: TextRules): readonly Section[] {
  const { problems } = rules;
  const letters = new Set(project.letters.map(({ id }) => id));
  const highlights = new Set(project.highlights.map(({ id }) => id));
  const pointIds = new Set<string>();
  const quotationIds = new Set<string>();
  const changeIds = new Set<string>();
  const answerTypes = new Set(project.settings.answerTypes?.map(({ id }) => id));

  const checkPoint = (point: Point): Point => {
    const where = `point ${point.id}`;
    const known = point.quotations.filter(({ highlight }) => highlights.has(highlight));
    for (const { highlight } of point.quotations) {
      if (!highlights.has(highlight))
        problems.push({ kind: 'quotation-removed', lost: true, where, detail: highlight });
    }
    const whole = known.length === point.quotations.length ? point.quotations : known;
    const unique = uniqueIds(whole, 'quotation', problems, quotationIds);
    const quotations = mapChanged(unique, (quotation) => checkQuotation(quotation, where, problems));
    const answer = checkText(point.answer, where, rules);
    let checked = point;
    if (quotations !== point.quotations || answer !== point.answer)
      checked = { ...checked, quotations, answer };
    if (point.answerType !== undefined && !answerTypes.has(point.answerType)) {
      problems.push({ kind: 'answer-type-missing', lost: true, where, detail: point.answerType });
      const { answerType: _, ...rest } = checked;
      checked = rest;
    }
    if (point.changes) {
      const changes = mapChanged(uniqueIds(point.changes, 'change', problems, changeIds), (change) => {
        const wording = checkText(change.wording, where, rules);
        return wording === change.wording ? change : { ...change, wording };
      });
      if (changes !== point.changes) checked = { ...checked, changes };
    }
    return withoutEmptyLists(checked, 'tags', 'changes');
  };

  return mapChanged(uniqueIds(project.sections, 'section', problems), (section) => {
    const where = `section ${section.id}`;
    let checked = section;
    if (section.letter !== undefined && !letters.has(section.letter)) {
      problems.push({ kind: 'section-letter-missing', lost: true, where, detail: section.letter });
      const { letter: _, ...rest } = section;
      checked = rest;
    }
    const lead = checkText(section.lead, where, rules);
    const points = mapChanged(uniqueIds(section.points, 'point', problems, pointIds), checkPoint);
    return lead === section.lead && points === section.points ? checked : { ...checked, lead, points };
  });
}

/** Rule I18: front matter, numbered parts, back matter; within each kind, the order stays. */
function inOrderOfMatter(sections: readonly Section[], problems: Problem[]): readonly Section[] {
  const ordered = sections.toSorted((a, b) => matterRank(a) - matterRank(b));
  if (ordered.every((section, i) => section === sections[i])) return sections;
  let last = 0;
  for (const section of sections) {
    if (matterRank(section) >= last) last = matterRank(section);
    else
      problems.push({
        kind: 'matter-out-of-order',
        lost: false,
        where: `section ${section.id}`,
        detail: section.title,
      });
  }
  return ordered;
}

/** The very value where none of these lists is empty; else without those that are. */
function withoutEmptyLists<T extends object>(value: T, ...names: readonly (keyof T)[]): T {
  const empty = names.filter((name) => Array.isArray(value[name]) && value[name].length === 0);
  if (empty.length === 0) return value;
  const rest = { ...value };
  for (const name of empty) delete rest[name];
  return rest;
}

/** `list` itself where `change` gives back every item as it is. */
function mapChanged<T>(list: readonly T[], change: (item: T) => T): readonly T[] {
  const changed = list.map(change);
  return changed.every((item, index) => item === list[index]) ? list : changed;
}

/** Takes a project whose parts have the right shape; gives one in which every invariant holds. */
export function checkProject(given: Project): Checked {
  const problems: Problem[] = [];
  let project: Project = given;
  const set = <K extends keyof Project>(key: K, value: Project[K]): void => {
    if (value !== project[key]) project = { ...project, [key]: value };
  };
  set('assets', uniqueIds(project.assets, 'asset', problems));
  set('references', uniqueIds(project.references, 'reference', problems));
  set('categories', uniqueIds(project.categories, 'category', problems));
  set('highlights', uniqueIds(project.highlights, 'highlight', problems));
  set('accepted', uniqueIds(project.accepted, 'accepted quotation', problems));

  const assets = new Set(project.assets.map(({ id }) => id));
  const missing = missingLetters(project, problems);
  if (missing.length > 0) set('letters', [...project.letters, ...missing]);
  set('letters', checkLetters(project.letters, assets, problems));
  set('highlights', overQuoteBlocks(project.highlights, new Set(missing.map(({ id }) => id))));
  set('highlights', checkHighlights(project, problems));
  const { highlights, categories } = checkCategories(project.highlights, project.categories, problems);
  set('highlights', highlights);
  set('categories', categories);

  if (project.lists)
    set('lists', project.lists.length > 0 ? uniqueIds(project.lists, 'list', problems) : undefined);
  const lists = new Set(listsOf(project).map(({ id }) => id));
  const rules: TextRules = { blocks: new Set(), notes: new Set(), assets, lists, problems };
  set('introduction', checkText(project.introduction, 'introduction', rules));
  set('sections', inOrderOfMatter(checkSections(project, rules), problems));
  set('conclusion', checkText(project.conclusion, 'conclusion', rules));
  if (project.comments) set('comments', uniqueIds(project.comments, 'comment', problems));
  set('settings', withoutEmptyLists(project.settings, 'answerTypes'));
  set(
    'highlights',
    mapChanged(project.highlights, (each) => withoutEmptyLists(each, 'tags')),
  );
  project = withoutEmptyLists(project, 'comments');
  return { project, problems };
}
