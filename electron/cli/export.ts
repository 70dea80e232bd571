/** `export`: a project as it is to be published. */
import type { Paper, Project } from '../../core/document/project.ts';
import { exportWorks } from '../../core/citations/export-works.ts';
import { WORK_FORMS, type WorkForm } from '../../core/citations/work-forms.ts';
import { EXPORT_KINDS, type ExportKind } from '../../core/ipc/contract.ts';
import { annotationsOf } from '../../core/export/annotations.ts';
import { coverageTable } from '../../core/export/coverage-table.ts';
import { renderMarkdown } from '../../core/export/markdown.ts';
import { printData } from '../../core/export/print-data.ts';
import { publish, type PublishOptions } from '../../core/export/publish.ts';
import { describeProblem } from '../../core/storage/messages.ts';
import { renderDocx } from '../export/docx/document.ts';
import { exportHtml } from '../export/html.ts';
import { NativeTypesetter } from '../pdf/native.ts';
import { picturesOf, put, readProject } from './files.ts';
import { json, UsageError, type ExitStatus, type Terminal } from './terminal.ts';

export const EXPORT_FORMS = EXPORT_KINDS;
export type ExportForm = ExportKind;

export interface ExportOptions {
  readonly project: string;
  readonly to: ExportForm;
  readonly paper?: Paper;
  /** Private notes in annotations; else a working copy. */
  readonly withNotes: boolean;
  /** A byte order mark before the table, for spreadsheets that want it. */
  readonly bom?: boolean;
  /** Of works, those that are cited. */
  readonly cited?: boolean;
  readonly output?: string;
}

export async function exportProject(options: ExportOptions, terminal: Terminal): Promise<ExitStatus> {
  const opened = await readProject(options.project);
  for (const problem of opened.problems) terminal.say(describeProblem(problem));
  const { settings } = opened.project;
  const project = { ...opened.project, settings: { ...settings, paper: options.paper ?? settings.paper } };
  if (options.to === 'annotations') {
    await put(options.output, json(annotationsOf(project, options)), terminal);
    return 0;
  }
  if (options.to === 'coverage-csv') {
    const table = coverageTable(project, { byteOrderMark: options.bom === true });
    await put(options.output, table, terminal);
    return 0;
  }
  if (isWorkForm(options.to)) {
    await put(options.output, exportWorks(project, options.to, options.cited), terminal);
    return 0;
  }
  const result = await rendered(project, options.to, picturesOf(opened), terminal, options);
  await put(options.output, result, terminal);
  return 0;
}

function isWorkForm(form: ExportForm): form is WorkForm {
  return WORK_FORMS.some((each) => each === form);
}

/** @throws {UsageError} where the typesetter refuses the project. */
export async function rendered(
  project: Project,
  to: Exclude<ExportForm, 'annotations' | 'coverage-csv' | WorkForm>,
  pictures: ReadonlyMap<string, Uint8Array>,
  terminal: Terminal,
  options: PublishOptions = {},
): Promise<string | Uint8Array> {
  switch (to) {
    case 'html':
      return exportHtml(project, pictures, undefined, options);
    case 'markdown':
      return renderMarkdown(publish(project, options));
    case 'docx':
      return renderDocx(publish(project, options), pictures);
    case 'pdf': {
      const typesetter = new NativeTypesetter();
      try {
        const set = await typesetter.compile({
          data: printData(publish(project, options)),
          assets: pictures,
        });
        const problems = set.ok ? set.warnings : set.problems;
        if (!set.ok) throw new UsageError(problems.map(({ message }) => message).join('\n'));
        for (const { message } of problems) terminal.say(message);
        return set.pdf;
      } finally {
        typesetter.dispose();
      }
    }
  }
}
