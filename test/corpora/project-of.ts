import type { Imported } from '../../core/import/imported.ts';
import { letterFrom } from '../../core/import/letter.ts';
import { emptyProject, type Project } from '../../core/document/project.ts';
import { openProject } from '../../core/storage/open.ts';
import { projectEntries } from '../../core/storage/serialise.ts';
import { packProject } from '../../core/storage/zip.ts';
import { paragraph } from '../../core/text/block.ts';

/** A project with the letter in it; the words are its title and introduction. */
export function projectOf(imported: Imported, words = ''): Project {
  const letter = letterFrom(imported, { id: 'letter', code: 'A1', name: words || 'letter', language: 'en' });
  const empty = emptyProject('project', 'en', ['Claim']);
  return {
    ...empty,
    front: { ...empty.front, title: words },
    letters: [letter],
    introduction: [paragraph('words', words)],
  };
}

/** The project as it is after it has been written and opened; a sentence where it can't be opened. */
export function reopened(project: Project): Project | string {
  const packed = packProject(projectEntries(project), new Map());
  if (!packed.ok) return 'can’t be written';
  const opened = openProject(packed.value);
  if (!opened.ok) return `can’t be opened: ${opened.failure.kind}`;
  return opened.project;
}
