/** The menu bar of the first window as the system has it. */
import { inMain } from './in-main.ts';
import { expect, type ElectronApplication } from '@playwright/test';
import type { CommandId } from '../../../core/ipc/commands.ts';

export interface Item {
  readonly id: string;
  readonly label: string;
  readonly accelerator: string | undefined;
  readonly enabled: boolean;
  readonly checked: boolean;
  readonly type: string;
  readonly items: readonly Item[];
}

interface Kept {
  menu?: Electron.Menu;
}

/** Remembers the menus that the window is given: Electron itself doesn't tell them. */
export async function watchMenu(app: ElectronApplication): Promise<void> {
  await inMain(app)(({ BrowserWindow }) => {
    const kept = globalThis as Kept;
    const window = BrowserWindow.getAllWindows()[0]!;
    const setMenu = window.setMenu.bind(window);
    window.setMenu = (menu) => {
      kept.menu = menu ?? undefined;
      setMenu(menu);
    };
    window.emit('focus');
  });
}

export function readMenu(app: ElectronApplication): Promise<readonly Item[]> {
  return inMain(app)(() => {
    const read = (menu: Electron.Menu | undefined): Item[] =>
      (menu?.items ?? []).map(({ id, label, accelerator, enabled, checked, type, submenu }) => ({
        id,
        label,
        accelerator: accelerator === undefined ? undefined : String(accelerator),
        enabled,
        checked,
        type,
        items: read(submenu),
      }));
    return read((globalThis as Kept).menu);
  });
}

/** The items of the menus and of the menus in them. */
export function everyItem(items: readonly Item[]): readonly Item[] {
  return items.flatMap((item) => [item, ...everyItem(item.items)]);
}

export async function menuItem(app: ElectronApplication, id: CommandId): Promise<Item | undefined> {
  const all = (items: readonly Item[]): readonly Item[] =>
    items.flatMap((item) => [item, ...all(item.items)]);
  return all(await readMenu(app)).find((item) => item.id === id);
}

/** Clicks a command as soon as it can be used: the menu follows the window a moment later. */
export async function clickMenu(app: ElectronApplication, id: CommandId): Promise<void> {
  await expect.poll(async () => (await menuItem(app, id))?.enabled, `menu item ${id}`).toBe(true);
  await inMain(app)((_electron, id) => {
    const item = (globalThis as Kept).menu?.getMenuItemById(id);
    if (!item) throw new Error(`no menu item ${id}`);
    item.click();
  }, id);
}
