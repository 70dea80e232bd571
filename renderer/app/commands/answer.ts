import { POINT_STATUSES } from '../../../core/document/project.ts';
import { beginMaster, toggleMaster } from '../../state/masters.ts';
import { stepToPoint } from '../../state/navigation.ts';
import {
  beginPoint,
  beginSection,
  deletePoint,
  deleteSection,
  setArrangement,
  setStatus,
  shiftPointBy,
  shiftSectionBy,
} from '../../state/points.ts';
import { openQuotationAtCaret, stepToQuotation } from '../../state/quotation-at.ts';
import { moveQuotation } from '../../state/passages.ts';
import {
  act,
  canAct,
  enterQuotation,
  QUOTE_ACTS,
  quotationMeant,
  restoreWhole,
  showWhole,
  toggleRunIn,
} from '../../state/quoted.ts';
import type { QuotationRef } from '../../../core/document/quotation.ts';
import { quotationAt } from '../../../core/anchoring/current-view.ts';
import { needing, open, type Action, type Actions } from './action.ts';

/** What is done to the quotation that the writer is in, or to the only one of her point. */
function ofQuotation(run: (ref: QuotationRef) => void): Action {
  return needing(
    ['point'],
    ({ point, state }) => {
      const ref = quotationMeant(point, state.quoted);
      if (ref) run(ref);
    },
    { when: ({ point, state }) => quotationMeant(point, state.quoted) !== undefined },
  );
}

export const ANSWER: Actions = {
  'point-new': needing(['project'], () => beginPoint()),
  'section-new': needing(['project'], () => beginSection()),
  'point-up': needing(['point'], ({ point }) => shiftPointBy(point.id, -1)),
  'point-down': needing(['point'], ({ point }) => shiftPointBy(point.id, 1)),
  'point-contrast': needing(
    ['point'],
    ({ point }) => setArrangement(point.id, point.arrangement === 'contrast' ? 'sequence' : 'contrast'),
    { checked: ({ point }) => point.arrangement === 'contrast' },
  ),
  ...Object.fromEntries(
    POINT_STATUSES.map((status) => [
      `status-${status}`,
      needing(['point'], ({ point }) => setStatus(point.id, status), {
        checked: ({ point }) => point.status === status,
      }),
    ]),
  ),
  'master-new': needing(['project'], () => beginMaster()),
  'master-make': needing(['point'], ({ point }) => toggleMaster(point.id), {
    checked: ({ point }) => point.master === true,
  }),
  'master-places': needing(['point'], ({ point }) => open({ kind: 'master-places', point: point.id }), {
    when: ({ point }) => point.master === true,
  }),
  'master-for-point': needing(['point'], ({ point }) =>
    open({ kind: 'answer-by', places: [{ kind: 'point', id: point.id }] }),
  ),
  'point-remove': needing(['point'], ({ point }) => deletePoint(point.id)),
  'section-up': needing(['section'], ({ section }) => shiftSectionBy(section, -1)),
  'section-down': needing(['section'], ({ section }) => shiftSectionBy(section, 1)),
  'section-remove': needing(['section'], ({ section }) => deleteSection(section)),
  'next-point': needing(['project'], () => stepToPoint(1)),
  'previous-point': needing(['project'], () => stepToPoint(-1)),
  quotations: needing(['project'], () => open({ kind: 'quotations' })),
  'next-quotation': needing(['project'], () => stepToQuotation(1)),
  'previous-quotation': needing(['project'], () => stepToQuotation(-1)),
  'quotation-choices': needing(['project'], openQuotationAtCaret),
  'quote-enter': needing(['point'], ({ point }) => enterQuotation(point), {
    when: ({ point }) => point.quotations.length > 0,
  }),
  ...Object.fromEntries(
    QUOTE_ACTS.map((what) => [
      `quote-${what}`,
      needing(['project'], () => act(what), { when: ({ state }) => canAct(what, state) }),
    ]),
  ),
  'quote-whole': ofQuotation(showWhole),
  'quote-restore-all': ofQuotation(restoreWhole),
  'quote-run-in': {
    ...ofQuotation(toggleRunIn),
    checked: ({ project, point, state }) => {
      const ref = point && quotationMeant(point, state.quoted);
      return project && ref ? quotationAt(project, ref)?.setting === 'run-in' : false;
    },
  },
  'quote-up': ofQuotation(({ point, quotation }) => moveQuotation(point, quotation, -1)),
  'quote-down': ofQuotation(({ point, quotation }) => moveQuotation(point, quotation, 1)),
  'source-line': needing(['project'], () => open({ kind: 'source-line' })),
  lists: needing(['project'], () => open({ kind: 'lists' })),
  'title-page': needing(['project'], () => open({ kind: 'title-page' })),
  references: needing(['project'], () => open({ kind: 'works' })),
};
