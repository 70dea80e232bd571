/** What the tables and pictures of a text need of the editor that they stand in. */
import { createContext, type ComponentType, type RefObject } from 'react';
import type { BlockId } from '../../core/text/block.ts';
import type { CellEditorProps } from './cell-editor.tsx';
import type { AnswerEditorProps } from './editor-props.ts';

export interface BlockParts {
  readonly props: RefObject<AnswerEditorProps>;
  readonly CellEditor: ComponentType<CellEditorProps>;
  /** The block that is to take the caret; another object asks anew. */
  readonly request: CaretRequest | null;
}

export interface CaretRequest {
  readonly block: BlockId;
  /** UTF-16 units of the block's text. */
  readonly offset: number;
  readonly nonce: number;
}

/** Null where a text is only shown. */
export const BlockPartsContext = createContext<BlockParts | null>(null);
