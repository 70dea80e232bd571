/**
 * The closed union of edits. Each carries what it takes to undo it, is plain JSON, and is applied by
 * {@link applyOperation} and undone by applying {@link invertOperation} of it.
 */
import type { Block } from '../text/block.ts';
import type { TextRange } from '../text/canonical.ts';
import type { TextRef } from '../document/find.ts';
import type { Comment } from '../document/comment.ts';
import type { Category, Highlight, Letter } from '../document/letter.ts';
import type { Quotation } from '../document/quotation.ts';
import type {
  AcceptedQuotation,
  Asset,
  Change,
  FrontMatter,
  Point,
  Project,
  ProjectList,
  Reference,
  Section,
  Settings,
} from '../document/project.ts';

/** The ordered lists of a project: where each is found, and what it holds. */
interface Lists {
  letters: [ref: { readonly of: 'letters' }, item: Letter];
  highlights: [ref: { readonly of: 'highlights' }, item: Highlight];
  categories: [ref: { readonly of: 'categories' }, item: Category];
  references: [ref: { readonly of: 'references' }, item: Reference];
  assets: [ref: { readonly of: 'assets' }, item: Asset];
  accepted: [ref: { readonly of: 'accepted' }, item: AcceptedQuotation];
  lists: [ref: { readonly of: 'lists' }, item: ProjectList];
  sections: [ref: { readonly of: 'sections' }, item: Section];
  points: [ref: { readonly of: 'points'; readonly section: string }, item: Point];
  quotations: [ref: { readonly of: 'quotations'; readonly point: string }, item: Quotation];
  changes: [ref: { readonly of: 'changes'; readonly point: string }, item: Change];
  comments: [ref: { readonly of: 'comments' }, item: Comment];
}
export type ListName = keyof Lists;
export type ListRef<N extends ListName = ListName> = Lists[N][0];
export type ListItemOf<N extends ListName> = Lists[N][1];

export type InsertOperation = {
  [N in ListName]: {
    readonly type: 'insert';
    readonly list: ListRef<N>;
    /** Where it will stand. */
    readonly index: number;
    readonly item: ListItemOf<N>;
  };
}[ListName];

export type RemoveOperation = {
  [N in ListName]: {
    readonly type: 'remove';
    readonly list: ListRef<N>;
    readonly index: number;
    readonly item: ListItemOf<N>;
  };
}[ListName];

/** Both lists hold the same kind of thing; `toIndex` counts in the list after the item was taken out. */
export interface MoveOperation {
  readonly type: 'move';
  readonly from: ListRef;
  readonly fromIndex: number;
  readonly to: ListRef;
  readonly toIndex: number;
}

/** Things with fields that are set one at a time. Texts and lists among their fields have operations of their own. */
interface Records {
  project: [ref: { readonly of: 'project' }, fields: Pick<Project, 'frozen' | 'citationStyles'>];
  front: [ref: { readonly of: 'front' }, fields: FrontMatter];
  settings: [ref: { readonly of: 'settings' }, fields: Settings];
  letter: [ref: { readonly of: 'letter'; readonly id: string }, fields: Omit<Letter, 'id' | 'blocks'>];
  highlight: [
    ref: { readonly of: 'highlight'; readonly id: string },
    fields: Pick<Highlight, 'ranges' | 'quote' | 'category' | 'note' | 'waived' | 'tags' | 'seeMaster'>,
  ];
  category: [ref: { readonly of: 'category'; readonly id: string }, fields: Omit<Category, 'id'>];
  section: [
    ref: { readonly of: 'section'; readonly id: string },
    fields: Omit<Section, 'id' | 'lead' | 'points'>,
  ];
  point: [
    ref: { readonly of: 'point'; readonly id: string },
    fields: Omit<Point, 'id' | 'quotations' | 'answer' | 'changes'>,
  ];
  change: [ref: { readonly of: 'change'; readonly id: string }, fields: Pick<Change, 'page' | 'line'>];
  comment: [ref: { readonly of: 'comment'; readonly id: string }, fields: Omit<Comment, 'id' | 'date'>];
  quotation: [
    ref: { readonly of: 'quotation'; readonly point: string; readonly id: string },
    fields: Pick<Quotation, 'view' | 'setting'>,
  ];
  reference: [ref: { readonly of: 'reference'; readonly id: string }, fields: Pick<Reference, 'item'>];
  list: [ref: { readonly of: 'list'; readonly id: string }, fields: Omit<ProjectList, 'id'>];
}
export type RecordName = keyof Records;
export type RecordRef<N extends RecordName = RecordName> = Records[N][0];
export type FieldsOf<N extends RecordName> = Records[N][1];

/** `undefined` is told by `null`, so that the operation is the same after a way through JSON. */
export type SetOperation = {
  [N in RecordName]: {
    [F in keyof FieldsOf<N>]-?: {
      readonly type: 'set';
      readonly target: RecordRef<N>;
      readonly field: F;
      readonly before: FieldsOf<N>[F] extends infer V ? (V extends undefined ? null : V) : never;
      readonly after: FieldsOf<N>[F] extends infer V ? (V extends undefined ? null : V) : never;
    };
  }[keyof FieldsOf<N>];
}[RecordName];

/** Where a highlight's passage is before and after an edit of its letter. */
export interface Anchor {
  readonly ranges: readonly TextRange[];
  readonly quote: string;
}
export interface AnchorChange {
  readonly highlight: string;
  readonly before: Anchor;
  readonly after: Anchor;
}

/**
 * Replaces the blocks from `index` on that `removed` lists by `inserted`. In a letter, `anchors` holds every
 * highlight that the edit moves, so that the inverse puts each back exactly.
 */
export interface SpliceOperation {
  readonly type: 'splice';
  readonly text: TextRef;
  readonly index: number;
  readonly removed: readonly Block[];
  readonly inserted: readonly Block[];
  readonly anchors?: readonly AnchorChange[];
}

export type Operation = InsertOperation | RemoveOperation | MoveOperation | SetOperation | SpliceOperation;

/** The operation that undoes `operation`: applied right after it, it gives the project as it was before. */
export function invertOperation(operation: Operation): Operation {
  switch (operation.type) {
    case 'insert':
      return { ...operation, type: 'remove' };
    case 'remove':
      return { ...operation, type: 'insert' };
    case 'move':
      return {
        type: 'move',
        from: operation.to,
        fromIndex: operation.toIndex,
        to: operation.from,
        toIndex: operation.fromIndex,
      };
    case 'set':
      return { ...operation, before: operation.after, after: operation.before } as SetOperation;
    case 'splice':
      return {
        ...operation,
        removed: operation.inserted,
        inserted: operation.removed,
        ...(operation.anchors
          ? {
              anchors: operation.anchors.map(({ highlight, before, after }) => ({
                highlight,
                before: after,
                after: before,
              })),
            }
          : {}),
      };
  }
}

/** The operations that undo `operations`, in the order in which to apply them. */
export function invertOperations(operations: readonly Operation[]): Operation[] {
  return operations.map(invertOperation).reverse();
}
