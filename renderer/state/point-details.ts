/** What the writer sets of points besides their words: tags, answer type, length, private note, changes made. */
import { create } from 'zustand';
import { tidyTags } from '../../core/document/tags.ts';
import { changeMap, pointMap } from '../../core/document/find.ts';
import type { AnswerType, Change, Point } from '../../core/document/project.ts';
import { en } from '../../core/messages/en.ts';
import { insert, set } from '../../core/operations/edits.ts';
import type { Operation } from '../../core/operations/operation.ts';
import { newId } from '../platform/ids.ts';
import { edit } from './edit.ts';
import { putCaret, showPlace } from './navigation.ts';
import { app, openProjectState } from './store.ts';

/** The point whose details are open beside it. */
export const useDetails = create<{ readonly point: string | null }>()(() => ({ point: null }));

export function openDetails(point: string): void {
  showPlace({ kind: 'point', id: point });
  useDetails.setState({ point });
}

export function closeDetails(): void {
  useDetails.setState({ point: null });
}

const pointOf = (id: string): Point | undefined => pointMap(openProjectState()).get(id)?.point;

export function setPointTags(id: string, tags: readonly string[]): void {
  edit(set({ of: 'point', id }, 'tags', pointOf(id)?.tags, tidyTags(tags)), { label: en.edits.tags });
}

/** Tags of the project, those used most first. */
export function knownTags(): readonly string[] {
  const { project } = app.get();
  const counts = new Map<string, number>();
  const count = (tags: readonly string[] = []) => {
    for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  };
  for (const { points } of project?.sections ?? []) for (const { tags } of points) count(tags);
  for (const { tags } of project?.highlights ?? []) count(tags);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([tag]) => tag);
}

export function setPointNote(id: string, note: string): void {
  edit(set({ of: 'point', id }, 'note', pointOf(id)?.note, note), {
    label: en.edits.pointNote,
    group: `note:${id}`,
  });
}

const LARGEST_TARGET = 10_000_000;

/** Words typed as a number; undefined for none. */
export function targetOf(typed: string): number | undefined {
  const value = Number(typed.replace(/\D/g, ''));
  return value >= 1 ? Math.min(value, LARGEST_TARGET) : undefined;
}

export function setPointTarget(id: string, target: number | undefined): void {
  edit(set({ of: 'point', id }, 'target', pointOf(id)?.target, target), {
    label: en.edits.target,
    group: `target:${id}`,
  });
}

export function setSectionTarget(id: string, target: number | undefined): void {
  const before = openProjectState().sections.find((section) => section.id === id)?.target;
  edit(set({ of: 'section', id }, 'target', before, target), {
    label: en.edits.target,
    group: `target:${id}`,
  });
}

export function setWholeTarget(target: number | undefined): void {
  edit(set({ of: 'settings' }, 'target', openProjectState().settings.target, target), {
    label: en.edits.target,
    group: 'target',
  });
}

export function setAnswerType(id: string, type: string | undefined): void {
  edit(set({ of: 'point', id }, 'answerType', pointOf(id)?.answerType, type), {
    label: en.edits.answerType,
  });
}

/** Points that have a type which isn't there any more have none. */
export function setAnswerTypes(types: readonly AnswerType[], group?: string): void {
  const project = openProjectState();
  const ids = new Set(types.map(({ id }) => id));
  const cleared = [...pointMap(project).values()].flatMap(({ point }): readonly Operation[] =>
    point.answerType !== undefined && !ids.has(point.answerType)
      ? set({ of: 'point', id: point.id }, 'answerType', point.answerType, undefined)
      : [],
  );
  const after = types.length > 0 ? types : undefined;
  edit([...cleared, ...set({ of: 'settings' }, 'answerTypes', project.settings.answerTypes, after)], {
    label: en.edits.answerTypes,
    group,
  });
}

/** A further change of the point, with the caret in its wording. */
export function beginChange(point: string): void {
  const changes = pointOf(point)?.changes ?? [];
  const change: Change = { id: newId(), wording: [], page: '', line: '' };
  edit([insert<'changes'>({ of: 'changes', point }, changes.length, change)], {
    label: en.edits.addChange,
    after: { place: { kind: 'point', id: point }, text: undefined },
  });
  putCaret({ of: 'change', id: change.id });
}

export function removeChange(id: string): void {
  const place = changeMap(openProjectState()).get(id);
  if (!place) return;
  const { point, change } = place;
  const index = point.changes?.indexOf(change) ?? 0;
  const list = { of: 'changes', point: point.id } as const;
  edit([{ type: 'remove', list, index, item: change }], {
    label: en.edits.removeChange,
    after: { text: undefined },
  });
}

export function raiseChange(id: string): void {
  const place = changeMap(openProjectState()).get(id);
  const index = place?.point.changes?.indexOf(place.change) ?? 0;
  if (!place || index === 0) return;
  const list = { of: 'changes', point: place.point.id } as const;
  edit([{ type: 'move', from: list, fromIndex: index, to: list, toIndex: index - 1 }], {
    label: en.edits.moveChange,
  });
}

export function setChangePlace(id: string, field: 'page' | 'line', value: string): void {
  const before = changeMap(openProjectState()).get(id)?.change[field];
  edit(set({ of: 'change', id }, field, before, value), {
    label: en.edits.changePlace,
    group: `change:${id}:${field}`,
    after: { text: undefined },
  });
}
