import { useMemo } from 'react';
import { highlightStates } from '../../core/derived/usage.ts';
import { letterById, ownTexts } from '../../core/document/find.ts';
import { dictionaryOf } from '../../core/spelling/dictionaries.ts';
import type { Letter } from '../../core/document/letter.ts';
import type { RichText } from '../../core/text/block.ts';
import { blockText } from '../../core/text/canonical.ts';
import { en } from '../../core/messages/en.ts';
import { QuotationsToLookAt } from '../features/quotations/to-look-at.tsx';
import { useCoverage } from '../state/coverage.ts';
import { useSettled } from '../state/settled.ts';
import { app, useApp } from '../state/store.ts';

const counted = new WeakMap<RichText, number>();

/** Words of a text as Intl.Segmenter parts them; counted once for each value of the text. */
function words(text: RichText, segmenter: Intl.Segmenter): number {
  let count = counted.get(text);
  if (count === undefined) {
    count = 0;
    for (const block of text)
      for (const part of segmenter.segment(blockText(block))) if (part.isWordLike) count++;
    counted.set(text, count);
  }
  return count;
}

function CoverageOf({ letter }: { letter: Letter }) {
  const covered = useCoverage(letter);
  return covered ? <span>{en.status.coverage(letter.code, covered.percent)}</span> : null;
}

export function StatusBar() {
  const project = useSettled((state) => state.project);
  const letterId = useApp((state) => state.letter);
  const language = project?.settings.language ?? 'en';
  const segmenter = useMemo(() => new Intl.Segmenter(language, { granularity: 'word' }), [language]);
  if (!project) return <footer className="status-bar" />;
  const letter = letterId ? letterById(project, letterId) : undefined;
  const total = ownTexts(project).reduce((sum, { text }) => sum + words(text, segmenter), 0);
  const points = project.sections.reduce((sum, section) => sum + section.points.length, 0);
  const open = [...highlightStates(project).values()].filter((state) => state === 'open').length;
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
  return (
    <footer className="status-bar">
      <span>{en.status.words(total)}</span>
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
