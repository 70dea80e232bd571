/**
 * Random operations that fit a project and keep it valid. A seed is random numbers and words; what it does is read
 * off the project that it meets, so that sequences of seeds shrink well.
 */
import fc from 'fast-check';
import { hasContent, type Block, type RichText } from '../../core/text/block.ts';
import { blockLength } from '../../core/text/canonical.ts';
import { normalInline, sliceInline } from '../../core/text/inline.ts';
import { changeMap, ownTexts, pointMap } from '../../core/document/find.ts';
import type { Letter } from '../../core/document/letter.ts';
import type { Point, Project, Section } from '../../core/document/project.ts';
import { matterRank } from '../../core/document/section-tree.ts';
import { quoteOf } from '../../core/text/quote-of.ts';
import { applyOperations } from '../../core/operations/apply.ts';
import { correctLetter } from '../../core/operations/correct-letter.ts';
import type { ListRef, Operation } from '../../core/operations/operation.ts';
import { words } from './arbitrary-text.ts';
import { rangesAt } from './arbitraries.ts';

export interface OperationSeed {
  readonly kind: 'insert' | 'remove' | 'move' | 'set' | 'splice' | 'correct';
  /** 0 to 1: which of the things there are, and where. */
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly text: string;
}

const fraction = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
export const operationSeeds: fc.Arbitrary<OperationSeed> = fc.record({
  kind: fc.constantFrom('insert', 'remove', 'move', 'set', 'splice', 'correct'),
  a: fraction,
  b: fraction,
  c: fraction,
  text: words,
});

function pick<T>(list: readonly T[], at: number): T | undefined {
  return list[Math.floor(at * list.length)];
}
const place = (length: number, at: number) => Math.floor(at * (length + 1));

function freshId(project: Project): string {
  const taken = JSON.stringify(project);
  for (let n = 1; ; n++) if (!taken.includes(`"new${n}"`) && !taken.includes(`"new${n}-`)) return `new${n}`;
}

const text = (id: string, words: string): Block => ({
  id,
  type: 'paragraph',
  content: normalInline([{ text: words }]),
});

function listOf(project: Project, ref: ListRef): readonly { readonly id: string }[] {
  if (ref.of === 'points') return project.sections.find(({ id }) => id === ref.section)?.points ?? [];
  if (ref.of === 'changes') return pointMap(project).get(ref.point)?.point.changes ?? [];
  if (ref.of === 'comments') return project.comments ?? [];
  if (ref.of === 'quotations') return pointMap(project).get(ref.point)?.point.quotations ?? [];
  return project[ref.of] ?? [];
}

function listRefs(project: Project): readonly ListRef[] {
  return [
    ...(
      [
        'letters',
        'highlights',
        'categories',
        'references',
        'assets',
        'sections',
        'accepted',
        'lists',
      ] as const
    ).map((of) => ({
      of,
    })),
    ...project.sections.map(({ id }): ListRef => ({ of: 'points', section: id })),
    { of: 'comments' },
    ...[...pointMap(project).keys()].flatMap((id): readonly ListRef[] => [
      { of: 'quotations', point: id },
      { of: 'changes', point: id },
    ]),
  ];
}

function newItem(project: Project, ref: ListRef, seed: OperationSeed): object | undefined {
  const id = freshId(project);
  const letter = pick(project.letters, seed.a);
  const ranges = letter ? rangesAt(letter.blocks, [seed.b, seed.c]) : [];
  const point = (): Point => ({
    id: `${id}-point`,
    title: seed.text,
    quotations: [],
    arrangement: 'sequence',
    answer: [text(`${id}-block`, seed.text)],
    status: 'draft',
    note: '',
  });
  switch (ref.of) {
    case 'letters': {
      const item = { type: 'book', title: seed.text };
      const added: Letter = {
        id,
        code: `B${id}`,
        kind: 'work',
        item,
        addressee: '',
        language: 'en',
        direction: 'ltr',
        blocks: [text(`${id}-block`, seed.text)],
        notices: [],
        corrected: false,
      };
      return added;
    }
    case 'highlights':
      if (!letter || ranges.length === 0 || project.categories.length === 0) return undefined;
      return {
        id,
        letter: letter.id,
        ranges,
        quote: quoteOf(letter.blocks, ranges),
        category: pick(project.categories, seed.c)?.id,
        note: seed.text,
      };
    case 'categories':
      return { id, name: seed.text, style: 1 + Math.floor(seed.c * 6) };
    case 'references':
      return { id, item: { type: 'book', title: seed.text, shelf: [seed.a] } };
    case 'accepted':
      return { id, text: seed.text, reason: seed.text };
    case 'lists':
      return { id, name: seed.text, label: '' };
    case 'assets':
      return { id, mediaType: 'image/gif', name: seed.text };
    case 'sections': {
      const added: Section = { id, level: 2, title: seed.text, lead: [], points: [point()] };
      return added;
    }
    case 'points':
      return point();
    case 'changes':
      return { id, wording: [text(`${id}-block`, seed.text)], page: '4', line: seed.text };
    case 'comments':
      return {
        id,
        author: seed.text,
        date: '2026-05-03T10:00:00.000Z',
        text: seed.text,
        about: { kind: 'point', id: 'anything' },
      };
    case 'quotations': {
      const highlight = pick(project.highlights, seed.b);
      return highlight && { id, highlight: highlight.id };
    }
  }
}

/** Whether something else leads to the item, so that it can't be taken out alone. */
function isUsed(project: Project, ref: ListRef, id: string): boolean {
  switch (ref.of) {
    case 'letters':
      return (
        project.highlights.some(({ letter }) => letter === id) ||
        project.sections.some(({ letter }) => letter === id)
      );
    case 'highlights':
      return [...pointMap(project).values()].some(({ point }) =>
        point.quotations.some(({ highlight }) => highlight === id),
      );
    case 'categories':
      return project.categories.length === 1 || project.highlights.some(({ category }) => category === id);
    case 'lists':
      return JSON.stringify(project).includes(`"entry":"${id}"`);
    case 'assets':
      return JSON.stringify(project).includes(`"asset":"${id}"`);
    default:
      return false;
  }
}

function setOperation(project: Project, { a, b, text: words }: OperationSeed): object | undefined {
  const highlight = pick(project.highlights, b);
  const section = pick(project.sections, b);
  const point = pick([...pointMap(project).values()], b)?.point;
  const quotation = point && pick(point.quotations, a);
  const letter = pick(project.letters, b);
  const reference = pick(project.references, b);
  const change = pick([...changeMap(project).values()], b)?.change;
  const comment = pick(project.comments ?? [], b);
  const set = (target: object, field: string, before: unknown, after: unknown) => ({
    type: 'set',
    target,
    field,
    before: before ?? null,
    after: after ?? null,
  });
  const choices = [
    set({ of: 'front' }, 'title', project.front.title, words),
    set(
      { of: 'settings' },
      'lettersAppended',
      project.settings.lettersAppended,
      !project.settings.lettersAppended,
    ),
    highlight &&
      set(
        { of: 'highlight', id: highlight.id },
        'waived',
        highlight.waived,
        highlight.waived ? null : { reason: words },
      ),
    highlight && set({ of: 'highlight', id: highlight.id }, 'note', highlight.note, words),
    section &&
      set({ of: 'section', id: section.id }, 'letter', section.letter, section.letter ? null : letter?.id),
    section && set({ of: 'section', id: section.id }, 'level', section.level, 3),
    point && set({ of: 'point', id: point.id }, 'status', point.status, 'final'),
    point && set({ of: 'point', id: point.id }, 'master', point.master, point.master ? null : true),
    point &&
      set(
        { of: 'point', id: point.id },
        'seeMaster',
        point.seeMaster,
        point.seeMaster ? null : [point.id, 'gone'],
      ),
    highlight &&
      point &&
      set({ of: 'highlight', id: highlight.id }, 'seeMaster', highlight.seeMaster, [point.id]),
    project.lists?.[0] &&
      set({ of: 'list', id: project.lists[0].id }, 'label', project.lists[0].label, words),
    point && set({ of: 'point', id: point.id }, 'title', point.title, words),
    point && set({ of: 'point', id: point.id }, 'tags', point.tags, point.tags ? null : [words]),
    point && set({ of: 'point', id: point.id }, 'target', point.target, point.target ? null : 250),
    change && set({ of: 'change', id: change.id }, 'page', change.page, words),
    comment &&
      set({ of: 'comment', id: comment.id }, 'resolved', comment.resolved, comment.resolved ? null : true),
    comment && set({ of: 'comment', id: comment.id }, 'text', comment.text, words),
    quotation &&
      set({ of: 'quotation', point: point.id, id: quotation.id }, 'view', quotation.view, {
        of: `lamp ${words}`,
        edits: [{ kind: 'insert', at: 4, text: 'oil' }],
      }),
    quotation &&
      set(
        { of: 'quotation', point: point.id, id: quotation.id },
        'setting',
        quotation.setting,
        quotation.setting ? null : 'run-in',
      ),
    letter && set({ of: 'letter', id: letter.id }, 'item', letter.item, { type: 'book', title: words }),
    letter && set({ of: 'letter', id: letter.id }, 'original', letter.original, null),
    reference &&
      set({ of: 'reference', id: reference.id }, 'item', reference.item, { type: 'book', ISBN: words }),
    set({ of: 'category', id: project.categories[0]?.id }, 'name', project.categories[0]?.name, words),
  ];
  return pick(
    choices.filter((choice) => choice !== undefined),
    a,
  );
}

/** A block with words put in at a place and some taken out. */
function edited(block: Block, from: number, to: number, inserted: string): Block {
  if (!hasContent(block)) return block;
  const { content } = block;
  const before = sliceInline(content, 0, from);
  const after = sliceInline(content, to, Infinity);
  const kept = after.filter((inline) => !before.includes(inline));
  return { ...block, content: normalInline([...before, { text: inserted }, ...kept]) };
}

function splice(project: Project, seed: OperationSeed): Operation | undefined {
  const found = pick(ownTexts(project), seed.a);
  if (!found) return undefined;
  const index = place(found.text.length, seed.b);
  const removed = found.text.slice(index, index + Math.floor(seed.c * 3));
  const first = removed[0];
  const inserted = first ? [edited(first, 0, 0, seed.text)] : [text(freshId(project), seed.text)];
  return { type: 'splice', text: found.ref, index, removed, inserted: seed.c > 0.9 ? [] : inserted };
}

/** An edit of a letter's text by the same way as in the app, which moves the highlights with it. */
function correct(project: Project, seed: OperationSeed): Operation[] {
  const letter = pick(project.letters, seed.a);
  const blocks: RichText = letter?.blocks ?? [];
  const index = Math.floor(seed.b * blocks.length);
  const block = blocks[index];
  if (!letter || !block || block.type === 'note') return [];
  const id = freshId(project);
  if (seed.c > 0.8) {
    const change = { index, removed: 0, inserted: [text(id, seed.text)] };
    return correctLetter(project, letter.id, change, { kind: 'insert-blocks', index, count: 1 });
  }
  if (seed.c > 0.7 && blocks.length > 1) {
    const change = { index, removed: 1, inserted: [] };
    return correctLetter(project, letter.id, change, { kind: 'remove-blocks', index, ids: [block.id] });
  }
  if (!hasContent(block)) return [];
  const length = blockLength(block);
  const from = Math.floor(seed.c * length);
  if (seed.c > 0.5) {
    const head = { ...block, content: sliceInline(block.content, 0, from) };
    const tail: Block = { id, type: 'paragraph', content: sliceInline(block.content, from, Infinity) };
    const step = { kind: 'split', block: block.id, offset: from, newBlock: id } as const;
    return correctLetter(project, letter.id, { index, removed: 1, inserted: [head, tail] }, step);
  }
  const to = Math.min(length, from + Math.floor(seed.b * 9));
  const step = { kind: 'replace', block: block.id, from, to, insertedLength: seed.text.length } as const;
  return correctLetter(
    project,
    letter.id,
    { index, removed: 1, inserted: [edited(block, from, to, seed.text)] },
    step,
  );
}

/** What the seed does to this project: operations to be applied in order; none where it finds nothing to do. */
export function operationsFrom(project: Project, seed: OperationSeed): readonly Operation[] {
  const operations = anyFrom(project, seed);
  const ranks = applyOperations(project, operations).sections.map(matterRank);
  return ranks.every((rank, i) => rank >= (ranks[i - 1] ?? 0)) ? operations : [];
}

function anyFrom(project: Project, seed: OperationSeed): readonly Operation[] {
  const ref = pick(listRefs(project), seed.a);
  const list = ref ? listOf(project, ref) : [];
  const index = Math.floor(seed.b * list.length);
  const item = list[index];
  switch (seed.kind) {
    case 'insert': {
      const added = ref && newItem(project, ref, seed);
      const at = place(list.length, seed.c);
      return added ? [{ type: 'insert', list: ref, index: at, item: added } as Operation] : [];
    }
    case 'remove':
      if (!ref || !item || isUsed(project, ref, item.id)) return [];
      return [{ type: 'remove', list: ref, index, item } as Operation];
    case 'move': {
      if (!ref || !item) return [];
      const to =
        pick(
          listRefs(project).filter(({ of }) => of === ref.of),
          seed.c,
        ) ?? ref;
      const same = JSON.stringify(to) === JSON.stringify(ref);
      const toIndex = place(listOf(project, to).length - (same ? 1 : 0), seed.c);
      return [{ type: 'move', from: ref, fromIndex: index, to, toIndex }];
    }
    case 'set': {
      const operation = setOperation(project, seed);
      return operation ? [operation as Operation] : [];
    }
    case 'splice':
      return [splice(project, seed)].filter((operation) => operation !== undefined);
    case 'correct':
      return correct(project, seed);
  }
}

export interface Worked {
  /** One for each seed that did something, as a window would hand them over. */
  readonly batches: readonly (readonly Operation[])[];
  readonly project: Project;
}

export function workedOn(project: Project, seeds: readonly OperationSeed[]): Worked {
  let current = project;
  const batches: (readonly Operation[])[] = [];
  for (const seed of seeds) {
    const operations = operationsFrom(current, seed);
    if (operations.length === 0) continue;
    batches.push(operations);
    current = applyOperations(current, operations);
  }
  return { batches, project: current };
}
