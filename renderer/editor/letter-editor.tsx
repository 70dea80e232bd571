/**
 * The editor with which a letter's text is corrected. Blocks stand in sections of a hundred, drawn piece by piece
 * and each with `content-visibility: auto`; the passages are decorations that only their own block reads.
 */
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { Transforms, type NodeEntry } from 'slate';
import { Editable, ReactEditor, Slate } from 'slate-react';
import type { IdSource } from '../../core/document/id.ts';
import type { Letter } from '../../core/document/letter.ts';
import type { Block, BlockId } from '../../core/text/block.ts';
import { textIndex } from '../../core/text/canonical.ts';
import type { TextSelection } from './block-edit.ts';
import { stopCommitWalk } from './commit-walk.ts';
import { editorChanged, editorFocused, editorGone, type EditorHandle } from './editor-commands.ts';
import type { CleanPaste } from './letter-clipboard.ts';
import { performInLetter, stateOfLetter } from './letter-commands.ts';
import { letterDrawing } from './letter-drawing.ts';
import type { LetterEdits } from './letter-edits.ts';
import { useLetterEvents } from './letter-events.ts';
import { changesLists, letterLists } from './letter-lists.ts';
import { makeLetterEditor } from './letter-make.ts';
import { SECTION_LENGTH, sectionsOf } from './letter-nodes.ts';
import { letterPassages, type LetterPart, type LetterParts } from './letter-passages.ts';
import { toLetterRange } from './letter-position.ts';
import { LetterContext, renderLetterElement, renderLetterLeaf } from './letter-view.tsx';
import './letter-editor.css';

export type { TextSelection } from './block-edit.ts';
export type { LetterEdits } from './letter-edits.ts';
export type { LetterPart, LetterParts } from './letter-passages.ts';
export type { LetterEdit } from './letter-steps.ts';

export interface LetterEditorProps {
  readonly letter: Letter;
  readonly parts: LetterParts;
  /** What a screen reader calls the text. */
  readonly label: string;
  readonly newId: IdSource;
  /** To be applied one after the other, at once: the next `letter` must have them. */
  readonly onEdits: (edits: LetterEdits) => void;
  readonly onFocus?: () => void;
  readonly onBlur?: () => void;
  readonly cleanPaste: CleanPaste;
  /** How a table, picture or rule is drawn, with its passages. Give a function that doesn't change. */
  readonly renderVoid: (block: Block, parts: readonly LetterPart[]) => ReactNode;
  /** Where the reader is: drawn first. */
  readonly startAt?: BlockId;
  /** Asks for the caret; a new `nonce` asks anew. */
  readonly restore?: { readonly selection: TextSelection; readonly nonce: number };
}

/** When more blocks than this are to be drawn with other passages, all are. */
const MANY = 150;

export function LetterEditor(props: LetterEditorProps): ReactNode {
  const { letter, parts, label, newId, renderVoid, restore, startAt } = props;
  const { blocks } = letter;
  const latest = useRef(props);
  const editable = useRef<HTMLDivElement>(null);
  const [everything, drawEverything] = useState(0);

  const [made] = useState(() => {
    const lists = letterLists(blocks);
    const { editor, source } = makeLetterEditor(
      blocks,
      { newId, direction: letter.direction, cleanPaste: (html) => latest.current.cleanPaste(html) },
      (edits) => {
        if (changesLists(edits.edits)) lists.update(source.blocks.slice());
        latest.current.onEdits(edits);
      },
    );
    const first = startAt === undefined ? 0 : (textIndex(blocks).order.get(startAt) ?? 0);
    const drawing = letterDrawing(Math.floor(first / SECTION_LENGTH));
    return { editor, source, lists, passages: letterPassages(parts), drawing };
  });
  const { editor, source, lists, passages, drawing } = made;
  // Before the blocks are drawn, so that an edit and the passages that it moves are drawn together.
  passages.take(parts);

  const [handle] = useState<EditorHandle>(() => ({
    run(command) {
      ReactEditor.focus(editor);
      return performInLetter(editor, command);
    },
    focus: () => ReactEditor.focus(editor),
    state: () => stateOfLetter(editor),
  }));

  useLayoutEffect(() => {
    latest.current = props;
    editor.textDirection = letter.direction;
    editor.newId = newId;
  });
  useEffect(
    () => () => {
      editorGone(handle);
      drawing.stop();
    },
    [handle, drawing],
  );
  useLayoutEffect(() => (editable.current ? stopCommitWalk(editable.current) : undefined), []);

  // Changes from outside: undo, redo. While an input method is at work they wait.
  useLayoutEffect(() => {
    let timer: number | undefined;
    const adopt = (): void => {
      if (source.busy) return;
      if (ReactEditor.isComposing(editor)) timer = window.setTimeout(adopt, 50);
      else if (source.adopt(blocks)) lists.update(blocks);
    };
    adopt();
    return () => window.clearTimeout(timer);
  }, [editor, source, lists, blocks]);

  // Blocks whose passages changed without an edit of their text.
  useLayoutEffect(() => {
    const stale = new Set(passages.stale());
    if (stale.size === 0) return;
    if (stale.size > MANY) return drawEverything((count) => count + 1);
    sectionsOf(editor).forEach((section, s) =>
      section.children.forEach(({ id }, b) => {
        if (stale.has(id)) source.touch([s, b]);
      }),
    );
  }, [editor, source, passages, parts]);

  const restored = useRef<number | undefined>(undefined);
  useLayoutEffect(() => {
    if (!restore || restored.current === restore.nonce) return;
    restored.current = restore.nonce;
    const range = toLetterRange(editor, restore.selection);
    if (!range) return;
    drawing.drawNow(range.anchor.path[0]);
    drawing.drawNow(range.focus.path[0]);
    // After the sections that have just been asked for are drawn.
    queueMicrotask(() => {
      const place = toLetterRange(editor, restore.selection);
      if (place) Transforms.select(editor, place);
      ReactEditor.focus(editor);
    });
  }, [editor, drawing, restore]);

  const decorate = useCallback(
    (entry: NodeEntry) => passages.decorate(entry),
    // A new function has every block ask for its passages again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [passages, everything],
  );
  const drawAll = useCallback(() => flushSync(() => drawing.drawNow()), [drawing]);
  const events = useLetterEvents(editor, source, latest, drawAll);
  const surroundings = useMemo(
    () => ({ lists, passages, drawing, renderVoid }),
    [lists, passages, drawing, renderVoid],
  );

  return (
    <LetterContext value={surroundings}>
      <Slate editor={editor} initialValue={editor.children} onChange={() => editorChanged(handle)}>
        <Editable
          ref={editable}
          className="letter-editor"
          aria-label={label}
          lang={letter.language}
          dir={letter.direction}
          spellCheck={false}
          disableDefaultStyles
          decorate={decorate}
          renderElement={renderLetterElement}
          renderLeaf={renderLetterLeaf}
          onFocus={() => {
            editorFocused(handle);
            latest.current.onFocus?.();
          }}
          onBlur={() => latest.current.onBlur?.()}
          {...events}
        />
      </Slate>
    </LetterContext>
  );
}
