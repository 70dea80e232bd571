/** The pane at the window's beginning: one view of the work at a time, chosen by tabs. */
import { CircleDashed, ListTodo, ListTree, MessageSquareText, type LucideIcon } from 'lucide-react';
import { Tabs } from 'radix-ui';
import type { ComponentType } from 'react';
import { en } from '../../core/messages/en.ts';
import { CommentsPane, useOpenComments } from '../features/comments/comments-pane.tsx';
import { CoveragePane } from '../features/coverage/coverage-pane.tsx';
import { OutlinePane } from '../features/outline/outline-pane.tsx';
import { RemainingPane, useRemainingCount } from '../features/remaining/remaining-pane.tsx';
import { showSide } from '../state/navigation.ts';
import { useApp, type SideView } from '../state/store.ts';
import { runCommand } from './commands.ts';
import { focusPane } from './panes.ts';

interface View {
  readonly id: SideView;
  readonly icon: LucideIcon;
  readonly Content: ComponentType;
  /** How many things wait there; nothing is shown for 0. */
  readonly useCount?: () => number;
}

/** To add a view: its name to SideView and to en.side, and a line here. */
const VIEWS: readonly View[] = [
  { id: 'outline', icon: ListTree, Content: Outline },
  { id: 'coverage', icon: CircleDashed, Content: Coverage },
  { id: 'remaining', icon: ListTodo, Content: Remaining, useCount: useRemainingCount },
  { id: 'comments', icon: MessageSquareText, Content: CommentsPane, useCount: useOpenComments },
];

function Remaining() {
  return <RemainingPane onLetter={() => focusPane('letter')} />;
}

function Coverage() {
  return <CoveragePane onExport={() => void runCommand('export-coverage')} />;
}

function Outline() {
  return <OutlinePane onAddLetter={() => void runCommand('letter-open')} />;
}

export function SidePane() {
  const shown = useApp((state) => state.side);
  return (
    <Tabs.Root className="side" value={shown} onValueChange={(view) => showSide(view as SideView)}>
      {VIEWS.length > 1 && (
        <Tabs.List className="side-tabs" aria-label={en.panes.views}>
          {VIEWS.map((view) => (
            <Tab key={view.id} {...view} />
          ))}
        </Tabs.List>
      )}
      {VIEWS.map(({ id, Content }) => (
        <Tabs.Content key={id} value={id} className="side-view" tabIndex={-1}>
          <Content />
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}

const none = () => 0;

function Tab({ id, icon: Icon, useCount = none }: View) {
  const count = useCount();
  return (
    <Tabs.Trigger value={id} className="side-tab" title={en.side[id]}>
      <Icon aria-hidden />
      <span className="side-name">{en.side[id]}</span>
      {count > 0 && <span className="side-count">{count.toLocaleString('en')}</span>}
    </Tabs.Trigger>
  );
}
