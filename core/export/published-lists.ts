/** The lists of a project, gathered; and where master responses are referred to. */
import { entryName, gatheredLists, listName, type Gathered } from '../derived/lists.ts';
import { crossReferenceText } from '../derived/cross-reference.ts';
import { masterUses, seen } from '../derived/masters.ts';
import { numbering } from '../derived/numbering.ts';
import { pointMap, type TextRef } from '../document/find.ts';
import { listsOf } from '../document/lists.ts';
import type { Point, Project } from '../document/project.ts';
import type { CrossReferenceTarget } from '../text/block.ts';
import { ownContent, type Setting } from './published-content.ts';
import type { PublishedList, PublishedWay } from './publication.ts';

/** Block id → "Demand 3", for every entry of a list. */
export function entryLabels({ project, words }: Setting): ReadonlyMap<string, string> {
  const lists = new Map(listsOf(project).map((list) => [list.id, list]));
  return new Map(
    [...numbering(project).entries].flatMap(([id, { list, code }]) => {
      const of = lists.get(list);
      return of ? [[id, entryName(of, code, words)] as const] : [];
    }),
  );
}

/** Those that have entries, or had ones. The entries' notes stay at their places in the text. */
export function publishedLists(setting: Setting): readonly PublishedList[] {
  return gatheredLists(setting.project).flatMap(
    ({ list, gathered, withdrawn, items }): readonly PublishedList[] => {
      if (items.length + withdrawn.length === 0) return [];
      return [
        {
          anchor: list.id,
          title: listName(list, setting.words),
          gathered: gathered.at === 'section' ? withPart(gathered, setting.project) : gathered,
          withdrawn,
          items: items.map(({ ref, block, entry }) => ({
            anchor: block.id,
            number: entry.code,
            from: from(ref, setting),
            content: ownContent(block.content, setting).filter(
              (inline) => !('type' in inline && inline.type === 'note'),
            ),
          })),
        },
      ];
    },
  );
}

/** With a part that has no number a list stands before or after those that have one. */
function withPart(
  { section, last }: Extract<Gathered, { at: 'section' }>,
  { sections }: Project,
): PublishedList['gathered'] {
  const place = sections.find(({ id }) => id === section)?.place;
  if (place === undefined) return { at: 'part', part: section, last };
  return { at: place === 'front' ? 'front' : 'end' };
}

function way(target: CrossReferenceTarget, { project, words }: Setting, form?: 'title'): PublishedWay {
  const { text, found } = crossReferenceText(project, target, words, form);
  const inLetter = target.kind === 'passage' && !project.settings.lettersAppended;
  return { text, ...(found && !inLetter ? { target: target.id } : {}) };
}

function from(ref: TextRef, setting: Setting): PublishedWay {
  switch (ref.of) {
    case 'answer':
      return way({ kind: 'point', id: ref.id }, setting);
    case 'lead':
      return way({ kind: 'section', id: ref.id }, setting);
    case 'introduction':
      return { text: setting.words.introduction };
    default:
      return { text: setting.words.conclusion };
  }
}

/** What answers a point in its stead: "Master Response 2 (The roof)". */
export function seeAlso(point: Point, setting: Setting): readonly PublishedWay[] {
  return seen(point, pointMap(setting.project)).map((id) => way({ kind: 'point', id }, setting, 'title'));
}

/** Where a master response is referred to: passages in the order of the letters, then points. */
export function usedBy(id: string, setting: Setting): readonly PublishedWay[] {
  const { project } = setting;
  const use = masterUses(project).get(id);
  if (!use) return [];
  const passages = new Set(use.passages);
  return [
    // Codes come in the order of the letters and of their texts.
    ...[...numbering(project).passageCodes.keys()]
      .filter((passage) => passages.has(passage))
      .map((passage) => way({ kind: 'passage', id: passage }, setting)),
    ...use.points.map((point) => way({ kind: 'point', id: point }, setting)),
  ];
}
