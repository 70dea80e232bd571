import type { RichText } from '../text/block.ts';
import type { Highlight, Letter } from './letter.ts';
import type { Change, Point, Project, Section, SectionPlace } from './project.ts';

export function letterById(project: Project, id: string): Letter | undefined {
  return project.letters.find((letter) => letter.id === id);
}

const highlightMaps = new WeakMap<readonly Highlight[], ReadonlyMap<string, Highlight>>();

/** Highlights by id; computed once for each value of the list. */
export function highlightMap(project: Project): ReadonlyMap<string, Highlight> {
  let map = highlightMaps.get(project.highlights);
  if (!map) {
    map = new Map(project.highlights.map((highlight) => [highlight.id, highlight]));
    highlightMaps.set(project.highlights, map);
  }
  return map;
}

export interface PointPlace {
  readonly point: Point;
  readonly section: Section;
  /** Indexes into the project's sections and the section's points. */
  readonly sectionIndex: number;
  readonly index: number;
}

const pointMaps = new WeakMap<readonly Section[], ReadonlyMap<string, PointPlace>>();

/** Where each point stands; computed once for each value of the sections. In reading order. */
export function pointMap(project: Project): ReadonlyMap<string, PointPlace> {
  let map = pointMaps.get(project.sections);
  if (!map) {
    const places = new Map<string, PointPlace>();
    project.sections.forEach((section, sectionIndex) => {
      section.points.forEach((point, index) => places.set(point.id, { point, section, sectionIndex, index }));
    });
    map = places;
    pointMaps.set(project.sections, map);
  }
  return map;
}

export interface ChangePlace {
  readonly change: Change;
  readonly point: Point;
}

const changeMaps = new WeakMap<readonly Section[], ReadonlyMap<string, ChangePlace>>();

/** What each change of the points is, and whose; computed once for each value of the sections. In reading order. */
export function changeMap(project: Project): ReadonlyMap<string, ChangePlace> {
  let map = changeMaps.get(project.sections);
  if (!map) {
    const places = new Map<string, ChangePlace>();
    for (const { points } of project.sections) {
      for (const point of points)
        for (const change of point.changes ?? []) places.set(change.id, { change, point });
    }
    map = places;
    changeMaps.set(project.sections, map);
  }
  return map;
}

/** Names one of the rich texts of a project. */
export type TextRef =
  | { readonly of: 'introduction' }
  | { readonly of: 'conclusion' }
  | { readonly of: 'lead'; readonly id: string }
  | { readonly of: 'answer'; readonly id: string }
  /** The new wording of a change. */
  | { readonly of: 'change'; readonly id: string }
  | { readonly of: 'letter'; readonly id: string };

/** The text, or undefined when what it belongs to isn't there. */
export function textOf(project: Project, ref: TextRef): RichText | undefined {
  switch (ref.of) {
    case 'introduction':
      return project.introduction;
    case 'conclusion':
      return project.conclusion;
    case 'lead':
      return project.sections.find((section) => section.id === ref.id)?.lead;
    case 'answer':
      return pointMap(project).get(ref.id)?.point.answer;
    case 'change':
      return changeMap(project).get(ref.id)?.change.wording;
    case 'letter':
      return letterById(project, ref.id)?.blocks;
  }
}

/** The author's own texts in the order of the pamphlet. */
export function ownTexts(project: Project): readonly { readonly ref: TextRef; readonly text: RichText }[] {
  const inSections = (place: SectionPlace | undefined) =>
    project.sections.flatMap((section) =>
      section.place === place
        ? [
            { ref: { of: 'lead', id: section.id } as const, text: section.lead },
            ...section.points.flatMap(({ id, answer, changes = [] }) => [
              { ref: { of: 'answer', id } as const, text: answer },
              ...changes.map((change) => ({
                ref: { of: 'change', id: change.id } as const,
                text: change.wording,
              })),
            ]),
          ]
        : [],
    );
  return [
    ...inSections('front'),
    { ref: { of: 'introduction' }, text: project.introduction },
    ...inSections(undefined),
    { ref: { of: 'conclusion' }, text: project.conclusion },
    ...inSections('back'),
  ];
}
