/** A command's key as this system writes it: "Ctrl+Shift+S", "⇧⌘S". */
import { keysOf, type CommandId } from '../../core/ipc/commands.ts';
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
  const mac = app.get().platform === 'mac';
  const keys = keysOf(command, mac);
  if (keys === '') return '';
  return mac
    ? keys
        .split('+')
        .map((key) => MAC[key] ?? key)
        .join('')
    : keys
        .split('+')
        .map((key) => OTHER[key] ?? key)
        .join('+');
}
