/** What the editors need to know of the rest of the project: its language, texts of references, choices, numbers. */
import { createContext, useContext, useMemo } from 'react';
import { citationText, workLabel } from '../../../core/derived/citation.ts';
import { crossReferenceText } from '../../../core/derived/cross-reference.ts';
import { numbering } from '../../../core/derived/numbering.ts';
import { ownTexts, pointMap } from '../../../core/document/find.ts';
import { publicationWords } from '../../../core/export/words.ts';
import { en } from '../../../core/messages/en.ts';
import { blockText } from '../../../core/text/canonical.ts';
import type { CitationAtom, CrossReferenceTarget } from '../../../core/text/block.ts';
import { useSettled } from '../../state/settled.ts';
import { app } from '../../state/store.ts';

export interface Choice {
  readonly target: CrossReferenceTarget;
  readonly label: string;
  readonly detail: string;
}

/** Asked once for the whole pane. New only when a number, a letter or a work changes, so that typing draws no other text again. */
export function useResolving() {
  const pointCodes = useSettled(({ project }) => project && numbering(project).pointCodes);
  const sectionNumbers = useSettled(({ project }) => project && numbering(project).sectionNumbers);
  const demandNumbers = useSettled(({ project }) => project && numbering(project).demandNumbers);
  const noteNumbers = useSettled(({ project }) => project && numbering(project).noteNumbers);
  // Of a letter its code is all that a reference says: correcting its text changes none.
  const codes = useSettled(({ project }) => project?.letters.map(({ id, code }) => `${id} ${code}`).join());
  const references = useSettled(({ project }) => project?.references);
  const language = useSettled(({ project }) => project?.settings.language ?? 'en');
  const direction = useSettled(({ project }) => project?.settings.direction ?? 'ltr');
  return useMemo(() => {
    const words = publicationWords(language);
    return {
      language,
      direction,
      pointCode: (id: string) => pointCodes?.get(id),
      sectionNumber: (id: string) => sectionNumbers?.get(id),
      describeReference: (target: CrossReferenceTarget) => {
        const { project } = app.get();
        if (!project) return { text: '', missing: true };
        const { text, found } = crossReferenceText(project, target, words);
        return { text, missing: !found };
      },
      describeCitation: (citation: CitationAtom) => {
        const { project } = app.get();
        if (!project) return { text: '', missing: true };
        const { text, found } = citationText(project, citation, words.missing);
        return { text, missing: !found };
      },
      crossReferenceChoices: choices,
      citationChoices,
      noteNumber: (id: string) => noteNumbers?.get(id),
      demandNumber: (id: string) => demandNumbers?.get(id),
    };
    // The functions read the project when they are called; these say when their answers change.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [pointCodes, sectionNumbers, demandNumbers, noteNumbers, codes, references, language, direction]);
}

export type Resolved = ReturnType<typeof useResolving>;

const ResolvedContext = createContext<Resolved | null>(null);
export const ResolvedProvider = ResolvedContext.Provider;

export function useResolved(): Resolved {
  const resolved = useContext(ResolvedContext);
  if (!resolved) throw new Error('no answer pane around this');
  return resolved;
}

function choices(): readonly Choice[] {
  const { project } = app.get();
  if (!project) return [];
  const words = publicationWords(project.settings.language);
  const label = (target: CrossReferenceTarget) => crossReferenceText(project, target, words).text;
  const made: Choice[] = [];
  const add = (target: CrossReferenceTarget, detail: string) =>
    made.push({ target, label: label(target), detail });
  for (const { point } of pointMap(project).values()) {
    add({ kind: 'point', id: point.id }, point.title || (point.answer[0] ? blockText(point.answer[0]) : ''));
  }
  for (const section of project.sections) add({ kind: 'section', id: section.id }, section.title);
  for (const { text } of ownTexts(project)) {
    for (const block of text) {
      if (block.type === 'paragraph' && block.demand) add({ kind: 'demand', id: block.id }, blockText(block));
    }
  }
  for (const letter of project.letters) add({ kind: 'letter', id: letter.id }, letter.item.title ?? '');
  return made;
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
