import { citedReferences } from '../../../core/derived/citations-in-order.ts';
import { closeWindow, exportProject, newProject, openProject, openSample, save } from '../../state/files.ts';
import { always, needing, open, type Actions } from './action.ts';

export const FILE: Actions = {
  'new-project': always(newProject),
  'open-project': always(openProject),
  'open-sample': always(openSample),
  save: needing(['project'], () => save('same')),
  'save-as': needing(['project'], () => save('new-name')),
  'export-html': needing(['project'], () => exportProject('html')),
  'export-pdf': needing(['project'], () => exportProject('pdf')),
  'export-docx': needing(['project'], () => exportProject('docx')),
  'export-markdown': needing(['project'], () => exportProject('markdown')),
  'export-working': needing(['project'], () => open({ kind: 'working-copy' })),
  'export-coverage': needing(['project'], () => exportProject('coverage-csv')),
  'export-works': needing(['project'], () => open({ kind: 'export-works' }), {
    when: ({ project }) => project.references.length > 0 || citedReferences(project).size > 0,
  }),
  'close-window': always(closeWindow),
};
