/** What the editors need to know of the rest of the project: its language, texts of references, choices, numbers. */
import { createContext, useContext, useMemo } from 'react';
import { plainCitation, workLabel } from '../../../core/derived/work-label.ts';
import { crossReferenceText } from '../../../core/derived/cross-reference.ts';
import { numbering } from '../../../core/derived/numbering.ts';
import { entryName } from '../../../core/derived/lists.ts';
import { crossReferences } from '../../../core/derived/references.ts';
import { listsOf } from '../../../core/document/lists.ts';
import type { Project } from '../../../core/document/project.ts';
import { publicationWords } from '../../../core/export/words.ts';
import { en } from '../../../core/messages/en.ts';
import type { CitationAtom } from '../../../core/text/block.ts';
import { byParts } from '../../../core/derived/remember.ts';
import { sectionDepths } from '../../../core/document/section-tree.ts';
import type { ReferenceOf } from '../../editor/text-context.ts';
import { goToTarget } from '../../state/cross-references.ts';
import { listChoices } from '../../state/lists.ts';
import { useSettled } from '../../state/settled.ts';
import { addWork } from '../../state/works.ts';
import { app } from '../../state/store.ts';
import type { CitationChoice } from '../../editor/editor-props.ts';
import { placeSearch, referenceChoices } from './reference-choices.ts';

/** What the cross references of a project say, one after another. */
function referenceTexts(project: Project): string {
  const words = publicationWords(project.settings.language);
  return crossReferences(project)
    .map(({ target }) => crossReferenceText(project, target, words, 'title').text)
    .join('\n');
}

const depthsOf = byParts(
  (sections: Project['sections']) => sections.flatMap(({ id, level, place }) => [id, level, place]),
  sectionDepths,
);

/** Asked once for the whole pane. New only when a number, a letter or a work changes, so that typing draws no other text again. */
export function useResolving() {
  const pointCodes = useSettled(({ project }) => project && numbering(project).pointCodes);
  const sectionNumbers = useSettled(({ project }) => project && numbering(project).sectionNumbers);
  const depths = useSettled(({ project }) => project && depthsOf(project.sections));
  const entries = useSettled(({ project }) => project && numbering(project).entries);
  const lists = useSettled(({ project }) => project?.lists);
  const noteNumbers = useSettled(({ project }) => project && numbering(project).noteNumbers);
  // All that references say: whatever else changes, their texts are drawn again only when this does.
  const references = useSettled(({ project }) => project && referenceTexts(project));
  const works = useSettled(({ project }) => project?.references);
  const language = useSettled(({ project }) => project?.settings.language ?? 'en');
  const direction = useSettled(({ project }) => project?.settings.direction ?? 'ltr');
  return useMemo(() => {
    const words = publicationWords(language);
    return {
      language,
      direction,
      pointCode: (id: string) => pointCodes?.get(id),
      sectionNumber: (id: string) => sectionNumbers?.get(id),
      sectionDepth: (id: string) => depths?.get(id) ?? 1,
      describeReference: ({ target, form }: ReferenceOf) => {
        const { project } = app.get();
        if (!project) return { text: '', missing: true };
        const { text, found } = crossReferenceText(project, target, words, form);
        return { text, missing: !found };
      },
      describeCitation: (citation: CitationAtom) => {
        const { project } = app.get();
        if (!project) return { text: '', missing: true };
        return plainCitation(project, citation, words.missing);
      },
      crossReferenceChoices: referenceChoices,
      placeSearch,
      listChoices: () => {
        const { project } = app.get();
        return project ? listChoices(project) : [];
      },
      onReference: goToTarget,
      citationChoices,
      onNewWork: newWork,
      noteNumber: (id: string) => noteNumbers?.get(id),
      entryName: (id: string) => {
        const entry = entries?.get(id);
        const list = listsOf({ lists }).find((one) => one.id === entry?.list);
        return entry && list && entryName(list, entry.code, words);
      },
    };
    // The functions read the project when they are called; these say when their answers change.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [
    pointCodes,
    sectionNumbers,
    depths,
    entries,
    lists,
    noteNumbers,
    references,
    works,
    language,
    direction,
  ]);
}

export type Resolved = ReturnType<typeof useResolving>;

const ResolvedContext = createContext<Resolved | null>(null);
export const ResolvedProvider = ResolvedContext.Provider;

export function useResolved(): Resolved {
  const resolved = useContext(ResolvedContext);
  if (!resolved) throw new Error('no answer pane around this');
  return resolved;
}

/** A work that is cited before it is there: its fields are shown for the rest. */
function newWork(title: string): string {
  const work = addWork(title);
  // Once the citation is in the text, and has the caret behind it.
  setTimeout(() => app.set({ dialog: { kind: 'works', work } }));
  return work;
}

/** Works first, then letters; each found by author, year, title and code. */
function citationChoices(): readonly CitationChoice[] {
  const { project } = app.get();
  if (!project) return [];
  const { language } = project.settings;
  const works = project.references.map(({ id, item }): CitationChoice => {
    const { title = '' } = item;
    const label = workLabel(item, language);
    return { id, label: label || title || en.untitledWork, detail: label ? title : '' };
  });
  const letters = project.letters.map(({ id, code, item }): CitationChoice => {
    const label = [code, workLabel(item, language)].filter(Boolean).join(' · ');
    return { id, label, detail: item.title ?? '' };
  });
  return [...works, ...letters];
}
