import type { PathRef, RangeRef } from 'slate';

export type PickerKind = 'citation' | 'cross-reference';

/** Asks for what a command needs to know: the size of a new table, the number of an item. */
export type FormKind = 'table' | 'list-number';

/** What floats over the text at the moment. Refs are held while it is open and move with the text. */
export type Panel =
  | { readonly kind: 'link'; readonly range: RangeRef; readonly url: string }
  | { readonly kind: 'atom'; readonly path: PathRef }
  | { readonly kind: 'form'; readonly what: FormKind; readonly range: RangeRef }
  | {
      readonly kind: 'pick';
      readonly what: PickerKind;
      /** What is replaced by the thing picked: the typed trigger, or the caret's place. */
      readonly range: RangeRef;
      /** The typed characters; empty when the picker was called by a command. */
      readonly trigger: string;
      readonly query: string;
    };

export function releasePanel(panel: Panel): void {
  if (panel.kind === 'atom') panel.path.unref();
  else panel.range.unref();
}
