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

const isMac = (): boolean => app.get().platform === 'mac';

/** A single key: "Ctrl", "⌘". */
export const keyName = (key: string): string => (isMac() ? MAC : OTHER)[key] ?? key;

export function keyText(command: CommandId): string {
  return keysOf(command, isMac())
    .split('+')
    .map(keyName)
    .join(isMac() ? '' : '+');
}
