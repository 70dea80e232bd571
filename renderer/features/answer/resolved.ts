/** What the editors need to know of the rest of the project: its language, texts of references, choices, numbers. */
import { createContext, useContext, useMemo } from 'react';
import { citationText, workLabel } from '../../../core/derived/citation.ts';
import { crossReferenceText } from '../../../core/derived/cross-reference.ts';
import { numbering } from '../../../core/derived/numbering.ts';
import { entryName } from '../../../core/derived/lists.ts';
import { crossReferences } from '../../../core/derived/references.ts';
import { listsOf } from '../../../core/document/lists.ts';
import type { Project } from '../../../core/document/project.ts';
import { publicationWords } from '../../../core/export/words.ts';
import { en } from '../../../core/messages/en.ts';
import type { CitationAtom } from '../../../core/text/block.ts';
import type { ReferenceOf } from '../../editor/text-context.ts';
import { goToTarget } from '../../state/cross-references.ts';
import { listChoices } from '../../state/lists.ts';
import { useSettled } from '../../state/settled.ts';
import { app } from '../../state/store.ts';
import { referenceChoices } from './reference-choices.ts';

/** What the cross references of a project say, one after another. */
function referenceTexts(project: Project): string {
  const words = publicationWords(project.settings.language);
  return crossReferences(project)
    .map(({ target }) => crossReferenceText(project, target, words, 'title').text)
    .join('\n');
}

/** Asked once for the whole pane. New only when a number, a letter or a work changes, so that typing draws no other text again. */
export function useResolving() {
  const pointCodes = useSettled(({ project }) => project && numbering(project).pointCodes);
  const sectionNumbers = useSettled(({ project }) => project && numbering(project).sectionNumbers);
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
      describeReference: ({ target, form }: ReferenceOf) => {
        const { project } = app.get();
        if (!project) return { text: '', missing: true };
        const { text, found } = crossReferenceText(project, target, words, form);
        return { text, missing: !found };
      },
      describeCitation: (citation: CitationAtom) => {
        const { project } = app.get();
        if (!project) return { text: '', missing: true };
        const { text, found } = citationText(project, citation, words.missing);
        return { text, missing: !found };
      },
      crossReferenceChoices: referenceChoices,
      listChoices: () => {
        const { project } = app.get();
        return project ? listChoices(project) : [];
      },
      onReference: goToTarget,
      citationChoices,
      noteNumber: (id: string) => noteNumbers?.get(id),
      entryName: (id: string) => {
        const entry = entries?.get(id);
        const list = listsOf({ lists }).find((one) => one.id === entry?.list);
        return entry && list && entryName(list, entry.code, words);
      },
    };
    // The functions read the project when they are called; these say when their answers change.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [pointCodes, sectionNumbers, entries, lists, noteNumbers, references, works, language, direction]);
}

export type Resolved = ReturnType<typeof useResolving>;

const ResolvedContext = createContext<Resolved | null>(null);
export const ResolvedProvider = ResolvedContext.Provider;

export function useResolved(): Resolved {
  const resolved = useContext(ResolvedContext);
  if (!resolved) throw new Error('no answer pane around this');
  return resolved;
}

function citationChoices(): readonly { id: string; label: string; detail: string }[] {
  const { project } = app.get();
  if (!project) return [];
  return project.references.map(({ id, item }) => {
    const { title = '' } = item;
    const label = workLabel(item, project.settings.language);
    return { id, label: label || title || en.untitledWork, detail: label ? title : '' };
  });
}
