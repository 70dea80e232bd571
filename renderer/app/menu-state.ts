/** What the menu bar shows for the state of the window. */
import { CATEGORY_COMMANDS, type CommandId, type MenuState } from '../../core/ipc/commands.ts';
import { letterById, pointMap } from '../../core/document/find.ts';
import { en } from '../../core/messages/en.ts';
import { isMainTextOnly } from '../state/originals.ts';
import type { AppState } from '../state/store.ts';

const WITHOUT_PROJECT: readonly CommandId[] = [
  'save',
  'save-as',
  'export-html',
  'export-pdf',
  'export-markdown',
  'point-new',
  'section-new',
  'title-page',
  'references',
  'categories',
  'next-point',
  'previous-point',
  'quotations',
  'next-quotation',
  'previous-quotation',
  'quotation-choices',
  'find-text',
  'find-next',
  'find-previous',
  'replace-text',
  'next-misspelling',
  'previous-misspelling',
  'spelling-choices',
  'annotations-export',
  'draft-file',
  'draft-clipboard',
];
const WITHOUT_LETTER: readonly CommandId[] = [
  'letter-details',
  'letter-correct',
  'letter-original',
  'letter-report',
  'letter-parts',
  'version-file',
  'version-clipboard',
  'letter-split',
  'annotations-import',
  'letter-remove',
  'next-open',
  'previous-open',
  'passage-answer',
  'passage-quote',
  'passage-note',
  'passage-waive',
  ...CATEGORY_COMMANDS,
];
/** Characters of a name that a menu shows. */
const LABEL = 60;

const WITHOUT_PART: readonly CommandId[] = ['section-up', 'section-down', 'section-remove'];
const WITHOUT_POINT: readonly CommandId[] = [
  'point-up',
  'point-down',
  'point-contrast',
  'status-draft',
  'status-reviewed',
  'status-final',
  'point-remove',
];

export function menuState({
  project,
  history,
  letter,
  place,
  highlight,
  panes,
  correcting,
}: AppState): MenuState {
  const undone = history.past.at(-1)?.label;
  const redone = history.future[0]?.label;
  const pointPlace = place?.kind === 'point' && project ? pointMap(project).get(place.id) : undefined;
  const point = pointPlace?.point;
  const disabled: CommandId[] = [];
  if (!project) disabled.push(...WITHOUT_PROJECT);
  if (!letter) disabled.push(...WITHOUT_LETTER);
  if (!project || project.letters.length < 2) disabled.push('letter-join');
  if (!point) disabled.push(...WITHOUT_POINT);
  if (!pointPlace && place?.kind !== 'section') disabled.push(...WITHOUT_PART);
  const shown = project && letter ? letterById(project, letter) : undefined;
  if (!shown || !isMainTextOnly(shown)) disabled.push('letter-whole-page');
  if (!highlight) disabled.push('passage-remove');
  if (undone === undefined) disabled.push('undo');
  if (redone === undefined) disabled.push('redo');
  const checked: CommandId[] = [];
  if (panes.outline) checked.push('show-outline');
  if (panes.letter) checked.push('show-letter');
  if (panes.answer) checked.push('show-answer');
  if (panes.preview) checked.push('show-preview');
  if (correcting !== null && correcting === letter) checked.push('letter-correct');
  if (point?.arrangement === 'contrast') checked.push('point-contrast');
  if (point) checked.push(`status-${point.status}`);
  const categories = CATEGORY_COMMANDS.map((id, i) => [id, project?.categories[i]] as const);
  return {
    disabled,
    checked,
    labels: {
      ...Object.fromEntries(
        categories.flatMap(([id, category]) =>
          category ? [[id, en.selectionBar.category(category.name.slice(0, LABEL))]] : [],
        ),
      ),
      ...(undone === undefined ? {} : { undo: en.undoOf(undone) }),
      ...(redone === undefined ? {} : { redo: en.redoOf(redone) }),
    },
  };
}
