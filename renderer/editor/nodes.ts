/**
 * The shape of a text inside Slate: one element for each block, in a flat list. Text blocks carry the block's own
 * attributes and hold leaves and atoms; a table, picture or rule is a void that carries its whole block.
 */
import type { BaseEditor } from 'slate';
import type { ReactEditor } from 'slate-react';
import type { IdSource } from '../../core/document/id.ts';
import type { Atom, BlockId, Mark, Picture, Rule, Table, TextBlock } from '../../core/text/block.ts';
import type { EditDetails, EditKind } from './block-edit.ts';
import type { Panel } from './panel.ts';
import type { MarkedVerdict } from './quotation-marks.ts';
import type { TypingHabits } from '../platform/typing-habits.ts';

/** A mark is a property of the same name with the value true. */
export type Leaf = { text: string; link?: string } & Decoration & { [M in Mark]?: true };

/** What is shown of a run of characters and isn't in the text. */
export interface Decoration {
  /** Selected while a popover about it has the focus. */
  held?: true;
  /** Id of the quotation that it belongs to. */
  quotation?: string;
  /** How that compares with its letter, where the writer should know. */
  verdict?: MarkedVerdict;
  /** These are words that differ. */
  changed?: true;
  /** Id of a comment that is about it. */
  comment?: string;
}

export interface AtomElement {
  type: 'atom';
  atom: Atom;
  children: Leaf[];
}

export type InlineNode = Leaf | AtomElement;

export type VoidBlock = Table | Picture | Rule;

export interface VoidElement {
  type: 'void';
  id: BlockId;
  block: VoidBlock;
  children: Leaf[];
}

export type WritableBlock = Exclude<TextBlock, Picture>;

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Attributes<T> = T extends unknown ? Mutable<Omit<T, 'content'>> : never;

/** A text block's attributes without its content. */
export type BlockAttributes = Attributes<WritableBlock>;
export type TextElement = BlockAttributes & { children: InlineNode[] };

export type BlockElement = TextElement | VoidElement;

/** What the plugins of this folder add to a Slate editor. */
export interface BlocksEditor {
  newId: IdSource;
  /** The text of a note or of a table's cell is one paragraph; a note's holds no notes. */
  scope: 'answer' | 'note' | 'cell';
  /** Ids of the project's lists, of which paragraphs are entries. */
  lists(): readonly string[];
  /** The text's own direction; a block's `direction` is set where it differs. */
  textDirection: 'ltr' | 'rtl';
  /** Blocks whose direction was set by a command: what is typed in them first doesn't change it. */
  directed?: Set<BlockId>;
  /** What typing does beside writing, and the language (BCP 47) whose rules it follows; absent for a letter. */
  typing?: { readonly habits: TypingHabits; readonly language: string };
  /** Hands what has changed since the last call to the text's owner, as an edit of its own. */
  settle(kind?: EditKind, startsWord?: boolean, details?: EditDetails): void;
  /** Opens a popover or picker; does nothing where there is no window. */
  openPanel(panel: Panel): void;
  /**
   * Puts the caret into a table's cell or a picture's caption, once it is drawn.
   *
   * @param offset UTF-16 units of the block's text
   */
  enterBlock(block: BlockId, offset: number): void;
  /** Asks the writer for pictures, and inserts them at the selection. */
  askPictures(): void;
}

declare module 'slate' {
  interface CustomTypes {
    Editor: BaseEditor & ReactEditor & BlocksEditor;
    Element: BlockElement | AtomElement;
    Text: Leaf;
  }
}
