import { BookOpenText, Columns2, PanelLeft, Search } from 'lucide-react';
import { en } from '../../core/messages/en.ts';
import { isEdited, useApp } from '../state/store.ts';
import { runCommand } from './commands.ts';
import { keyText } from '../ui/key-text.ts';

export function TitleBar() {
  const title = useApp((state) =>
    state.project ? state.project.front.title || state.fileName || en.untitled : '',
  );
  const status = useApp((state) =>
    !state.project
      ? ''
      : state.saving
        ? en.status.saving
        : isEdited(state)
          ? state.fileName
            ? en.status.edited
            : en.status.unsaved
          : state.fileName
            ? en.status.saved
            : '',
  );
  const panes = useApp((state) => state.panes);
  const open = useApp((state) => state.project !== null);
  const toggle = (
    command: 'show-outline' | 'show-letter' | 'show-preview',
    Icon: typeof PanelLeft,
    on: boolean,
  ) => (
    <button
      type="button"
      className="icon"
      aria-pressed={on}
      aria-label={en.commands[command]}
      title={`${en.commands[command]} (${keyText(command)})`}
      onClick={() => void runCommand(command)}
    >
      <Icon aria-hidden />
    </button>
  );
  return (
    <header className="title-bar">
      {open && toggle('show-outline', PanelLeft, panes.outline)}
      <h1 dir="auto">
        {title || en.app}
        {status && <span className="save-status"> · {status}</span>}
      </h1>
      {open && (
        <>
          <button type="button" className="find" onClick={() => void runCommand('find')}>
            <Search aria-hidden /> <span dir="auto">{en.commands.find}</span> <kbd>{keyText('find')}</kbd>
          </button>
          {toggle('show-letter', Columns2, panes.letter)}
          {toggle('show-preview', BookOpenText, panes.preview)}
        </>
      )}
    </header>
  );
}
