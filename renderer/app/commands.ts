/** What each command does, and which key calls it. */
import { isKeyHotkey } from 'is-hotkey';
import {
  CATEGORY_COMMANDS as CATEGORIES,
  COMMANDS,
  keysOf,
  type CommandId,
} from '../../core/ipc/commands.ts';
import { pointMap } from '../../core/document/find.ts';
import { en } from '../../core/messages/en.ts';
import { EDITOR_COMMANDS, runEditorCommand, type EditorCommand } from '../editor/editor-commands.ts';
import { bridge } from '../platform/bridge.ts';
import { chooseLetters } from '../platform/chosen-files.ts';
import { LARGEST_TEXT, SMALLEST_TEXT } from '../platform/layout.ts';
import { redo, undo } from '../state/edit.ts';
import { openFind, stepFromAnywhere } from '../state/find.ts';
import { closeWindow, exportProject, newProject, openProject, openSample, save } from '../state/files.ts';
import { takeClipboard, takeFiles } from '../state/import-letters.ts';
import { takeDraftFromClipboard, takeDraftFromFile } from '../state/draft.ts';
import { reviewVersionFromClipboard, reviewVersionFromFile } from '../state/letter-desk.ts';
import { deleteLetter } from '../state/letters.ts';
import { say } from '../state/messages.ts';
import { importAnnotations } from '../state/annotations.ts';
import { openMisspellingAtCaret, stepToMisspelling } from '../state/misspelling.ts';
import { openQuotationAtCaret, stepToQuotation } from '../state/quotation-at.ts';
import { takeMoreFrom, takeWholePage } from '../state/originals.ts';
import { askPassageAct } from '../state/passage-requests.ts';
import { removePassage } from '../state/passages.ts';
import { goAcross, showPane, stepToOpen, stepToPoint } from '../state/navigation.ts';
import {
  beginPoint,
  beginSection,
  deletePoint,
  deleteSection,
  setArrangement,
  setStatus,
  shiftPointBy,
  shiftSectionBy,
} from '../state/points.ts';
import { app, type Dialog, type PaneId } from '../state/store.ts';
import { focusPane, paneOfFocus, stepPane } from './panes.ts';
import { selectedWords } from './selected-words.ts';

const EDITOR: ReadonlySet<string> = new Set(EDITOR_COMMANDS);

const open = (dialog: Dialog) => app.set({ dialog });

const togglePane = (pane: PaneId) => showPane(pane, !app.get().panes[pane]);

function textSize(change: (size: number) => number): void {
  app.set({ textSize: Math.min(LARGEST_TEXT, Math.max(SMALLEST_TEXT, change(app.get().textSize))) });
}

export async function runCommand(id: CommandId): Promise<void> {
  if (EDITOR.has(id)) {
    runEditorCommand(id as EditorCommand);
    return;
  }
  const { project, letter, place, highlight } = app.get();
  const pointPlace = place?.kind === 'point' && project ? pointMap(project).get(place.id) : undefined;
  const point = pointPlace?.point;
  const section = place?.kind === 'section' ? place.id : pointPlace?.section.id;
  switch (id) {
    case 'new-project':
      return newProject();
    case 'open-project':
      return openProject();
    case 'open-sample':
      return openSample();
    case 'save':
      if (project) await save('same');
      return;
    case 'save-as':
      if (project) await save('new-name');
      return;
    case 'export-html':
      return project ? exportProject('html') : undefined;
    case 'export-pdf':
      return project ? exportProject('pdf') : undefined;
    case 'export-markdown':
      return project ? exportProject('markdown') : undefined;
    case 'close-window':
      return closeWindow();
    case 'undo':
      return undo();
    case 'redo':
      return redo();
    case 'find':
      return open({ kind: 'palette' });
    case 'find-text':
    case 'replace-text':
      return project ? openFind(id === 'replace-text', selectedWords()) : undefined;
    case 'find-next':
    case 'find-previous':
      return project ? stepFromAnywhere(id === 'find-next' ? 1 : -1, selectedWords()) : undefined;
    case 'next-misspelling':
      return stepToMisspelling(1);
    case 'previous-misspelling':
      return stepToMisspelling(-1);
    case 'spelling-choices':
      return project ? openMisspellingAtCaret() : undefined;
    case 'spelling':
      return open({ kind: 'spelling' });
    case 'letter-paste':
      return takeClipboard(await bridge.readClipboard());
    case 'letter-open':
      return takeFiles(await chooseLetters());
    case 'letter-details':
      return letter ? open({ kind: 'letter-details', letter }) : undefined;
    case 'letter-correct':
      return letter ? app.set({ correcting: app.get().correcting === letter ? null : letter }) : undefined;
    case 'letter-original':
      return letter ? open({ kind: 'original', letter }) : undefined;
    case 'letter-report':
      return letter ? open({ kind: 'notices', letter }) : undefined;
    case 'letter-parts':
      return letter ? takeMoreFrom(letter) : undefined;
    case 'letter-whole-page':
      return letter ? takeWholePage(letter) : undefined;
    case 'version-file':
      return letter ? reviewVersionFromFile(letter) : undefined;
    case 'version-clipboard':
      return letter ? reviewVersionFromClipboard(letter) : undefined;
    case 'letter-split':
      return letter ? open({ kind: 'split', letter }) : undefined;
    case 'letter-join':
      return letter ? open({ kind: 'join', letter }) : undefined;
    case 'draft-file':
      return project ? takeDraftFromFile() : undefined;
    case 'draft-clipboard':
      return project ? takeDraftFromClipboard() : undefined;
    case 'annotations-import':
      return letter ? importAnnotations(letter) : undefined;
    case 'annotations-export':
      return project ? open({ kind: 'export-annotations' }) : undefined;
    case 'letter-remove':
      return letter ? deleteLetter(letter) : undefined;
    case 'next-open':
    case 'previous-open':
      if (!project) return;
      return stepToOpen(id === 'next-open' ? 1 : -1) ? focusPane('letter') : say(en.letter.noNextOpen);
    case 'passage-answer':
      return askPassageAct({ kind: 'answer' });
    case 'passage-quote':
      return askPassageAct({ kind: 'quote' });
    case 'passage-note':
      return askPassageAct({ kind: 'note' });
    case 'passage-waive':
      return askPassageAct({ kind: 'waive' });
    case 'category-1':
    case 'category-2':
    case 'category-3':
    case 'category-4':
    case 'category-5':
    case 'category-6': {
      const category = project?.categories[CATEGORIES.indexOf(id)];
      return category && askPassageAct({ kind: 'category', category: category.id });
    }
    case 'passage-remove':
      return highlight ? removePassage(highlight) : undefined;
    case 'go-across':
      // The answer takes the focus with its caret.
      if (goAcross(paneOfFocus() === 'answer' ? 'answer' : 'letter') === 'letter') focusPane('letter');
      return;
    case 'point-new':
      return project ? beginPoint() : undefined;
    case 'section-new':
      return project ? beginSection() : undefined;
    case 'point-up':
      return point ? shiftPointBy(point.id, -1) : undefined;
    case 'point-down':
      return point ? shiftPointBy(point.id, 1) : undefined;
    case 'point-contrast':
      return point
        ? setArrangement(point.id, point.arrangement === 'contrast' ? 'sequence' : 'contrast')
        : undefined;
    case 'status-draft':
      return point ? setStatus(point.id, 'draft') : undefined;
    case 'status-reviewed':
      return point ? setStatus(point.id, 'reviewed') : undefined;
    case 'status-final':
      return point ? setStatus(point.id, 'final') : undefined;
    case 'point-remove':
      return point ? deletePoint(point.id) : undefined;
    case 'section-up':
      return section === undefined ? undefined : shiftSectionBy(section, -1);
    case 'section-down':
      return section === undefined ? undefined : shiftSectionBy(section, 1);
    case 'section-remove':
      return section === undefined ? undefined : deleteSection(section);
    case 'next-point':
      return stepToPoint(1);
    case 'previous-point':
      return stepToPoint(-1);
    case 'quotations':
      return project ? open({ kind: 'quotations' }) : undefined;
    case 'next-quotation':
      return stepToQuotation(1);
    case 'previous-quotation':
      return stepToQuotation(-1);
    case 'quotation-choices':
      return project ? openQuotationAtCaret() : undefined;
    case 'title-page':
      return project ? open({ kind: 'title-page' }) : undefined;
    case 'references':
      return project ? open({ kind: 'works' }) : undefined;
    case 'categories':
      return project ? open({ kind: 'categories' }) : undefined;
    case 'show-outline':
      return togglePane('outline');
    case 'show-letter':
      return togglePane('letter');
    case 'show-answer':
      return togglePane('answer');
    case 'show-preview':
      return togglePane('preview');
    case 'text-larger':
      return textSize((size) => size + 1);
    case 'text-smaller':
      return textSize((size) => size - 1);
    case 'text-normal':
      return textSize(() => 17);
    case 'next-pane':
      return stepPane(1);
    case 'previous-pane':
      return stepPane(-1);
    case 'keys':
      return open({ kind: 'keys' });
    case 'about':
      return open({ kind: 'about' });
    default:
      return bridge.perform(id);
  }
}

/** Keys that the runtime or a focused text handles itself. */
const NATIVE: ReadonlySet<CommandId> = new Set([
  'cut',
  'copy',
  'paste',
  'paste-plain',
  'select-all',
  'quit',
  'full-screen',
]);

const isMac = navigator.platform.startsWith('Mac');
const hotkeys = (Object.keys(COMMANDS) as CommandId[])
  .map((id) => ({ id, keys: keysOf(id, isMac) }))
  .filter(({ id, keys }) => keys !== '' && !NATIVE.has(id))
  .map(({ id, keys }) => ({ id, matches: isKeyHotkey(keys.toLowerCase()) }));

/** The command of a key press; undefined when it is no command's key. */
export function commandOfKey(event: KeyboardEvent): CommandId | undefined {
  if (event.isComposing) return undefined;
  if (event.key === '?' && !(event.target as Element).closest?.('input, textarea, [contenteditable]'))
    return 'keys';
  return hotkeys.find(({ matches }) => matches(event))?.id;
}
