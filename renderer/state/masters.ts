/** What the writer does with master responses: answers that serve many places. */
import { en } from '../../core/messages/en.ts';
import { numbering } from '../../core/derived/numbering.ts';
import { highlightsByLetter, passagesWithin } from '../../core/derived/passages.ts';
import type { SentencePlace } from '../../core/derived/sentence-places.ts';
import { letterById, pointMap } from '../../core/document/find.ts';
import type { Highlight } from '../../core/document/letter.ts';
import type { Project } from '../../core/document/project.ts';
import { applyOperations } from '../../core/operations/apply.ts';
import { addHighlights, addPoint, addSection, newPoint, newSection } from '../../core/operations/edits.ts';
import { answerBy, setMaster, withdrawAnswer, type AnsweredPlace } from '../../core/operations/masters.ts';
import type { TextRange } from '../../core/text/canonical.ts';
import { newId } from '../platform/ids.ts';
import { edit } from './edit.ts';
import { say } from './messages.ts';
import { putCaret } from './navigation.ts';
import { passageAt } from './passages.ts';
import { passagesOfSentences } from './sentence-passages.ts';
import { app, openProjectState } from './store.ts';

export function toggleMaster(id: string): void {
  const project = openProjectState();
  const master = !pointMap(project).get(id)?.point.master;
  edit(setMaster(project, id, master), { label: master ? en.edits.makeMaster : en.edits.unmakeMaster });
}

/** What is to be answered elsewhere, and those passages of it that become passages only when they are. */
export interface ToAnswer {
  readonly places: readonly AnsweredPlace[];
  readonly made?: readonly Highlight[];
}

const passagePlaces = (highlights: readonly Highlight[]): readonly AnsweredPlace[] =>
  highlights.map(({ id }) => ({ kind: 'passage', id }));

/** Asks which answer they are answered by. */
export function askAnswer(asked: ToAnswer): void {
  if (asked.places.length === 0) return say(en.masters.nothingChosen);
  app.set({ dialog: { kind: 'answer-by', ...asked } });
}

/** Of selected words: the passages that they touch where these are several, else the words themselves. */
export function askAnswerOfWords(letterId: string, range: TextRange): void {
  const project = openProjectState();
  const letter = letterById(project, letterId);
  const own = highlightsByLetter(project.highlights).get(letterId) ?? [];
  const touched = letter ? passagesWithin(letter.blocks, own, range) : [];
  if (touched.length > 1) return askAnswer({ places: passagePlaces(touched) });
  const { highlight, operations } = passageAt(letterId, range);
  askAnswer({ places: passagePlaces([highlight]), ...(operations.length > 0 ? { made: [highlight] } : {}) });
}

/** Of sentences chosen from a list: what is highlighted of them and open, and the rest of them. */
export function askAnswerOfSentences(sentences: readonly SentencePlace[]): void {
  const { open, made } = passagesOfSentences(openProjectState(), sentences);
  askAnswer({ places: passagePlaces([...open, ...made]), made });
}

/**
 * A new master response behind those that there are, or in a part of its own before the others; the places, if any,
 * are answered by it.
 */
export function beginMaster({ places, made = [] }: ToAnswer = { places: [] }): void {
  const before = openProjectState();
  const highlighted = addHighlights(before, made);
  const project = applyOperations(before, highlighted);
  const point = { ...newPoint(newId()), master: true as const };
  const home = project.sections.findLast(({ points }) => points.some(({ master }) => master));
  const operations = home ? [] : addSection(project, newSection(newId(), en.masters.part), 0);
  let next = applyOperations(project, operations);
  const section = home?.id ?? next.sections[0]?.id ?? '';
  const last = home?.points.findLastIndex(({ master }) => master) ?? -1;
  const added = addPoint(next, section, point, last + 1);
  next = applyOperations(next, added);
  edit([...highlighted, ...operations, ...added, ...answerBy(next, places, point.id)], {
    label: en.edits.addMaster,
    after: { place: { kind: 'point', id: point.id }, text: undefined },
  });
  app.set({ reveal: { place: { kind: 'point', id: point.id } } });
  putCaret({ of: 'answer', id: point.id });
}

/** The places are answered by the point from now on; that is said, unless it is seen where it was asked for. */
export function answerPlacesBy({ places, made = [] }: ToAnswer, point: string, quietly = false): void {
  const before = openProjectState();
  const highlighted = addHighlights(before, made);
  const project = applyOperations(before, highlighted);
  const operations = [...highlighted, ...answerBy(project, places, point)];
  const code = numbering(project).pointCodes.get(point) ?? '';
  if (operations.length === 0) return say(en.masters.already(code));
  edit(operations, { label: en.edits.answerBy });
  if (!quietly) say(en.masters.answered(places.length, code));
}

export function withdraw(place: AnsweredPlace, point: string): void {
  edit(withdrawAnswer(openProjectState(), place, point), { label: en.edits.withdrawAnswer });
}

/** Master responses first, then the other points, each with its code and title. */
export function answersToChoose(project: Project) {
  const { pointCodes } = numbering(project);
  const points = [...pointMap(project).values()].map(({ point }) => ({
    id: point.id,
    master: point.master === true,
    code: pointCodes.get(point.id) ?? '',
    title: point.title,
  }));
  return [...points.filter(({ master }) => master), ...points.filter(({ master }) => !master)];
}
