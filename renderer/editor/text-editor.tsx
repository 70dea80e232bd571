/** One rich text being edited, with its popovers: an answer, or the text of a footnote within one. */
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ComponentType,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import { Editor, Range, Transforms, type DecoratedRange, type NodeEntry } from 'slate';
import { Editable, ReactEditor, Slate } from 'slate-react';
import { BlockPartsContext, type CaretRequest } from './block-parts.ts';
import type { CellEditorProps } from './cell-editor.tsx';
import { removeEmptyNote, returnCaret } from './closing-panel.ts';
import { commentRanges } from './comment-marks.ts';
import { stopCommitWalk } from './commit-walk.ts';
import { editorChanged, editorFocused, editorGone, type EditorHandle } from './editor-commands.ts';
import type { EditorCommand } from './editor-command.ts';
import { useEditorEvents } from './editor-events.ts';
import type { AnswerEditorProps } from './editor-props.ts';
import { focusEditable, forgetFocus } from './focus-editor.ts';
import { renderElement, renderLeaf, renderPlaceholder } from './editable-view.tsx';
import { makeEditor } from './make-editor.ts';
import type { NoteEditorProps } from './note-editor.tsx';
import { heldBy, releasePanel, type Panel } from './panel.ts';
import { PanelView } from './panel-view.tsx';
import { perform } from './perform.ts';
import { plainAtom } from './plain-atom.ts';
import { insertChosenPictures } from './picture-edits.ts';
import type { TextSelection } from './block-edit.ts';
import { toRange, toSelection } from './position.ts';
import { quotationRanges } from './quotation-marks.ts';
import type { BlockElement } from './nodes.ts';
import { stateOfEditor } from './state-of-editor.ts';
import type { SuggestKeys } from './suggest-popup.tsx';
import { TextContext } from './text-context.ts';
import { ALL_HABITS } from '../platform/typing-habits.ts';
import { useMarksAtRest } from './use-marks-at-rest.ts';
import { useFocusWithin } from './use-focus-within.ts';
import './editor.css';
import './editor-panels.css';

export interface TextEditorProps extends AnswerEditorProps {
  readonly scope: Editor['scope'];
  /** Has the focus, with the caret at the end, as soon as it is there. */
  readonly takesFocus?: boolean;
  /** Edits a footnote's text; notes themselves have none. */
  readonly NoteEditor?: ComponentType<NoteEditorProps>;
  /** Edits a table's cell or a picture's caption; without it these only stand there. */
  readonly CellEditor?: ComponentType<CellEditorProps>;
  /** Asked before the editor's own keys and commands; true when it was dealt with. */
  readonly onKey?: (event: KeyboardEvent, editor: Editor) => boolean;
  readonly onCommand?: (command: EditorCommand) => boolean;
}

let nonce = 0;

export function TextEditor(props: TextEditorProps): ReactNode {
  const { text, label, placeholder, language, direction, scope, takesFocus, restore } = props;
  const { NoteEditor, CellEditor } = props;
  const { habits = ALL_HABITS } = props;
  const latest = useRef(props);
  const frame = useRef<HTMLDivElement>(null);
  const editable = useRef<HTMLDivElement>(null);
  const [panel, setPanel] = useState<Panel | null>(null);
  const openPanel = useRef<Panel | null>(null);
  const [request, setRequest] = useState<CaretRequest | null>(null);

  const [{ editor, source }] = useState(() =>
    makeEditor(
      text,
      {
        newId: () => latest.current.newId(),
        scope,
        direction,
        lists: () => latest.current.listChoices().map(({ id }) => id),
        typing: { habits, language },
      },
      () => ({
        cleanPaste: latest.current.cleanPaste,
        pictures: latest.current.pictures,
        atomText: (atom) => plainAtom(latest.current, atom),
      }),
      (edit) => latest.current.onEdit(edit),
    ),
  );
  const [handle] = useState<EditorHandle>(() => ({
    run(command) {
      focusEditable(editor);
      return (latest.current.onCommand?.(command) ?? false) || perform(editor, command);
    },
    focus: () => focusEditable(editor),
    state: () => stateOfEditor(editor),
  }));

  useLayoutEffect(() => {
    latest.current = props;
    editor.textDirection = direction;
    editor.typing = { habits, language };
  });

  const showPanel = useCallback((next: Panel | null) => {
    if (openPanel.current && openPanel.current !== next) releasePanel(openPanel.current);
    openPanel.current = next;
    setPanel(next);
  }, []);

  useEffect(() => {
    editor.openPanel = showPanel;
    // Once what Slate has just made is drawn.
    editor.enterBlock = (block, offset) =>
      void Promise.resolve().then(() => setRequest({ block, offset, nonce: ++nonce }));
    editor.askPictures = () => void insertChosenPictures(editor, latest.current);
    return () => {
      editor.openPanel = () => undefined;
      editor.enterBlock = () => undefined;
      editor.askPictures = () => undefined;
      if (openPanel.current) releasePanel(openPanel.current);
      openPanel.current = null;
      editorGone(handle);
    };
  }, [editor, handle, showPanel]);

  // Changes from outside: undo, redo, edits made elsewhere. While an input method is at work they wait.
  useLayoutEffect(() => {
    let timer: number | undefined;
    const apply = (): void => {
      if (text === source.known) return;
      if (ReactEditor.isComposing(editor)) timer = window.setTimeout(apply, 50);
      else source.applyText(text);
    };
    apply();
    return () => window.clearTimeout(timer);
  }, [editor, source, text]);

  const restored = useRef<number | undefined>(undefined);
  useLayoutEffect(() => {
    if (!restore || restored.current === restore.nonce) return;
    restored.current = restore.nonce;
    const range = toRange(editor, restore.selection);
    // Slate puts off the focus while a change is on its way; a key typed into a new cell would be lost meanwhile.
    if (scope === 'cell') focusEditable(editor);
    if (range) Transforms.select(editor, range);
    if (isWithinBlock(editor, restore.selection, editable.current)) {
      editor.enterBlock(restore.selection.focus.block, restore.selection.focus.offset);
      return;
    }
    // A footnote that is being written keeps the focus while its edits are undone.
    if (openPanel.current?.kind !== 'atom') focusEditable(editor);
  }, [editor, restore, scope]);

  useEffect(() => {
    if (!takesFocus) return;
    Transforms.select(editor, Editor.end(editor, []));
    focusEditable(editor);
  }, [editor, takesFocus]);

  useLayoutEffect(() => (editable.current ? stopCommitWalk(editable.current) : undefined), []);

  const closePanel = useCallback(
    (focus: boolean) => {
      const closing = openPanel.current;
      if (!closing) return;
      removeEmptyNote(editor, closing);
      if (focus) {
        returnCaret(editor, closing);
        focusEditable(editor);
      }
      showPanel(null);
    },
    [editor, showPanel],
  );

  const within = useFocusWithin(
    frame,
    useCallback(() => {
      latest.current.onFocus?.();
      // Slate tells of a selection some time after it was made, and of one that it has already not at all: until
      // then an edit would be undone to the caret of the text that was left.
      latest.current.onSelect?.(toSelection(editor, editor.selection));
    }, [editor]),
    useCallback(() => latest.current.onBlur?.(), []),
  );
  const onFocusCapture = useCallback(
    (event: FocusEvent) => {
      if (event.target !== editable.current) forgetFocus(editor);
    },
    [editor],
  );
  const suggestKeys: SuggestKeys = useRef(null);
  const events = useEditorEvents(editor, latest, suggestKeys);

  const { describeReference, describeCitation, noteNumber, noteLabel, entryName } = props;
  const notes = props.quotationMarks?.notes;
  const parts = useMemo(
    () => (CellEditor ? { props: latest, CellEditor, request } : null),
    [CellEditor, request],
  );
  const context = useMemo(
    () => ({
      describeReference,
      describeCitation,
      noteNumber,
      noteLabel,
      entryName,
      noteVerdict: (note: string) => notes?.get(note),
    }),
    [describeReference, describeCitation, noteNumber, noteLabel, entryName, notes],
  );

  const marks = useMarksAtRest(editor, props.quotationMarks);
  const comments = useMarksAtRest(editor, props.commentMarks);
  const decorate = useCallback(
    ([node, path]: NodeEntry): DecoratedRange[] => {
      if (path.length === 1 && (marks || comments)) {
        return [
          ...(marks ? quotationRanges(node as BlockElement, path, marks) : []),
          ...(comments ? commentRanges(node as BlockElement, path, comments) : []),
        ];
      }
      const range = panel && 'range' in panel ? panel.range.current : null;
      if (!range || !Editor.isEditor(node) || path.length > 0 || Range.isCollapsed(range)) return [];
      return [{ ...range, held: true } as DecoratedRange];
    },
    [panel, marks, comments],
  );

  const onChange = useCallback(() => {
    editorChanged(handle);
    const held = openPanel.current;
    if (held && !heldBy(held).current) showPanel(null);
  }, [handle, showPanel]);
  const onSelectionChange = useCallback(() => {
    latest.current.onSelect?.(toSelection(editor, editor.selection));
  }, [editor]);

  return (
    <TextContext value={context}>
      <BlockPartsContext value={parts}>
        <div
          className="text-frame"
          lang={language}
          dir={direction}
          data-panel={panel ? '' : undefined}
          ref={frame}
          {...within}
          onFocusCapture={onFocusCapture}
        >
          <Slate editor={editor} onChange={onChange} onSelectionChange={onSelectionChange}>
            <Editable
              ref={editable}
              className="text"
              aria-label={label}
              placeholder={placeholder}
              spellCheck={false}
              disableDefaultStyles
              decorate={decorate}
              renderElement={renderElement}
              renderLeaf={renderLeaf}
              renderPlaceholder={renderPlaceholder}
              onFocus={() => editorFocused(handle)}
              {...events}
            />
            {panel && (
              <PanelView
                panel={panel}
                close={closePanel}
                props={props}
                NoteEditor={NoteEditor}
                suggestKeys={suggestKeys}
              />
            )}
          </Slate>
        </div>
      </BlockPartsContext>
    </TextContext>
  );
}

/** Whether a selection is in a cell or caption: its offset says so, or that the focus is there already. */
function isWithinBlock(editor: Editor, { focus }: TextSelection, editable: HTMLElement | null): boolean {
  const element = (editor.children as BlockElement[]).find(({ id }) => id === focus.block);
  if (element?.type !== 'void' || element.block.type === 'rule') return false;
  const within = document.activeElement?.closest('[data-block]');
  return focus.offset > 0 || (within?.getAttribute('data-block') === focus.block && within !== editable);
}
