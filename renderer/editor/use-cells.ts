/** Which cell of a block has the caret, and what happens to what is written in it. */
import { useCallback, useContext, useLayoutEffect, useRef, useState } from 'react';
import { Editor, Transforms } from 'slate';
import { useSlateStatic } from 'slate-react';
import type { Inline } from '../../core/text/block.ts';
import type { BlockEdit, CaretPosition, TextSelection } from './block-edit.ts';
import { BlockPartsContext } from './block-parts.ts';
import { insertParagraph } from './blocks.ts';
import { focusEditable } from './focus-editor.ts';
import type { BlockElement, VoidBlock, VoidElement } from './nodes.ts';
import { setFields } from './set-fields.ts';

export interface ActiveCell {
  readonly key: string;
  readonly caret?: { readonly offset: number; readonly nonce: number };
}

interface Cells {
  /** The block as it is now, with what is written in the cell. */
  write(block: VoidBlock, key: string, content: readonly Inline[]): VoidBlock;
  /** Where the cell's text begins in that of the block, in UTF-16 units. */
  startOf(key: string): number;
  /** The cell at an offset of the block's text. */
  at(offset: number): { readonly key: string; readonly offset: number };
}

let nonce = 0;

/**
 * Cells become editors when the pointer comes to them or the caret is put in, and stay as they were drawn otherwise.
 * `cells` is asked when something happens.
 */
export function useCells(element: VoidElement, cells: Cells) {
  const editor = useSlateStatic();
  const parts = useContext(BlockPartsContext);
  const [active, setActive] = useState<ActiveCell | null>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const latest = useRef({ element, cells });
  useLayoutEffect(() => {
    latest.current = { element, cells };
  });
  /** By the id: between a change and its drawing the element is another one. */
  const place = useCallback(
    () => (editor.children as BlockElement[]).findIndex(({ id }) => id === latest.current.element.id),
    [editor],
  );

  const enter = useCallback((offset: number): void => {
    const found = latest.current.cells.at(offset);
    setActive({ key: found.key, caret: { offset: found.offset, nonce: ++nonce } });
  }, []);

  const request = parts?.request;
  const handled = useRef<number | undefined>(undefined);
  useLayoutEffect(() => {
    if (!request || request.block !== element.id || handled.current === request.nonce) return;
    handled.current = request.nonce;
    enter(request.offset);
  }, [request, element.id, enter]);

  /** The selection in a cell as one in the block's text. */
  const placed = useCallback((key: string, selection: TextSelection | null): TextSelection | null => {
    if (!selection) return null;
    const start = latest.current.cells.startOf(key);
    const block = latest.current.element.id;
    const of = (at: CaretPosition): CaretPosition => ({ ...at, block, offset: start + at.offset });
    return { anchor: of(selection.anchor), focus: of(selection.focus) };
  }, []);

  const change = useCallback(
    (key: string, content: readonly Inline[], edit: BlockEdit): void => {
      const { write } = latest.current.cells;
      const { group, assets } = edit;
      const details = {
        before: placed(key, edit.before),
        after: placed(key, edit.after),
        ...(group === undefined ? {} : { group }),
        ...(assets ? { assets } : {}),
      };
      const now = editor.children[place()];
      if (!now || !('block' in now)) return;
      editor.settle();
      setFields(editor, [place()], { block: write(now.block, key, content) });
      editor.settle(edit.kind, edit.startsWord, details);
    },
    [editor, place, placed],
  );

  /** The block counts as selected while one of its cells has the caret. */
  const focused = useCallback(
    (key: string): void => {
      setActive((before) => (before?.key === key ? before : { key }));
      Transforms.select(editor, Editor.start(editor, [place()]));
    },
    [editor, place],
  );
  const blurred = useCallback((key: string): void => {
    setActive((before) => (before?.key === key ? null : before));
  }, []);

  /** Out of the block: to the text beside it, of which there is always some then. */
  const leave = useCallback(
    (towards: 'up' | 'down' | 'block'): void => {
      const index = place();
      if (towards === 'up') {
        if (index === 0) insertParagraph(editor, 0);
        else Transforms.select(editor, Editor.end(editor, [index - 1]));
      } else if (towards === 'down') {
        if (index === editor.children.length - 1) insertParagraph(editor, index + 1);
        else Transforms.select(editor, Editor.start(editor, [index + 1]));
      } else Transforms.select(editor, Editor.start(editor, [index]));
      editor.settle('other');
      setActive(null);
      focusEditable(editor);
    },
    [editor, place],
  );

  return {
    editor,
    parts,
    active,
    pointed,
    setPointed,
    place,
    enter,
    placed,
    change,
    focused,
    blurred,
    leave,
  };
}
