/** The editor's own keys. `mod` is Command on a Mac and Ctrl elsewhere. */
import type { EditorCommand } from './editor-command.ts';
import { editorMessages } from './messages.ts';

export const KEYS: Partial<Record<EditorCommand, string>> = {
  strong: 'mod+b',
  emphasis: 'mod+i',
  underline: 'mod+u',
  strike: 'mod+shift+x',
  code: 'mod+e',
  link: 'mod+shift+k',
  note: 'mod+alt+f',
  paragraph: 'mod+alt+0',
  'heading-1': 'mod+alt+1',
  'heading-2': 'mod+alt+2',
  'heading-3': 'mod+alt+3',
  'numbered-list': 'mod+shift+7',
  'bullet-list': 'mod+shift+8',
  quotation: 'mod+shift+9',
  attribution: 'mod+alt+a',
  demand: 'mod+alt+d',
  'list-entry': 'mod+alt+shift+d',
  clear: 'mod+\\',
};

export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** The letter or digit of the key: as written on a Latin keyboard, by its place on any other. */
function nameOf({ key, code }: KeyPress): string {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  return /^(?:Key|Digit)(.)$/.exec(code)?.[1]?.toLowerCase() ?? key.toLowerCase();
}

function isPressed(keys: string, event: KeyPress, mac: boolean): boolean {
  const parts = keys.split('+');
  const wants = (modifier: string): boolean => parts.includes(modifier);
  return (
    parts.at(-1) === nameOf(event) &&
    wants('shift') === event.shiftKey &&
    wants('alt') === event.altKey &&
    (mac ? event.metaKey : event.ctrlKey) === wants('mod') &&
    !(mac ? event.ctrlKey : event.metaKey)
  );
}

export const IS_MAC = typeof navigator !== 'undefined' && /Mac/.test(navigator.userAgent);

const oneOf =
  (...keys: readonly string[]) =>
  (event: KeyPress): boolean =>
    keys.some((key) => isPressed(key, event, IS_MAC));

/** The command of a key; none while AltGr writes a character. */
export function commandOfKey(event: KeyboardEvent): EditorCommand | undefined {
  if (event.getModifierState('AltGraph')) return undefined;
  const found = Object.entries(KEYS).find(([, keys]) => isPressed(keys, event, IS_MAC));
  return found?.[0] as EditorCommand | undefined;
}

export const isUndoOrRedo = oneOf('mod+z', 'mod+shift+z', 'mod+y');
export const isSelectAll = oneOf('mod+a');
export const isPlainPaste = oneOf('mod+shift+v');
export const isTab = oneOf('tab');
export const isShiftTab = oneOf('shift+tab');
export const isModEnter = oneOf('mod+enter');

/** A key as it is written in a tooltip: "Ctrl+B", "⌘B". */
export function keyLabel(command: EditorCommand, mac: boolean): string | undefined {
  const keys = KEYS[command]?.split('+');
  if (!keys) return undefined;
  const { mod, shift, alt } = editorMessages.keys;
  const names: Record<string, string> = mac ? { mod: '⌘', shift: '⇧', alt: '⌥' } : { mod, shift, alt };
  return keys.map((key) => names[key] ?? key.toUpperCase()).join(mac ? '' : '+');
}
