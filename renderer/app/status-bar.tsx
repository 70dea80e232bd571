import { highlightStates } from '../../core/derived/usage.ts';
import { wordCounts } from '../../core/derived/word-count.ts';
import { letterById } from '../../core/document/find.ts';
import { dictionaryOf } from '../../core/spelling/dictionaries.ts';
import type { Letter } from '../../core/document/letter.ts';
import { en } from '../../core/messages/en.ts';
import { QuotationsToLookAt } from '../features/quotations/to-look-at.tsx';
import { useCoverage } from '../state/coverage.ts';
import { useSettled } from '../state/settled.ts';
import { app, useApp } from '../state/store.ts';
import { LengthBar } from '../ui/length-bar.tsx';

function CoverageOf({ letter }: { letter: Letter }) {
  const covered = useCoverage(letter);
  return covered ? <span>{en.status.coverage(letter.code, covered.percent)}</span> : null;
}

export function StatusBar() {
  const project = useSettled((state) => state.project);
  const letterId = useApp((state) => state.letter);
  const language = project?.settings.language ?? 'en';
  if (!project) return <footer className="status-bar" />;
  const letter = letterId ? letterById(project, letterId) : undefined;
  const total = wordCounts(project).whole;
  const { target } = project.settings;
  const points = project.sections.reduce((sum, section) => sum + section.points.length, 0);
  const open = [...highlightStates(project).values()].filter((state) => state === 'open').length;
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
  return (
    <footer className="status-bar">
      <button
        type="button"
        className="status-words"
        title={en.review.lengths.progress}
        onClick={() => app.set({ dialog: { kind: 'whole-target' } })}
      >
        {target === undefined ? en.status.words(total) : <LengthBar words={total} target={target} />}
      </button>
      <span>{en.status.points(points)}</span>
      {letter && <CoverageOf letter={letter} />}
      {project.highlights.length > 0 && <span>{en.status.open(open)}</span>}
      <QuotationsToLookAt />
      <button type="button" className="language" onClick={() => app.set({ dialog: { kind: 'spelling' } })}>
        {dictionaryOf(language) === undefined ? en.spelling.unchecked(name) : name}
      </button>
    </footer>
  );
}
