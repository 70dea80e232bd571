/**
 * Every command of the application: one list for the menu bar, the palette, the sheet of keys and the keyboard.
 * The words are in core/messages; what a command does is in renderer/app/commands.
 */
export const COMMANDS = {
  // File
  'new-project': 'Mod+N',
  'open-project': 'Mod+O',
  'open-sample': '',
  save: 'Mod+S',
  'save-as': 'Mod+Shift+S',
  'export-html': 'Mod+Shift+E',
  'export-pdf': 'Mod+P',
  'export-markdown': '',
  'close-window': 'Mod+W',
  quit: 'Mod+Q',
  // Edit
  undo: 'Mod+Z',
  redo: 'Mod+Shift+Z',
  cut: 'Mod+X',
  copy: 'Mod+C',
  paste: 'Mod+V',
  'paste-plain': 'Mod+Shift+V',
  'select-all': 'Mod+A',
  find: 'Mod+K',
  // Letter
  'letter-paste': 'Mod+Shift+L',
  'letter-open': 'Mod+Shift+O',
  'letter-details': 'Mod+I',
  'letter-correct': '',
  'letter-remove': '',
  'next-open': 'F8',
  'previous-open': 'Shift+F8',
  // Passage
  'passage-answer': 'Mod+Enter',
  'passage-quote': 'Mod+Shift+Enter',
  'passage-note': 'Mod+Shift+M',
  'passage-waive': 'Mod+Shift+W',
  'passage-remove': 'Mod+Shift+Backspace',
  'go-across': "Mod+'",
  // Answer
  'point-new': 'Mod+Shift+N',
  'section-new': 'Mod+Alt+N',
  'point-up': 'Alt+Up',
  'point-down': 'Alt+Down',
  'point-contrast': '',
  'point-remove': '',
  'next-point': 'Mod+Alt+Down',
  'previous-point': 'Mod+Alt+Up',
  'title-page': 'Mod+Shift+T',
  references: 'Mod+Shift+R',
  categories: '',
  // Format
  strong: 'Mod+B',
  emphasis: 'Mod+Alt+I',
  underline: 'Mod+U',
  strike: 'Mod+Shift+X',
  superscript: '',
  subscript: '',
  code: 'Mod+E',
  'heading-1': 'Mod+Alt+1',
  'heading-2': 'Mod+Alt+2',
  paragraph: 'Mod+Alt+0',
  quotation: 'Mod+Shift+9',
  attribution: 'Mod+Alt+A',
  'bullet-list': 'Mod+Shift+8',
  'numbered-list': 'Mod+Shift+7',
  indent: '',
  outdent: '',
  verse: '',
  rule: '',
  demand: 'Mod+Alt+D',
  link: 'Mod+Shift+K',
  note: 'Mod+Alt+F',
  citation: 'Mod+Alt+C',
  'cross-reference': 'Mod+Alt+R',
  clear: 'Mod+\\',
  // View
  'show-outline': 'Mod+1',
  'show-letter': 'Mod+2',
  'show-answer': 'Mod+3',
  'show-preview': 'Mod+4',
  'text-larger': 'Mod+=',
  'text-smaller': 'Mod+-',
  'text-normal': 'Mod+0',
  'next-pane': 'F6',
  'previous-pane': 'Shift+F6',
  'full-screen': 'F11',
  // Help
  keys: 'F1',
  about: '',
} as const;

export type CommandId = keyof typeof COMMANDS;

/** The menu bar: titles' names with their commands; a dash is a line between groups. */
export const MENUS: readonly {
  readonly name: MenuName;
  readonly items: readonly (CommandId | '-' | 'recent')[];
}[] = [
  {
    name: 'file',
    items: [
      'new-project',
      'open-project',
      'recent',
      'open-sample',
      '-',
      'save',
      'save-as',
      '-',
      'export-html',
      'export-pdf',
      'export-markdown',
      '-',
      'close-window',
      'quit',
    ],
  },
  {
    name: 'edit',
    items: ['undo', 'redo', '-', 'cut', 'copy', 'paste', 'paste-plain', 'select-all', '-', 'find'],
  },
  {
    name: 'letter',
    items: [
      'letter-paste',
      'letter-open',
      '-',
      'letter-details',
      'letter-correct',
      'letter-remove',
      '-',
      'next-open',
      'previous-open',
    ],
  },
  {
    name: 'passage',
    items: [
      'passage-answer',
      'passage-quote',
      '-',
      'passage-note',
      'passage-waive',
      'passage-remove',
      '-',
      'go-across',
      'categories',
    ],
  },
  {
    name: 'answer',
    items: [
      'point-new',
      'section-new',
      '-',
      'point-up',
      'point-down',
      'point-contrast',
      'point-remove',
      '-',
      'next-point',
      'previous-point',
      '-',
      'title-page',
      'references',
    ],
  },
  {
    name: 'format',
    items: [
      'strong',
      'emphasis',
      'underline',
      'strike',
      'superscript',
      'subscript',
      'code',
      '-',
      'paragraph',
      'heading-1',
      'heading-2',
      'quotation',
      'attribution',
      'bullet-list',
      'numbered-list',
      'indent',
      'outdent',
      'verse',
      'rule',
      'demand',
      '-',
      'link',
      'note',
      'citation',
      'cross-reference',
      '-',
      'clear',
    ],
  },
  {
    name: 'view',
    items: [
      'show-outline',
      'show-letter',
      'show-answer',
      'show-preview',
      '-',
      'text-larger',
      'text-smaller',
      'text-normal',
      '-',
      'next-pane',
      'previous-pane',
      'full-screen',
    ],
  },
  { name: 'help', items: ['keys', 'open-sample', 'about'] },
];

export type MenuName = 'file' | 'edit' | 'letter' | 'passage' | 'answer' | 'format' | 'view' | 'help';

/** What the menu bar shows at this moment. */
export interface MenuState {
  /** Commands that can't be used now. */
  readonly disabled: readonly CommandId[];
  readonly checked: readonly CommandId[];
  /** Labels that change: "Undo typing". */
  readonly labels: Partial<Record<CommandId, string>>;
}
