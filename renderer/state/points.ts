/** What the writer does with parts and points. */
import { en } from '../../core/messages/en.ts';
import type { TextRef } from '../../core/document/find.ts';
import { pointMap, textOf } from '../../core/document/find.ts';
import type { Asset, FrontMatter, Point, PointStatus, Settings } from '../../core/document/project.ts';
import {
  addAssets,
  addPoint,
  addSection,
  newPoint,
  newSection,
  removePoint,
  removeSection,
  set,
} from '../../core/operations/edits.ts';
import { shiftInOutline } from '../../core/operations/outline-move.ts';
import { applyOperations } from '../../core/operations/apply.ts';
import type { Block } from '../../core/text/block.ts';
import { newId } from '../platform/ids.ts';
import { edit } from './edit.ts';
import { putCaret } from './navigation.ts';
import { app, openProjectState, type TextSelection } from './store.ts';

/** A point after the current one, else at the end of the current or last part; a part is made when there is none. */
export function beginPoint(sectionId?: string): void {
  const project = openProjectState();
  const { place } = app.get();
  const current = place?.kind === 'point' ? pointMap(project).get(place.id) : undefined;
  const named = sectionId ?? (place?.kind === 'section' ? place.id : undefined);
  const point = newPoint(newId());
  const after = { place: { kind: 'point', id: point.id } as const, text: undefined };
  const label = en.edits.addPoint;
  if (current && (named === undefined || named === current.section.id)) {
    edit(addPoint(project, current.section.id, point, current.index + 1), { label, after });
  } else {
    const existing = named ?? project.sections.findLast(({ place }) => place !== 'back')?.id;
    if (existing !== undefined) {
      edit(addPoint(project, existing, point), { label, after });
    } else {
      const section = newSection(newId(), '');
      const operations = addSection(project, section);
      edit([...operations, ...addPoint(applyOperations(project, operations), section.id, point)], {
        label,
        after,
      });
    }
  }
  app.set({ reveal: { place: { kind: 'point', id: point.id } } });
  putCaret({ of: 'answer', id: point.id });
}

export function beginSection(letter?: string): void {
  const project = openProjectState();
  const section = newSection(newId(), '', letter);
  edit(addSection(project, section), {
    label: en.edits.addSection,
    after: { place: { kind: 'section', id: section.id }, text: undefined },
  });
  app.set({ reveal: { place: { kind: 'section', id: section.id }, title: true } });
}

export function deletePoint(id: string): void {
  const project = openProjectState();
  const ids = [...pointMap(project).keys()];
  const at = ids.indexOf(id);
  const next = ids[at + 1] ?? ids[at - 1];
  edit(removePoint(project, id), {
    label: en.edits.removePoint,
    after: { place: next === undefined ? null : { kind: 'point', id: next }, text: undefined },
  });
}

export function deleteSection(id: string): void {
  const project = openProjectState();
  const at = project.sections.findIndex((section) => section.id === id);
  const next = (project.sections[at + 1] ?? project.sections[at - 1])?.id;
  edit(removeSection(project, id), {
    label: en.edits.removeSection,
    after: { place: next === undefined ? null : { kind: 'section', id: next }, text: undefined },
  });
}

export function shiftPointBy(id: string, by: -1 | 1): void {
  const { textSelection } = app.get();
  edit(shiftInOutline(openProjectState(), [id], by), { label: en.edits.movePoint });
  app.set({ reveal: { place: { kind: 'point', id } } });
  // Moving an editor's element takes the caret out of it.
  if (textSelection?.ref.of === 'answer' && textSelection.ref.id === id) {
    putCaret(textSelection.ref, textSelection.selection);
  }
}

export function shiftSectionBy(id: string, by: -1 | 1): void {
  edit(shiftInOutline(openProjectState(), [id], by), { label: en.edits.moveSection });
  app.set({ reveal: { place: { kind: 'section', id } } });
}

export function setPointTitle(id: string, title: string): void {
  const before = pointMap(openProjectState()).get(id)?.point.title;
  edit(set({ of: 'point', id }, 'title', before, title), {
    label: en.edits.pointTitle,
    group: `title:${id}`,
    after: { text: undefined },
  });
}

export function setSectionTitle(id: string, title: string): void {
  const before = openProjectState().sections.find((section) => section.id === id)?.title;
  edit(set({ of: 'section', id }, 'title', before, title), {
    label: en.edits.sectionTitle,
    group: `title:${id}`,
    after: { text: undefined },
  });
}

export function setSectionLetter(id: string, letter: string | undefined): void {
  const before = openProjectState().sections.find((section) => section.id === id)?.letter;
  const heading = openProjectState().sections.find((section) => section.id === id)?.heading;
  // A heading is one of the letter.
  const operations = [
    ...set({ of: 'section', id }, 'letter', before, letter),
    ...(before === letter ? [] : set({ of: 'section', id }, 'heading', heading, undefined)),
  ];
  edit(operations, { label: en.edits.sectionLetter });
}

/** Its tie to a heading of its letter, or to a topic. */
export function setSectionTie<F extends 'heading' | 'topic'>(
  id: string,
  field: F,
  value: string | undefined,
): void {
  const before = openProjectState().sections.find((section) => section.id === id)?.[field];
  edit(set({ of: 'section', id }, field, before, value), { label: en.edits.sectionLetter });
}

export function setArrangement(id: string, arrangement: Point['arrangement']): void {
  const before = pointMap(openProjectState()).get(id)?.point.arrangement;
  edit(set({ of: 'point', id }, 'arrangement', before, arrangement), { label: en.edits.contrast });
}

export function setStatus(id: string, status: PointStatus): void {
  const before = pointMap(openProjectState()).get(id)?.point.status;
  edit(set({ of: 'point', id }, 'status', before, status), { label: en.edits.status });
}

export function setFront(field: keyof FrontMatter, value: string): void {
  edit(set({ of: 'front' }, field, openProjectState().front[field], value), {
    label: en.edits.titlePage,
    group: `front:${field}`,
  });
}

export function setSetting<F extends keyof Settings>(field: F, value: Settings[F]): void {
  edit(set({ of: 'settings' }, field, openProjectState().settings[field], value), {
    label: en.edits.settings,
    group: `settings:${field}`,
  });
}

export interface TextEdit {
  readonly index: number;
  readonly removed: readonly Block[];
  readonly inserted: readonly Block[];
  readonly kind: 'type' | 'delete' | 'other';
  readonly startsWord: boolean;
  readonly before: TextSelection | null;
  readonly after: TextSelection | null;
  /** Edits of the same group are one step, whatever texts they are of. */
  readonly group?: string;
  /** Pictures that `inserted` shows and the project doesn't know yet. */
  readonly assets?: readonly Asset[];
}

/** An edit of one of the author's texts, as its editor tells it. */
export function editText(ref: TextRef, change: TextEdit): void {
  if (textOf(openProjectState(), ref) === undefined) return;
  const id = 'id' in ref ? ref.id : '';
  const { index, removed, inserted, assets = [] } = change;
  const operations = addAssets(openProjectState(), assets);
  // The first key in an empty text puts its first block in; those after it replace that.
  const block = removed[0]?.id ?? inserted[0]?.id ?? '';
  edit([...operations, { type: 'splice', text: ref, index, removed, inserted }], {
    label:
      change.kind === 'type'
        ? en.edits.typing
        : change.kind === 'delete'
          ? en.edits.deleting
          : en.edits.formatting,
    group: change.group ?? (change.kind === 'other' ? undefined : `${change.kind}:${ref.of}:${id}:${block}`),
    patient: change.group !== undefined,
    pace: change.kind === 'other' ? 'at-once' : 'at-rest',
    breaks: change.startsWord,
    before: change.before ? { text: { ref, selection: change.before } } : {},
    after: change.after ? { text: { ref, selection: change.after } } : {},
  });
}
