/** Calls the commands; what each does is in commands/, by menu. */
import { isKeyHotkey } from 'is-hotkey';
import { COMMANDS, keysOf, type CommandId, type MenuState } from '../../core/ipc/commands.ts';
import { EDITOR_COMMANDS, runEditorCommand, type EditorCommand } from '../editor/editor-commands.ts';
import { bridge } from '../platform/bridge.ts';
import { app, type AppState } from '../state/store.ts';
import { situation, type Actions } from './commands/action.ts';
import { ANSWER } from './commands/answer.ts';
import { EDIT } from './commands/edit.ts';
import { FILE } from './commands/file.ts';
import { LETTER } from './commands/letter.ts';
import { OUTLINE } from './commands/outline.ts';
import { PASSAGE } from './commands/passage.ts';
import { REVIEW } from './commands/review.ts';
import { VIEW } from './commands/view.ts';

const ACTIONS: Actions = {
  ...FILE,
  ...EDIT,
  ...LETTER,
  ...PASSAGE,
  ...ANSWER,
  ...OUTLINE,
  ...REVIEW,
  ...VIEW,
};

const EDITOR: ReadonlySet<string> = new Set(EDITOR_COMMANDS);

export async function runCommand(id: CommandId): Promise<void> {
  if (EDITOR.has(id)) {
    runEditorCommand(id as EditorCommand);
    return;
  }
  const action = ACTIONS[id];
  if (action) await action.run(situation(app.get()));
  else await bridge.perform(id);
}

/** What the menu bar shows for the state of the window. */
export function menuState(state: AppState): MenuState {
  const at = situation(state);
  const disabled: CommandId[] = [];
  const checked: Partial<Record<CommandId, boolean>> = {};
  const labels: Partial<Record<CommandId, string>> = {};
  for (const [name, action] of Object.entries(ACTIONS)) {
    const id = name as CommandId;
    if (!action.enabled(at)) disabled.push(id);
    if (action.checked) checked[id] = action.checked(at);
    const label = action.label?.(at);
    if (label !== undefined) labels[id] = label;
  }
  return { disabled, checked, labels };
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
