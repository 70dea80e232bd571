/** What floats beside the text: the popover of an atom or a link, or a picker. */
import { Popover } from 'radix-ui';
import { useMemo, useRef, type ComponentType, type KeyboardEvent, type ReactNode } from 'react';
import { Editor, Transforms } from 'slate';
import { ReactEditor, useSlate } from 'slate-react';
import {
  atomChoices,
  atomSearch,
  entryChoices,
  putAtom,
  putAtomWithForm,
  putQuotation,
  wordsOfPicker,
} from './atom-choices.ts';
import { keyName } from '../ui/key-text.ts';
import { removeAtom, setAtom } from './atoms.ts';
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
import type { Panel, SuggestPanel } from './panel.ts';
import { setEntry, setLink } from './perform.ts';
import { Picker } from './picker.tsx';
import { ReferenceForm } from './reference-form.tsx';
import { SuggestPopup, type SuggestKeys } from './suggest-popup.tsx';
import type { Atom } from '../../core/text/block.ts';

interface PanelViewProps {
  readonly panel: Panel;
  close(focus: boolean): void;
  readonly props: AnswerEditorProps;
  readonly NoteEditor: ComponentType<NoteEditorProps> | undefined;
  readonly suggestKeys: SuggestKeys;
}

type FormPanel = Exclude<Panel, { kind: 'suggest' }>;
type FormProps = PanelViewProps & { readonly panel: FormPanel };

export function PanelView(props: PanelViewProps): ReactNode {
  const { panel } = props;
  return panel.kind === 'suggest' ? (
    <Suggestions {...props} panel={panel} />
  ) : (
    <Form {...props} panel={panel} />
  );
}

function boxOfPanel(editor: Editor, panel: FormPanel): DOMRect | undefined {
  if ('range' in panel) return panel.range.current ? boxOf(editor, panel.range.current) : undefined;
  if (!panel.path.current || !Editor.hasPath(editor, panel.path.current)) return undefined;
  const [node] = Editor.node(editor, panel.path.current);
  return ReactEditor.toDOMNode(editor, node).getBoundingClientRect();
}

function Form(form: FormProps): ReactNode {
  const { panel, close } = form;
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
          className={`editor-panel ${panel.kind === 'pick' ? 'picking' : isNote(editor, panel) ? 'noting' : ''}`}
          data-editor-panel=""
          side="bottom"
          align="start"
          sideOffset={8}
          collisionPadding={8}
          aria-label={titleOf(editor, panel)}
          // A footnote's editor takes the focus itself.
          onOpenAutoFocus={(event) => {
            if (isNote(editor, panel)) event.preventDefault();
          }}
          onEscapeKeyDown={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onKeyDown={onKeyDown}
        >
          <PanelBody {...form} editor={editor} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function atomOf(editor: Editor, panel: FormPanel): AtomElement | undefined {
  if (panel.kind !== 'atom' || !panel.path.current || !Editor.hasPath(editor, panel.path.current))
    return undefined;
  const [node] = Editor.node(editor, panel.path.current);
  return 'atom' in node ? node : undefined;
}

const isNote = (editor: Editor, panel: FormPanel): boolean => atomOf(editor, panel)?.atom.type === 'note';

function titleOf(editor: Editor, panel: FormPanel): string {
  const { link, note, citation, reference, list } = editorMessages;
  if (panel.kind === 'form')
    return panel.what === 'table' ? editorMessages.table.title : editorMessages.listNumber.title;
  const what =
    panel.kind === 'pick' ? panel.what : panel.kind === 'atom' ? atomOf(editor, panel)?.atom.type : 'link';
  if (what === 'link') return link.title;
  if (what === 'list') return list.title;
  return what === 'note' ? note.title : what === 'citation' ? citation.title : reference.title;
}

function Suggestions({
  panel,
  close,
  props,
  suggestKeys,
}: PanelViewProps & { readonly panel: SuggestPanel }): ReactNode {
  const editor = useSlate();
  const { onNewWork } = props;
  const words = panel.what === 'citation' ? editorMessages.citation : editorMessages.reference;
  return (
    <SuggestPopup
      panel={panel}
      choices={() => atomChoices(panel.what, props)}
      search={atomSearch(panel.what, props)}
      label={words.search}
      none={words.none}
      keys={suggestKeys}
      direction={props.direction}
      close={() => close(false)}
      onPick={({ atom }, range, withForm) => {
        const put = withForm ? putAtomWithForm : putAtom;
        put(editor, atom, range, () => close(false));
      }}
      onNew={
        panel.what === 'citation' && onNewWork
          ? (query, range) => {
              const reference = onNewWork(query);
              const atom: Atom = { type: 'citation', id: props.newId(), items: [{ reference }] };
              putAtom(editor, atom, range, () => close(false));
            }
          : undefined
      }
      hint={words.keys(keyName('Mod'), keyName('Shift'))}
    />
  );
}

function PanelBody({ editor, panel, close, props, NoteEditor }: FormProps & { editor: Editor }): ReactNode {
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
    const { what } = panel;
    const words = wordsOfPicker(what);
    if (what === 'list') {
      return (
        <Picker
          label={words.search}
          none={words.none}
          choices={() => entryChoices(props)}
          onLeave={() => close(true)}
          onPick={({ list }) => {
            if (panel.range.current) Transforms.select(editor, panel.range.current);
            setEntry(editor, list);
            close(true);
          }}
        />
      );
    }
    return (
      <Picker
        label={words.search}
        none={words.none}
        choices={() => atomChoices(what, props)}
        search={atomSearch(what, props)}
        onLeave={() => close(true)}
        onPick={({ atom }) => {
          const put = panel.quoting ? putQuotation : putAtom;
          put(editor, atom, panel.range.current, () => close(true));
        }}
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
          reference={atom}
          reads={
            props.describeReference(atom).missing
              ? undefined
              : (form) => props.describeReference({ ...atom, form }).text
          }
          choices={props.crossReferenceChoices}
          search={props.placeSearch}
          remove={remove}
          onLeave={() => close(true)}
          onGo={() => {
            close(false);
            props.onReference?.(atom.target);
          }}
          onChange={(changed) => {
            change(changed);
            editor.settle('other');
          }}
          onPick={(changed) => {
            change(changed);
            editor.settle('other');
            close(true);
          }}
        />
      );
    case 'note-mark':
      return null;
  }
}
