/** What the writer does with the codes: how they're made, keeping those that were published, rounds of letters. */
import { en } from '../../core/messages/en.ts';
import { publishedCodes } from '../../core/derived/frozen.ts';
import { numbering } from '../../core/derived/numbering.ts';
import { pointMap } from '../../core/document/find.ts';
import type { NumberingSettings, Project, Section } from '../../core/document/project.ts';
import { addPoint, addSection, newPoint, newSection, set } from '../../core/operations/edits.ts';
import type { Operation } from '../../core/operations/operation.ts';
import { Steps } from '../../core/operations/steps.ts';
import { newId } from '../platform/ids.ts';
import { edit, undo } from './edit.ts';
import { say } from './messages.ts';
import { putCaret } from './navigation.ts';
import { setSetting } from './points.ts';
import { openProjectState, app } from './store.ts';

export function setNumbering(change: Partial<NumberingSettings>): void {
  const before = openProjectState().settings.numbering ?? { points: 'plain' };
  const made = { ...before, ...change };
  // Absent where they're empty: then the scheme's own patterns count.
  const entries = Object.entries(made).filter(([, value]) => value !== '');
  setSetting('numbering', Object.fromEntries(entries) as unknown as NumberingSettings);
}

/** The date of this computer's calendar, as ISO 8601. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

const freezing = (project: Project): readonly Operation[] =>
  set({ of: 'project' }, 'frozen', project.frozen, publishedCodes(project, today()));

/** Tells what was done, with a way back. */
const told = (text: string) =>
  say(text, { action: { label: en.numbering.takeBack, run: undo }, stays: true });

export function freezeCodes(): void {
  const project = openProjectState();
  edit(freezing(project), { label: en.edits.freeze });
  told(project.frozen ? en.numbering.frozenAgain : en.numbering.frozenNow);
}

export function unfreezeCodes(): void {
  const project = openProjectState();
  if (!project.frozen) return;
  const before = numbering(project).pointCodes;
  edit(set({ of: 'project' }, 'frozen', project.frozen, undefined), { label: en.edits.unfreeze });
  const after = numbering(openProjectState()).pointCodes;
  told(en.numbering.unfrozen([...after].filter(([id, code]) => before.get(id) !== code).length));
}

const roundOf = ({ sections }: Project) => Math.max(1, ...sections.map(({ round }) => round ?? 1));

/** A part for the next round, behind the numbered parts; the codes of the round before are kept. */
function beginning(steps: Steps): Section {
  const round = roundOf(steps.project) + 1;
  const section: Section = { ...newSection(newId(), en.numbering.roundTitle(round)), round };
  const at = steps.project.sections.findLastIndex(({ place }) => place !== 'back') + 1;
  steps.add(freezing).add((now) => addSection(now, section, at));
  return section;
}

export function beginRound(): void {
  const steps = new Steps(openProjectState());
  const section = beginning(steps);
  const place = { kind: 'section', id: section.id } as const;
  edit(steps.operations, { label: en.edits.round, after: { place, text: undefined } });
  app.set({ reveal: { place } });
  told(en.numbering.roundBegun(section.round ?? 2));
}

/** A point of the last round that goes on with an older one; the round is begun when there's none yet. */
export function continuePoint(id: string): void {
  const project = openProjectState();
  const old = pointMap(project).get(id);
  if (!old) return;
  const round = roundOf(project);
  const steps = new Steps(project);
  const known = round > 1 ? project.sections.findLast((section) => section.round === round) : undefined;
  if (known && old.section.id === known.id) return say(en.numbering.alreadyInRound(round));
  const section = known ?? beginning(steps);
  const point = { ...newPoint(newId()), title: old.point.title, continues: id };
  steps.add((now) => addPoint(now, section.id, point));
  const place = { kind: 'point', id: point.id } as const;
  edit(steps.operations, { label: en.edits.continuePoint, after: { place, text: undefined } });
  app.set({ reveal: { place } });
  putCaret({ of: 'answer', id: point.id });
}
