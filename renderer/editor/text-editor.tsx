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
  type ReactNode,
} from 'react';
import { Editor, Path, Range, Transforms, type DecoratedRange, type NodeEntry } from 'slate';
import { Editable, ReactEditor, Slate } from 'slate-react';
import { inlineText } from '../../core/text/inline.ts';
import type { Atom } from '../../core/text/block.ts';
import { removeAtom } from './atoms.ts';
import { commentRanges } from './comment-marks.ts';
import { stopCommitWalk } from './commit-walk.ts';
import { editorChanged, editorFocused, editorGone, type EditorHandle } from './editor-commands.ts';
import { useEditorEvents } from './editor-events.ts';
import type { AnswerEditorProps } from './editor-props.ts';
import { focusEditable, forgetFocus } from './focus-editor.ts';
import { isAtomElement, renderElement, renderLeaf, renderPlaceholder } from './editable-view.tsx';
import { makeEditor } from './make-editor.ts';
import { editorMessages } from './messages.ts';
import type { NoteEditorProps } from './note-editor.tsx';
import { heldBy, releasePanel, type Panel } from './panel.ts';
import { PanelView } from './panel-view.tsx';
import { perform } from './perform.ts';
import { toRange, toSelection } from './position.ts';
import { quotationRanges } from './quotation-marks.ts';
import type { BlockElement } from './nodes.ts';
import { stateOfEditor } from './state-of-editor.ts';
import type { SuggestKeys } from './suggest-popup.tsx';
import { TextContext } from './text-context.ts';
import { useFocusWithin } from './use-focus-within.ts';
import './editor.css';

export interface TextEditorProps extends AnswerEditorProps {
  readonly scope: 'answer' | 'note';
  /** Has the focus, with the caret at the end, as soon as it is there. */
  readonly takesFocus?: boolean;
  /** Edits a footnote's text; notes themselves have none. */
  readonly NoteEditor?: ComponentType<NoteEditorProps>;
}

export function TextEditor(props: TextEditorProps): ReactNode {
  const { text, label, placeholder, language, direction, scope, takesFocus, restore, NoteEditor } = props;
  const latest = useRef(props);
  const frame = useRef<HTMLDivElement>(null);
  const editable = useRef<HTMLDivElement>(null);
  const [panel, setPanel] = useState<Panel | null>(null);
  const openPanel = useRef<Panel | null>(null);

  const [{ editor, source }] = useState(() =>
    makeEditor(
      text,
      {
        newId: () => latest.current.newId(),
        scope,
        direction,
        lists: () => latest.current.listChoices().map(({ id }) => id),
      },
      () => ({ cleanPaste: latest.current.cleanPaste, atomText: (atom) => plainAtom(latest.current, atom) }),
      (edit) => latest.current.onEdit(edit),
    ),
  );
  const [handle] = useState<EditorHandle>(() => ({
    run(command) {
      focusEditable(editor);
      return perform(editor, command);
    },
    focus: () => focusEditable(editor),
    state: () => stateOfEditor(editor),
  }));

  useLayoutEffect(() => {
    latest.current = props;
    editor.textDirection = direction;
  });

  const showPanel = useCallback((next: Panel | null) => {
    if (openPanel.current && openPanel.current !== next) releasePanel(openPanel.current);
    openPanel.current = next;
    setPanel(next);
  }, []);

  useEffect(() => {
    editor.openPanel = showPanel;
    return () => {
      editor.openPanel = () => undefined;
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
    if (range) Transforms.select(editor, range);
    // A footnote that is being written keeps the focus while its edits are undone.
    if (openPanel.current?.kind !== 'atom') focusEditable(editor);
  }, [editor, restore]);

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
    useCallback(() => latest.current.onFocus?.(), []),
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
      <div
        className="text-frame"
        lang={language}
        dir={direction}
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
    </TextContext>
  );
}

/** New marks part the text anew; while an input method is at work in it they wait. */
function useMarksAtRest<M>(editor: Editor, marks: M): M {
  const [shown, setShown] = useState(marks);
  useEffect(() => {
    let timer: number | undefined;
    const show = (): void => {
      if (ReactEditor.isComposing(editor)) timer = window.setTimeout(show, 200);
      else setShown(marks);
    };
    show();
    return () => window.clearTimeout(timer);
  }, [editor, marks]);
  return shown;
}

/** A footnote that is left empty isn't wanted. */
function removeEmptyNote(editor: Editor, panel: Panel): void {
  const path = panel.kind === 'atom' ? panel.path.current : null;
  if (!path || !Editor.hasPath(editor, path)) return;
  const [node] = Editor.node(editor, path);
  if (!isAtomElement(node) || node.atom.type !== 'note' || node.atom.body.length > 0) return;
  Transforms.select(editor, Editor.start(editor, Path.next(path)));
  editor.settle();
  removeAtom(editor, path);
  editor.settle('other');
}

/** Where the caret goes when a popover closes: behind what it was about. */
function returnCaret(editor: Editor, panel: Panel): void {
  if (panel.kind === 'atom') {
    const path = panel.path.current;
    if (path && Editor.hasPath(editor, Path.next(path))) {
      Transforms.select(editor, Editor.start(editor, Path.next(path)));
    }
  } else if (panel.kind === 'pick' && panel.range.current) {
    Transforms.select(editor, Range.end(panel.range.current));
  } else if (panel.kind === 'link' && panel.range.current) {
    Transforms.select(editor, panel.range.current);
  }
}

/** An atom for other programs' clipboards. */
function plainAtom(props: AnswerEditorProps, atom: Atom): string {
  switch (atom.type) {
    case 'note':
      return editorMessages.note.plain(inlineText(atom.body));
    case 'note-mark':
      return '';
    case 'citation':
      return props.describeCitation(atom).text;
    case 'cross-reference':
      return props.describeReference(atom).text;
  }
}
