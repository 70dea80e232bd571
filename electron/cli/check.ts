/** `check`: whether a project is whole, quotes rightly, refers to what is there, and answers everything. */
import { coverage } from '../../core/derived/coverage.ts';
import { findings, findingSentence } from '../../core/derived/findings.ts';
import { describeProblem } from '../../core/storage/messages.ts';
import { readProject } from './files.ts';
import { json, type ExitStatus, type Terminal } from './terminal.ts';

export interface CheckOptions {
  readonly project: string;
  readonly json: boolean;
}

export async function check(options: CheckOptions, terminal: Terminal): Promise<ExitStatus> {
  const { project, problems, state } = await readProject(options.project);
  const found = findings(project);
  const covered = project.letters.map((letter) => {
    const { answeredPercent, totals } = coverage(project, letter);
    return { letter: letter.code, title: letter.item.title ?? '', answeredPercent, units: totals };
  });
  if (options.json) {
    terminal.write(
      json({
        state,
        problems: problems.map((problem) => ({ ...problem, message: describeProblem(problem) })),
        findings: found.map((finding) => ({ ...finding, message: findingSentence(project, finding) })),
        coverage: covered,
      }),
    );
  } else {
    const lines = [
      ...problems.map(describeProblem),
      ...found.map((finding) => findingSentence(project, finding)),
      ...covered.map(
        ({ letter, title, answeredPercent }) => `${letter} ${title}: ${answeredPercent} % answered`,
      ),
    ];
    terminal.write(`${lines.join('\n')}\n`);
  }
  const count = problems.length + found.length;
  if (count > 0) terminal.say(`${options.project}: ${count === 1 ? 'one finding' : `${count} findings`}.`);
  return count > 0 ? 1 : 0;
}
