/** The window's frame: title row, panes with their dividers, status row; dialogs and messages over them. */
import {
  Group,
  Panel,
  Separator,
  useDefaultLayout,
  type GroupImperativeHandle,
} from 'react-resizable-panels';
import { useEffect, useMemo, useRef } from 'react';
import { en } from '../../core/messages/en.ts';
import { AnnotationDialogs } from '../features/annotations/annotation-dialogs.tsx';
import { AnswerPane } from '../features/answer/answer-pane.tsx';
import { Arrivals } from '../features/arrivals/arrivals.tsx';
import { BoardDialog } from '../features/board/board-dialog.tsx';
import { CommentPopover } from '../features/comments/comment-popover.tsx';
import { Dialogs } from '../features/dialogs/dialogs.tsx';
import { FindBar } from '../features/find/find-bar.tsx';
import { OutlineDialogs } from '../features/outline/outline-dialogs.tsx';
import { BesidePicker } from '../features/letter/beside-picker.tsx';
import { LetterDeskDialogs } from '../features/letter-desk/letter-desk-dialogs.tsx';
import { LetterPane } from '../features/letter/letter-pane.tsx';
import { VersionText } from '../features/letter/version-text.tsx';
import { MasterDialogs } from '../features/masters/master-dialogs.tsx';
import { Palette } from '../features/palette/palette.tsx';
import { PreviewPane } from '../features/preview/preview-pane.tsx';
import { QuotationPopover } from '../features/quotations/quotation-popover.tsx';
import { QuotationsDialog } from '../features/quotations/quotations-dialog.tsx';
import { SpellingDialog } from '../features/spelling/spelling-dialog.tsx';
import { Spelling } from '../features/spelling/spelling-menu.tsx';
import { pictureUrl } from '../state/pictures.ts';
import { PictureSourceProvider } from '../ui/picture.tsx';
import { app, useApp, type PaneId } from '../state/store.ts';
import { menuState, runCommand } from './commands.ts';
import { Messages } from './messages.tsx';
import { SidePane } from './side-pane.tsx';
import { StatusBar } from './status-bar.tsx';
import { TitleBar } from './title-bar.tsx';
import { Welcome } from './welcome.tsx';

const ORDER: readonly PaneId[] = ['outline', 'letter', 'answer', 'preview'];
const SIZES: Record<PaneId, { first: string; least: string }> = {
  outline: { first: '18%', least: '160px' },
  letter: { first: '41%', least: '280px' },
  answer: { first: '41%', least: '300px' },
  preview: { first: '34%', least: '240px' },
};

export function App() {
  const project = useApp((state) => state.project?.id);
  return (
    <PictureSourceProvider value={pictureUrl}>
      <div className="window">
        <TitleBar />
        <FindBar />
        {/* Another project begins at its top, with nothing left of the caret and the selection of the one before. */}
        {project === undefined ? <Welcome /> : <Panes key={project} />}
        <StatusBar />
        <Messages />
        <Dialogs />
        <OutlineDialogs />
        <BesidePicker />
        <LetterDeskDialogs renderText={(text) => <VersionText {...text} />} />
        <AnnotationDialogs />
        <MasterDialogs />
        <QuotationsDialog />
        <QuotationPopover />
        <CommentPopover />
        <BoardDialog />
        <Spelling />
        <SpellingDialog />
        <Arrivals />
        <Palette run={(command) => void runCommand(command)} menu={() => menuState(app.get())} />
      </div>
    </PictureSourceProvider>
  );
}

function Panes() {
  const group = useRef<GroupImperativeHandle>(null);
  const panes = useApp((state) => state.panes);
  const shown = useMemo(() => ORDER.filter((pane) => panes[pane]), [panes]);
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({
    id: 'panes',
    panelIds: [...shown],
    storage: localStorage,
  });
  // Another set of panes has widths of its own. The panes that stay keep their places in the text, and the caret.
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      const panels = Object.keys(group.current?.getLayout() ?? {});
      if (defaultLayout && panels.length === shown.length && panels.every((id) => id in defaultLayout)) {
        group.current?.setLayout(defaultLayout);
      }
    });
    return () => cancelAnimationFrame(frame);
    // The layout that was remembered when the panes came, not what it becomes.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [shown]);
  return (
    <main className="desk">
      <Group
        groupRef={group}
        className="panes"
        orientation="horizontal"
        defaultLayout={defaultLayout}
        onLayoutChanged={onLayoutChanged}
      >
        {shown.flatMap((pane, i) => [
          ...(i > 0
            ? [
                <Separator
                  key={`${pane}-divider`}
                  className="divider"
                  aria-label={en.panes.resize(en.panes[pane])}
                />,
              ]
            : []),
          <Panel key={pane} id={pane} defaultSize={SIZES[pane].first} minSize={SIZES[pane].least}>
            <section className={`pane ${pane}-pane`} data-pane={pane} aria-label={en.panes[pane]}>
              <PaneContent pane={pane} />
            </section>
          </Panel>,
        ])}
      </Group>
    </main>
  );
}

function PaneContent({ pane }: { pane: PaneId }) {
  switch (pane) {
    case 'outline':
      return <SidePane />;
    case 'letter':
      return (
        <LetterPane
          onPaste={() => void runCommand('letter-paste')}
          onOpen={() => void runCommand('letter-open')}
        />
      );
    case 'answer':
      return <AnswerPane />;
    case 'preview':
      return <PreviewPane />;
  }
}
