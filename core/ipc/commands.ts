import { FILE_KEYS, FILE_MENU } from './commands/file.ts';
import { EDIT_KEYS, EDIT_MENU } from './commands/edit.ts';
import { LETTER_KEYS, LETTER_MENU } from './commands/letter.ts';
import { PASSAGE_KEYS, PASSAGE_MENU } from './commands/passage.ts';
import { ANSWER_KEYS, ANSWER_MENU } from './commands/answer.ts';
import { OUTLINE_KEYS } from './commands/outline.ts';
import { FORMAT_KEYS, FORMAT_MENU } from './commands/format.ts';
import { VIEW_KEYS, VIEW_MENU } from './commands/view.ts';
import { REVIEW_KEYS, REVIEW_MENU } from './commands/review.ts';
import { HELP_KEYS, HELP_MENU } from './commands/help.ts';
import type { MenuEntry } from './commands/menu.ts';

/**
 * Every command of the application: one list for the menu bar, the palette, the sheet of keys and the keyboard.
 * A menu's commands and keys are in commands/, the words in core/messages; what a command does is in
 * renderer/app/commands.
 */
export const COMMANDS = {
  ...FILE_KEYS,
  ...EDIT_KEYS,
  ...LETTER_KEYS,
  ...PASSAGE_KEYS,
  ...ANSWER_KEYS,
  ...OUTLINE_KEYS,
  ...FORMAT_KEYS,
  ...REVIEW_KEYS,
  ...VIEW_KEYS,
  ...HELP_KEYS,
} as const;

export type CommandId = keyof typeof COMMANDS;

/** On a Mac, where these keys hide the application. */
const ON_MAC: Partial<Record<CommandId, string>> = { 'replace-text': 'Mod+Shift+H' };

/** The keys of a command, empty where it has none. */
export function keysOf(id: CommandId, mac: boolean): string {
  return (mac ? ON_MAC[id] : undefined) ?? COMMANDS[id];
}

/** Those that mark in a category, in the order of the project's categories. */
export const CATEGORY_COMMANDS = [
  'category-1',
  'category-2',
  'category-3',
  'category-4',
  'category-5',
  'category-6',
] as const satisfies readonly CommandId[];

export type MenuName =
  'file' | 'edit' | 'letter' | 'passage' | 'answer' | 'format' | 'review' | 'view' | 'help';

/** The menu bar. */
export const MENUS: readonly { readonly name: MenuName; readonly items: readonly MenuEntry<CommandId>[] }[] =
  [
    { name: 'file', items: FILE_MENU },
    { name: 'edit', items: EDIT_MENU },
    { name: 'letter', items: LETTER_MENU },
    { name: 'passage', items: PASSAGE_MENU },
    { name: 'answer', items: ANSWER_MENU },
    { name: 'format', items: FORMAT_MENU },
    { name: 'review', items: REVIEW_MENU },
    { name: 'view', items: VIEW_MENU },
    { name: 'help', items: HELP_MENU },
  ];

/** The commands of a menu, those of its submenus too, in their order. */
export function commandsOf(items: readonly MenuEntry<CommandId>[]): readonly CommandId[] {
  return items.flatMap((entry): readonly CommandId[] => {
    if (entry === '-' || entry === 'recent') return [];
    return typeof entry === 'string' ? [entry] : commandsOf(entry.items);
  });
}

/** What the menu bar shows at this moment. */
export interface MenuState {
  /** Commands that can't be used now. */
  readonly disabled: readonly CommandId[];
  /** Commands that are on or off. */
  readonly checked: Partial<Record<CommandId, boolean>>;
  /** Labels that change: "Undo typing". */
  readonly labels: Partial<Record<CommandId, string>>;
}
