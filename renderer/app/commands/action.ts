/** What a command does, and when it can be used. */
import { letterById, pointMap } from '../../../core/document/find.ts';
import type { Letter } from '../../../core/document/letter.ts';
import type { Point, Project } from '../../../core/document/project.ts';
import type { CommandId } from '../../../core/ipc/commands.ts';
import type { AppState, Dialog } from '../../state/store.ts';
import { app } from '../../state/store.ts';

/** What there is to act on. */
export interface Situation {
  readonly state: AppState;
  readonly project?: Project;
  /** The letter that is shown. */
  readonly letter?: Letter;
  /** The id of the passage that is selected. */
  readonly highlight?: string;
  /** The point that the writer is at. */
  readonly point?: Point;
  /** The id of the part that she is at, or that her point is in. */
  readonly section?: string;
}

export function situation(state: AppState): Situation {
  const { place, highlight } = state;
  const project = state.project ?? undefined;
  const letter = project && state.letter !== null ? letterById(project, state.letter) : undefined;
  const at = project && place?.kind === 'point' ? pointMap(project).get(place.id) : undefined;
  const section = place?.kind === 'section' ? place.id : at?.section.id;
  return {
    state,
    ...(project && { project }),
    ...(letter && { letter }),
    ...(highlight !== null && { highlight }),
    ...(at && { point: at.point }),
    ...(section !== undefined && { section }),
  };
}

type Needs = 'project' | 'letter' | 'highlight' | 'point' | 'section';
type Has<N extends Needs> = Situation & { readonly [K in N]-?: NonNullable<Situation[K]> };

export interface Action {
  readonly run: (situation: Situation) => unknown;
  readonly enabled: (situation: Situation) => boolean;
  /** For a command that is on or off. */
  readonly checked?: (situation: Situation) => boolean;
  /** Where the label isn't always the same. */
  readonly label?: (situation: Situation) => string | undefined;
}

interface Further<N extends Needs> extends Pick<Action, 'label'> {
  /** What must hold besides. */
  readonly when?: (situation: Has<N>) => boolean;
  readonly checked?: (situation: Has<N>) => boolean;
}

/** An action that can be used whenever there is what it needs. */
export function needing<N extends Needs>(
  needs: readonly N[],
  run: (situation: Has<N>) => unknown,
  { when, checked, label }: Further<N> = {},
): Action {
  const has = (situation: Situation): situation is Has<N> =>
    needs.every((name) => situation[name] !== undefined);
  return {
    run: (situation) => (has(situation) ? run(situation) : undefined),
    enabled: (situation) => has(situation) && (when?.(situation) ?? true),
    ...(checked && { checked: (situation: Situation) => has(situation) && checked(situation) }),
    ...(label && { label }),
  };
}

/** An action that can always be used. */
export function always(run: () => unknown, checked?: Action['checked']): Action {
  return { run, enabled: () => true, ...(checked && { checked }) };
}

export type Actions = Partial<Record<CommandId, Action>>;

export const open = (dialog: Dialog) => app.set({ dialog });
