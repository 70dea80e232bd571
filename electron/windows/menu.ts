/** The menu bar, made from the list of commands and what the window says of its state. */
import { app, Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron';
import { keysOf, MENUS, type CommandId, type MenuState } from '../../core/ipc/commands.ts';
import type { MenuEntry } from '../../core/ipc/commands/menu.ts';
import { en } from '../../core/messages/en.ts';
import type { RecentFile } from '../files/recent.ts';
import { send } from '../ipc/send.ts';

/** What the runtime does by itself, in whatever text has the focus. */
const ROLES: Partial<Record<CommandId, MenuItemConstructorOptions['role']>> = {
  cut: 'cut',
  copy: 'copy',
  paste: 'paste',
  'paste-plain': 'pasteAndMatchStyle',
  'select-all': 'selectAll',
  'full-screen': 'togglefullscreen',
};

const EMPTY: MenuState = { disabled: [], checked: {}, labels: {} };

/** Electron's words for keys. */
function accelerator(id: CommandId): string | undefined {
  const keys = keysOf(id, process.platform === 'darwin');
  return keys === '' ? undefined : keys.replace('Mod', 'CmdOrCtrl').replace('Enter', 'Return');
}

export function buildMenu(
  window: BrowserWindow,
  state: MenuState = EMPTY,
  recent: readonly RecentFile[] = [],
): Menu {
  const item = (id: CommandId): MenuItemConstructorOptions => {
    const role = ROLES[id];
    const checked = state.checked[id];
    return {
      id,
      label: state.labels[id] ?? en.commands[id],
      accelerator: accelerator(id),
      // The window handles the keys itself, so that what has the focus is asked first.
      registerAccelerator: role !== undefined || process.platform === 'darwin',
      ...(role ? { role } : { click: () => (id === 'quit' ? app.quit() : send(window, 'command', id)) }),
      enabled: role !== undefined || !state.disabled.includes(id),
      ...(checked === undefined ? {} : { type: 'checkbox', checked }),
    };
  };
  const recents = (): MenuItemConstructorOptions => ({
    label: en.recent,
    submenu:
      recent.length === 0
        ? [{ label: en.noRecent, enabled: false }]
        : recent.map(({ id, name }) => ({ label: name, click: () => send(window, 'openRecent', id) })),
  });
  const entry = (of: MenuEntry<CommandId>): MenuItemConstructorOptions => {
    if (of === '-') return { type: 'separator' };
    if (of === 'recent') return recents();
    if (typeof of === 'object') return { label: en.submenus[of.submenu], submenu: of.items.map(entry) };
    return item(of);
  };
  const template = MENUS.map(({ name, items }): MenuItemConstructorOptions => ({
    label: en.menus[name],
    submenu: items.map(entry),
  }));
  if (process.platform === 'darwin') template.unshift({ role: 'appMenu' });
  return Menu.buildFromTemplate(template);
}
