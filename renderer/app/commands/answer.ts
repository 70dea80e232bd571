import { POINT_STATUSES } from '../../../core/document/project.ts';
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
import { needing, open, type Actions } from './action.ts';

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
  'title-page': needing(['project'], () => open({ kind: 'title-page' })),
  references: needing(['project'], () => open({ kind: 'works' })),
};
