/** A quiet bar of the commands used most, for the editor that has the focus. The application places it. */
import {
  AtSign,
  Bold,
  Heading,
  Italic,
  Link,
  List,
  ListOrdered,
  Megaphone,
  Quote,
  Signpost,
  Superscript,
  type LucideIcon,
} from 'lucide-react';
import { Toolbar, Tooltip } from 'radix-ui';
import { useSyncExternalStore, type KeyboardEvent, type ReactNode } from 'react';
import {
  editorState,
  focusEditor,
  runEditorCommand,
  type EditorCommand,
  type EditorState,
} from './editor-commands.ts';
import { IS_MAC, keyLabel } from './keys.ts';
import { editorMessages } from './messages.ts';
import './editor.css';
import './editor-panels.css';

interface Entry {
  readonly command: EditorCommand;
  readonly icon: LucideIcon;
  /** Whether the command is on; none for what only inserts. */
  readonly isOn?: (state: EditorState) => boolean;
  readonly inNotes?: true;
}

const GROUPS: readonly (readonly Entry[])[] = [
  [
    { command: 'strong', icon: Bold, isOn: ({ marks }) => marks.includes('strong'), inNotes: true },
    { command: 'emphasis', icon: Italic, isOn: ({ marks }) => marks.includes('emphasis'), inNotes: true },
    { command: 'link', icon: Link, isOn: ({ link }) => link, inNotes: true },
  ],
  [
    { command: 'heading-1', icon: Heading, isOn: ({ block }) => block === 'heading' },
    { command: 'quotation', icon: Quote, isOn: ({ quoted }) => quoted },
    { command: 'bullet-list', icon: List, isOn: ({ list }) => list === 'bullet' },
    {
      command: 'numbered-list',
      icon: ListOrdered,
      isOn: ({ list }) => list !== undefined && list !== 'bullet',
    },
    { command: 'demand', icon: Megaphone, isOn: ({ entry }) => entry !== undefined },
  ],
  [
    { command: 'note', icon: Superscript },
    { command: 'citation', icon: AtSign, inNotes: true },
    { command: 'cross-reference', icon: Signpost, inNotes: true },
  ],
];

export function FormatBar(): ReactNode {
  const state = useSyncExternalStore(editorState.subscribe, editorState.getSnapshot);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    focusEditor();
  };
  return (
    <Tooltip.Provider delayDuration={500} skipDelayDuration={200}>
      <Toolbar.Root
        className="format-bar"
        data-editor-bar=""
        aria-label={editorMessages.bar}
        onKeyDown={onKeyDown}
      >
        {GROUPS.map((group, i) => (
          <div key={i} className="format-group" role="group">
            {group.map((entry) => (
              <BarButton key={entry.command} entry={entry} state={state} />
            ))}
          </div>
        ))}
      </Toolbar.Root>
    </Tooltip.Provider>
  );
}

function BarButton({ entry, state }: { entry: Entry; state: EditorState }): ReactNode {
  const { command, icon: Icon, isOn, inNotes } = entry;
  const name = editorMessages.commands[command];
  const keys = keyLabel(command, IS_MAC);
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>
        <Toolbar.Button
          className="format-button"
          aria-label={name}
          aria-pressed={isOn?.(state)}
          disabled={!state.available || (state.scope === 'note' && !inNotes)}
          // The focus stays in the text.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => runEditorCommand(command)}
        >
          <Icon size={16} strokeWidth={1.75} aria-hidden />
        </Toolbar.Button>
      </Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className="editor-tooltip" sideOffset={6} data-editor-panel="">
          {name}
          {keys && <kbd>{keys}</kbd>}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
