/**
 * A process that works on a project until it is killed. Arguments: recovery folder, project file, number of the
 * save (0 for none). Writes a line to standard output after each batch that is in the journal.
 */
import { setTimeout } from 'node:timers/promises';
import { journalPieces } from '../../core/ipc/journal-text.ts';
import { applyOperations } from '../../core/operations/apply.ts';
import type { Operation } from '../../core/operations/operation.ts';
import { joinEntries, projectEntries } from '../../core/storage/serialise.ts';
import { beginSession } from '../../electron/files/recovery.ts';
import { loadProject, saveProject } from '../../electron/files/storage.ts';

const [recovery = '', file = '', saveAt = '0'] = process.argv.slice(2);
const loaded = await loadProject(file);
if (!loaded.ok) throw new Error(loaded.failure.what);
const begun = await beginSession(recovery, { file }, { title: 'Crash', path: file, unsaved: false });
if (!begun.ok) throw new Error(begun.failure.what);
const session = begun.value;

let project = joinEntries(loaded.entries);
for (let n = 1; ; n++) {
  const operations: Operation[] = [
    {
      type: 'set',
      target: { of: 'front' },
      field: 'title',
      before: project.front.title,
      after: `Draft ${n}`,
    },
    {
      type: 'splice',
      text: { of: 'introduction' },
      index: project.introduction.length,
      removed: [],
      inserted: [
        { id: `word${n}`, type: 'paragraph', content: [{ text: `The ${n}. word about the lamp. 📚` }] },
      ],
    },
  ];
  project = applyOperations(project, operations);
  const appended = session.append(journalPieces(operations));
  if (n === Number(saveAt)) {
    const mark = session.mark();
    const saved = await saveProject({
      path: file,
      entries: projectEntries(project),
      binaries: loaded.binaries,
    });
    if (!saved.ok) throw new Error(saved.failure.what);
    const { written, stamp } = saved.value;
    await session.rebase({ file, mark, title: 'Saved', stamp, binaries: loaded.binaries, written });
  }
  await appended;
  process.stdout.write(`${n}\n`);
  if (n % 5 === 0) await setTimeout(1);
}
