import { GROUPINGS } from '../../../core/operations/outline-arrange.ts';
import { beginRound, continuePoint, freezeCodes, unfreezeCodes } from '../../state/numbering.ts';
import {
  duplicateSelected,
  groupBy,
  mergeSelected,
  nestSelected,
  removeSelected,
  setMatter,
  sortByPlace,
  splitAtCaret,
  splitPlace,
} from '../../state/outline.ts';
import { foldAll } from '../../state/outline-view.ts';
import { leaveOutlineFilter, openOutlineFilter } from '../../state/point-filters.ts';
import { needing, open, type Actions, type Situation } from './action.ts';

/** A part isn't moved by the point in it: its own row, or several, must be chosen. */
const atPart = ({ state }: Situation) => state.place?.kind === 'section';

export const OUTLINE: Actions = {
  'outline-in': needing(['section'], () => nestSelected(1)),
  'outline-out': needing(['section'], () => nestSelected(-1)),
  'point-split': needing(['point'], () => {
    // With several quotations it is asked which of them go along.
    if ((splitPlace()?.quotations.length ?? 0) > 1) open({ kind: 'split-point' });
    else splitAtCaret([]);
  }),
  'outline-merge': needing(['section'], () => mergeSelected()),
  'outline-duplicate': needing(['section'], () => duplicateSelected()),
  'outline-move-to': needing(['section'], () => open({ kind: 'move-to' })),
  'outline-sort': needing(['project'], sortByPlace),
  ...Object.fromEntries(
    GROUPINGS.map((by) => [`outline-group-${by}`, needing(['project'], () => groupBy(by))]),
  ),
  'outline-remove': needing(['section'], () => removeSelected()),
  'outline-filter': needing(['project'], openOutlineFilter),
  'outline-show-all': needing(['project'], leaveOutlineFilter),
  'outline-fold': needing(['project'], ({ project }) =>
    foldAll(
      project.sections.map(({ id }) => id),
      true,
    ),
  ),
  'outline-unfold': needing(['project'], ({ project }) =>
    foldAll(
      project.sections.map(({ id }) => id),
      false,
    ),
  ),
  'matter-front': needing(['section'], () => setMatter('front'), { when: atPart }),
  'matter-part': needing(['section'], () => setMatter(undefined), { when: atPart }),
  'matter-back': needing(['section'], () => setMatter('back'), { when: atPart }),
  numbering: needing(['project'], () => open({ kind: 'numbering' })),
  'codes-freeze': needing(['project'], freezeCodes),
  'codes-unfreeze': needing(['project'], unfreezeCodes, {
    when: ({ project }) => project.frozen !== undefined,
  }),
  'round-begin': needing(['project'], beginRound),
  'point-continue': needing(['point'], ({ point }) => continuePoint(point.id)),
};
