/** Going to what is left and waiving it, as the window does, without a window. */
import { beforeEach, describe, expect, it, vi } from 'vitest';

vi.hoisted(() => {
  vi.stubGlobal('window', { pamphleteer: { journal: () => Promise.resolve() } });
  vi.stubGlobal('innerWidth', 1280);
  vi.stubGlobal('requestAnimationFrame', () => 0);
});

import { coverage } from '../../../core/derived/coverage.ts';
import { coverageRows } from '../../../core/derived/coverage-rows.ts';
import type { SentencePlace } from '../../../core/derived/sentence-places.ts';
import { showBeside, closeHalf, stepCategory, stepPointPassage } from '../../../renderer/state/beside.ts';
import { undo } from '../../../renderer/state/edit.ts';
import { stepToLeft } from '../../../renderer/state/left-over.ts';
import { highlightRange, waivePassage } from '../../../renderer/state/passages.ts';
import { app, openProjectState, showProject } from '../../../renderer/state/store.ts';
import { waiveSentences } from '../../../renderer/state/waive.ts';
import {
  highlight,
  letter,
  paragraphs,
  point,
  project,
  rangeOf,
  section,
} from '../../core/derived/quillhaven.ts';

const council = letter(
  'l1',
  'A1',
  paragraphs('b', 'Dear Sir,', '* * *', 'The roof leaks. Who pays for it?', 'Sell the old house.'),
);
const comment = letter('l2', 'A2', paragraphs('c', 'Nobody counted me. Nobody ever will.'));
const pays = highlight('h1', council, [rangeOf(council.blocks, 'Who pays')], { category: 'category-2' });
const counted = highlight('h2', comment, [rangeOf(comment.blocks, 'Nobody counted me')], {
  category: 'category-2',
});

beforeEach(() => {
  const of = project({
    letters: [council, comment],
    highlights: [pays, counted],
    sections: [section('s', [point('p', ['h2', 'h1'], [])])],
  });
  app.set({ project: null });
  showProject({ project: of, unsaved: false });
});

const left = (): readonly SentencePlace[] => {
  const now = openProjectState();
  const rows = coverageRows(now, now.letters, { states: ['untouched', 'open'] });
  return Array.from({ length: rows.count }, (_, i) => rows.at(i)).filter((place) => place !== undefined);
};
const percents = () => openProjectState().letters.map((of) => coverage(openProjectState(), of).percent);

describe('waiving sentences', () => {
  it('makes one passage of sentences side by side, waives open ones, and is undone in one step', () => {
    const before = openProjectState();
    expect(left()).toHaveLength(6);
    waiveSentences(left(), 'Not to the point.');
    expect(percents()).toEqual([100, 100]);
    const quotes = openProjectState().highlights.map(({ quote, waived }) => [quote, waived?.reason]);
    expect(quotes.map(([, reason]) => reason)).toEqual(Array(5).fill('Not to the point.'));
    expect(quotes.slice(2).map(([quote]) => quote)).toEqual([
      'Dear Sir,\n* * *\nThe roof leaks.',
      'Sell the old house.',
      'Nobody ever will.',
    ]);
    undo();
    expect(openProjectState()).toEqual(before);
  });
});

describe('going to what is left', () => {
  it('selects words or the open passage, through both letters, until nothing is left', () => {
    const seen: string[] = [];
    for (; seen.length < 20 && stepToLeft(1);) {
      const { words, highlight: passage, letter: shown, reveal } = app.get();
      expect(reveal?.letter).toMatchObject({ id: shown, focus: true });
      const id = words ? highlightRange(words.letter, words.range) : passage!;
      seen.push(openProjectState().highlights.find((each) => each.id === id)?.quote || id);
      waivePassage(id, 'Let it stand.');
      app.set({ words: null, highlight: null });
    }
    expect(seen).toEqual([
      'Dear Sir,',
      'The roof leaks.',
      'h1',
      'Sell the old house.',
      'h2',
      'Nobody ever will.',
    ]);
    expect(percents()).toEqual([100, 100]);
  });

  it('goes on from where the writer was, and backwards', () => {
    stepToLeft(1);
    stepToLeft(1);
    expect(app.get().words?.range.start).toEqual({ block: 'b3', offset: 0 });
    stepToLeft(-1);
    stepToLeft(-1);
    expect(app.get()).toMatchObject({ letter: 'l2', words: { range: { start: { block: 'c1' } } } });
  });
});

describe('letters beside each other', () => {
  it('stay in their places whichever is in use, and either is closed', () => {
    showBeside('l2');
    expect(app.get()).toMatchObject({ letter: 'l1', beside: 'l2', besideFirst: false });
    app.set({ letter: 'l2' });
    expect(app.get()).toMatchObject({ letter: 'l2', beside: 'l1', besideFirst: true });
    app.set({ letter: 'l1' });
    expect(app.get()).toMatchObject({ letter: 'l1', beside: 'l2', besideFirst: false });
    closeHalf('l1');
    expect(app.get()).toMatchObject({ letter: 'l2', beside: null });
  });

  it('are gone between by category and by point', () => {
    expect(stepCategory(1)).toBe('from-nothing');
    expect(stepPointPassage(1)).toBe('from-nothing');
    showBeside('l2');
    app.set({ highlight: 'h1', place: { kind: 'point', id: 'p' } });
    expect(stepCategory(1)).toBe('gone');
    expect(app.get()).toMatchObject({ highlight: 'h2', letter: 'l2', beside: 'l1', besideFirst: true });
    expect(stepCategory(1)).toBe('gone');
    expect(app.get().highlight).toBe('h1');
    expect(stepPointPassage(-1)).toBe('gone');
    expect(app.get().highlight).toBe('h2');
  });
});
