/** What floats beside the text: the popover of an atom or a link, or a picker. */
import { Popover } from 'radix-ui';
import { useMemo, useRef, type ComponentType, type KeyboardEvent, type ReactNode } from 'react';
import { Editor, Transforms } from 'slate';
import { ReactEditor, useSlate } from 'slate-react';
import { insertAtom, removeAtom, setAtom } from './atoms.ts';
import { boxOf } from './caret-lines.ts';
import { CitationForm } from './citation-form.tsx';
import type { AnswerEditorProps } from './editor-props.ts';
import { focusEditable } from './focus-editor.ts';
import type { AtomElement } from './nodes.ts';
import { isModEnter } from './keys.ts';
import { LinkForm } from './link-form.tsx';
import { editorMessages } from './messages.ts';
import { NoteForm } from './note-form.tsx';
import type { NoteEditorProps } from './note-editor.tsx';
import { FormBody } from './form-body.tsx';
import type { Panel } from './panel.ts';
import { setLink } from './perform.ts';
import { CitationPicker, ReferencePicker } from './picker.tsx';
import { ReferenceForm } from './reference-form.tsx';
import type { Atom } from '../../core/text/block.ts';

interface PanelViewProps {
  readonly panel: Panel;
  close(focus: boolean): void;
  readonly props: AnswerEditorProps;
  readonly NoteEditor: ComponentType<NoteEditorProps> | undefined;
}

function boxOfPanel(editor: Editor, panel: Panel): DOMRect | undefined {
  if ('range' in panel) return panel.range.current ? boxOf(editor, panel.range.current) : undefined;
  if (!panel.path.current || !Editor.hasPath(editor, panel.path.current)) return undefined;
  const [node] = Editor.node(editor, panel.path.current);
  return ReactEditor.toDOMNode(editor, node).getBoundingClientRect();
}

export function PanelView({ panel, close, props, NoteEditor }: PanelViewProps): ReactNode {
  const editor = useSlate();
  const last = useRef<DOMRect>(new DOMRect());
  const anchor = useMemo(
    () => ({
      current: {
        getBoundingClientRect(): DOMRect {
          try {
            last.current = boxOfPanel(editor, panel) ?? last.current;
          } catch {
            // Between a change and its drawing Slate doesn't know the place; the last one serves.
          }
          return last.current;
        },
      },
    }),
    [editor, panel],
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' && !isModEnter(event)) return;
    event.preventDefault();
    event.stopPropagation();
    close(true);
  };
  return (
    <Popover.Root open onOpenChange={() => close(false)}>
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Portal>
        <Popover.Content
          className={`editor-panel ${panel.kind === 'pick' ? 'picking' : ''}`}
          data-editor-panel=""
          side="bottom"
          align="start"
          sideOffset={8}
          collisionPadding={8}
          aria-label={titleOf(editor, panel)}
          // A footnote's editor takes the focus itself.
          onOpenAutoFocus={(event) => {
            if (atomOf(editor, panel)?.atom.type === 'note') event.preventDefault();
          }}
          onEscapeKeyDown={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onKeyDown={onKeyDown}
        >
          <PanelBody editor={editor} panel={panel} close={close} props={props} NoteEditor={NoteEditor} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function atomOf(editor: Editor, panel: Panel): AtomElement | undefined {
  if (panel.kind !== 'atom' || !panel.path.current || !Editor.hasPath(editor, panel.path.current))
    return undefined;
  const [node] = Editor.node(editor, panel.path.current);
  return 'atom' in node ? node : undefined;
}

function titleOf(editor: Editor, panel: Panel): string {
  const { link, note, citation, reference } = editorMessages;
  if (panel.kind === 'form')
    return panel.what === 'table' ? editorMessages.table.title : editorMessages.listNumber.title;
  const what =
    panel.kind === 'pick' ? panel.what : panel.kind === 'atom' ? atomOf(editor, panel)?.atom.type : 'link';
  if (what === 'link') return link.title;
  return what === 'note' ? note.title : what === 'citation' ? citation.title : reference.title;
}

function PanelBody({
  editor,
  panel,
  close,
  props,
  NoteEditor,
}: PanelViewProps & { editor: Editor }): ReactNode {
  if (panel.kind === 'link') {
    return (
      <LinkForm
        url={panel.url}
        onOpen={props.onOpenLink}
        onApply={(url) => {
          if (panel.range.current) setLink(editor, panel.range.current, url);
          close(true);
        }}
      />
    );
  }
  if (panel.kind === 'form') return <FormBody editor={editor} panel={panel} close={close} />;
  if (panel.kind === 'pick') {
    const pick = (atom: Atom): void => {
      editor.settle();
      if (panel.range.current) insertAtom(editor, atom, panel.range.current);
      editor.settle('other');
      const caret = editor.selection;
      close(true);
      if (caret) Transforms.select(editor, caret);
    };
    // What was typed in the picker was meant for the text after all.
    const leave = (typed: string): void => {
      close(true);
      if (typed !== '') editor.insertText(typed);
    };
    const shared = { query: panel.query, trigger: panel.trigger, onLeave: leave };
    return panel.what === 'citation' ? (
      <CitationPicker
        {...shared}
        choices={props.citationChoices()}
        onPick={(reference) => pick({ type: 'citation', reference })}
      />
    ) : (
      <ReferencePicker
        {...shared}
        choices={props.crossReferenceChoices()}
        onPick={(target) => pick({ type: 'cross-reference', target })}
      />
    );
  }
  const atom = atomOf(editor, panel)?.atom;
  const path = panel.path.current;
  if (!atom || !path) return null;
  const change = (changed: Atom): void => {
    editor.settle();
    setAtom(editor, path, changed);
  };
  const remove = (): void => {
    editor.settle();
    removeAtom(editor, path);
    editor.settle('other');
    focusEditable(editor);
    close(false);
  };
  switch (atom.type) {
    case 'note':
      return (
        NoteEditor && (
          <NoteForm remove={remove}>
            <NoteEditor
              note={atom}
              answer={props}
              onChange={(body, edit) => {
                change({ ...atom, body });
                editor.settle(edit.kind, edit.startsWord);
              }}
            />
          </NoteForm>
        )
      );
    case 'citation':
      return (
        <CitationForm
          citation={atom}
          choices={props.citationChoices()}
          remove={remove}
          onChange={(changed, kind) => {
            change(changed);
            editor.settle(kind);
          }}
        />
      );
    case 'cross-reference':
      return (
        <ReferenceForm
          choices={props.crossReferenceChoices()}
          remove={remove}
          onLeave={() => close(true)}
          onPick={(target) => {
            change({ type: 'cross-reference', target });
            editor.settle('other');
            close(true);
          }}
        />
      );
    case 'note-mark':
      return null;
  }
}
