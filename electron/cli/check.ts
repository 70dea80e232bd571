/** `check`: whether a project is whole, quotes rightly, refers to what is there, and answers everything. */
import { differenceText } from '../../core/anchoring/nearest.ts';
import { coverage } from '../../core/derived/coverage.ts';
import { findingSentence } from '../../core/derived/findings/finding-words.ts';
import type { Finding } from '../../core/derived/findings/finding.ts';
import { findings } from '../../core/derived/findings/findings.ts';
import { verbatim } from '../../core/derived/verbatim.ts';
import type { Project } from '../../core/document/project.ts';
import { en } from '../../core/messages/en.ts';
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
    const { percent, totals, partly } = coverage(project, letter);
    return {
      letter: letter.code,
      title: letter.item.title ?? '',
      percent,
      sentences: { ...totals, partlyUntouched: partly },
    };
  });
  if (options.json) {
    terminal.write(
      json({
        state,
        problems: problems.map((problem) => ({ ...problem, message: describeProblem(problem) })),
        findings: found.map((finding) => ({ ...finding, message: findingSentence(project, finding) })),
        quotations: counts(project),
        coverage: covered,
      }),
    );
  } else {
    const lines = [
      ...problems.map(describeProblem),
      ...found.flatMap((finding) => [findingSentence(project, finding), ...details(finding)]),
      ...covered.map(({ letter, title, percent, sentences: { answered, waived, open, untouched } }) =>
        en.coverage.letterLine(letter, title, percent, { answered, waived, open, untouched }),
      ),
    ];
    terminal.write(`${lines.join('\n')}\n`);
  }
  const count = problems.length + found.length;
  if (count > 0) terminal.say(`${options.project}: ${count === 1 ? 'one finding' : `${count} findings`}.`);
  // A work may well have no author: what is minor is told, and doesn't fail the check.
  const fails = problems.length > 0 || found.some(({ weight }) => weight !== 'minor');
  return fails ? 1 : 0;
}

/** Where exactly a typed quotation stands, and how it differs from the letter. */
function details(finding: Finding): readonly string[] {
  if (finding.kind !== 'quotation-differs' && finding.kind !== 'quotation-not-found') return [];
  const note = finding.note === undefined ? '' : `, note ${finding.note}`;
  const where = `  at: block ${finding.block}${note}, characters ${finding.from} to ${finding.to}`;
  if (finding.kind === 'quotation-not-found') return [where];
  const { letter, nearest, difference } = finding;
  return [where, `  nearest in ${letter}: “${nearest}”`, `  difference: ${differenceText(difference)}`];
}

/** All quotations of the project, those shown from letters and those typed, by how they compare. */
function counts(project: Project) {
  const all = verbatim(project);
  const of = (verdict: string) => all.filter((each) => each.verdict === verdict && !each.accepted).length;
  return {
    exact: of('exact'),
    typographic: of('typographic'),
    differs: of('differs'),
    notFound: of('not-found'),
    accepted: all.filter((each) => each.accepted).length,
  };
}
