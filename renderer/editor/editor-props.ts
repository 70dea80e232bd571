import type { IdSource } from '../../core/document/id.ts';
import type { CleanPaste } from './with-clipboard.ts';
import type { Asset } from '../../core/document/project.ts';
import type { CrossReferenceTarget, RichText } from '../../core/text/block.ts';
import type { BlockEdit, CaretPosition, TextSelection } from './block-edit.ts';
import type { Choice } from './rank-choices.ts';
import type { CommentMarks } from './comment-marks.ts';
import type { QuotationMarks } from './quotation-marks.ts';
import type { TextDescriptions } from './text-context.ts';
import type { Search } from './use-searched.ts';
import type { TypingHabits } from '../platform/typing-habits.ts';

export interface ReferenceChoice extends Choice {
  readonly target: CrossReferenceTarget;
}

export interface CitationChoice extends Choice {
  readonly id: string;
}

/** A list that a paragraph may be an entry of. */
export interface ListChoice {
  readonly id: string;
  /** "Demands" */
  readonly name: string;
  /** What an entry is called, without its number: "Demand". */
  readonly label: string;
}

/** Reads pictures that the writer gives; says so where one can't be taken. */
export interface PictureFiles {
  /** Asks for files. */
  choose(): Promise<readonly Asset[]>;
  /** Whether the project has the picture. */
  knows(asset: string): boolean;
  /** Of files that were dropped or pasted. */
  take(files: readonly File[]): Promise<readonly Asset[]>;
}

export interface AnswerEditorProps extends TextDescriptions {
  readonly text: RichText;
  /** What a screen reader calls the text. */
  readonly label: string;
  readonly placeholder: string;
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  readonly newId: IdSource;
  /** All of them when absent. */
  readonly habits?: TypingHabits | undefined;
  readonly onEdit: (edit: BlockEdit) => void;
  readonly onFocus?: (() => void) | undefined;
  /** Not called while the focus is in the editor's own popovers or in the format bar. */
  readonly onBlur?: (() => void) | undefined;
  readonly onSelect?: ((selection: TextSelection | null) => void) | undefined;
  /** An arrow key was pressed that goes out of the first or the last line. */
  readonly onLeave?: ((direction: 'up' | 'down') => void) | undefined;
  /** Puts the selection there, and the focus, each time that `nonce` is another one. */
  readonly restore?: { readonly selection: TextSelection; readonly nonce: number } | undefined;
  readonly crossReferenceChoices: () => readonly ReferenceChoice[];
  /** Places of letters that what is typed means. */
  readonly placeSearch: Search<ReferenceChoice>;
  /** None where no pictures can be put in. */
  readonly pictures?: PictureFiles | undefined;
  readonly citationChoices: () => readonly CitationChoice[];
  /** Makes a work of this title, shows its fields, and gives the work's id; absent where that can't be. */
  readonly onNewWork?: ((title: string) => string) | undefined;
  /** The first is the one that the command without a choice means. */
  readonly listChoices: () => readonly ListChoice[];
  /** HTML from the clipboard as blocks of the closed model. */
  readonly cleanPaste: (html: string) => CleanPaste;
  /** Which quotations aren't as their letters have them. */
  readonly quotationMarks?: QuotationMarks | undefined;
  /** A marked quotation was clicked: where. */
  readonly onQuotation?: ((at: CaretPosition) => void) | undefined;
  /** Which words comments are about. */
  readonly commentMarks?: CommentMarks | undefined;
  /** Commented words were clicked. */
  readonly onComment?: ((id: string) => void) | undefined;
  /** A cross reference was clicked: leads to what it refers to. */
  readonly onReference?: ((target: CrossReferenceTarget) => void) | undefined;
  readonly onOpenLink?: ((url: string) => void) | undefined;
}
