import type { Block } from '../../core/text/block.ts';
import type { Asset } from '../../core/document/project.ts';
import type { Position } from '../../core/text/canonical.ts';

/** A place for the caret. Atoms take no room in the canonical text, so they are counted apart. */
export interface CaretPosition extends Position {
  /** How many of the atoms that stand at this offset come before the caret; absent for none. */
  readonly atoms?: number;
}

export interface TextSelection {
  readonly anchor: CaretPosition;
  readonly focus: CaretPosition;
}

/** For the grouping of undo: runs of `type` and of `delete` are joined, `other` stands alone. */
export type EditKind = 'type' | 'delete' | 'other';

/** The blocks `removed` from `index` on are replaced by `inserted`. */
export interface BlockEdit {
  readonly index: number;
  readonly removed: readonly Block[];
  readonly inserted: readonly Block[];
  readonly kind: EditKind;
  /** A word begins here, or a selection was typed over: a group of undo ends before this edit. */
  readonly startsWord: boolean;
  /** Where the selection was in the text before, and where it is in the text after. */
  readonly before: TextSelection | null;
  readonly after: TextSelection | null;
  /** Edits of the same group are one step of the history, whatever texts they are of. */
  readonly group?: string;
  /** Pictures that the project doesn't know yet and `inserted` shows. */
  readonly assets?: readonly Asset[];
}

/** What the maker of an edit knows of it and Slate doesn't. */
export type EditDetails = Partial<Pick<BlockEdit, 'before' | 'after' | 'group' | 'assets'>>;
