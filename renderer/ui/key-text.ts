/** A command's key as this system writes it: "Ctrl+Shift+S", "⇧⌘S". */
import { COMMANDS, type CommandId } from '../../core/ipc/commands.ts';
import { app } from '../state/store.ts';

const MAC: Record<string, string> = {
  Mod: '⌘',
  Shift: '⇧',
  Alt: '⌥',
  Enter: '↩',
  Backspace: '⌫',
  Up: '↑',
  Down: '↓',
};
const OTHER: Record<string, string> = { Mod: 'Ctrl', Up: '↑', Down: '↓' };

export function keyText(command: CommandId): string {
  const keys = COMMANDS[command];
  if (keys === '') return '';
  return app.get().platform === 'mac'
    ? keys
        .split('+')
        .map((key) => MAC[key] ?? key)
        .join('')
    : keys
        .split('+')
        .map((key) => OTHER[key] ?? key)
        .join('+');
}
