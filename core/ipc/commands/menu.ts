export const SUBMENUS = [
  'category',
  'status',
  'new-version',
  'draft',
  'outline',
  'group',
  'codes',
  'master',
  'spelling',
  'left',
  'beside',
  'like-this',
  'quoted',
  'typing',
  'list',
  'table',
  'direction',
] as const;
export type SubmenuName = (typeof SUBMENUS)[number];

/** A command, a line between groups, the list of recent projects, or a menu within the menu. */
export type MenuEntry<Id extends string = string> =
  Id | '-' | 'recent' | { readonly submenu: SubmenuName; readonly items: readonly (Id | '-')[] };
