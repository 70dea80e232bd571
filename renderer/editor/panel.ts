import type { PathRef, PointRef, RangeRef } from 'slate';

/** Those whose choice is put into the text. */
export type AtomPickerKind = 'citation' | 'cross-reference';
export type PickerKind = AtomPickerKind | 'list';

/** The list under a sign typed in the text. */
export interface SuggestPanel {
  readonly kind: 'suggest';
  readonly what: AtomPickerKind;
  /** "@", "#", "[[": as typed. */
  readonly sign: string;
  /** Before the sign. */
  readonly start: PointRef;
}

/** What floats over the text at the moment. Refs are held while it is open and move with the text. */
export type Panel =
  | { readonly kind: 'link'; readonly range: RangeRef; readonly url: string }
  | { readonly kind: 'atom'; readonly path: PathRef }
  /** A search in a field of its own; what is picked comes in the place of the range. */
  | { readonly kind: 'pick'; readonly what: PickerKind; readonly range: RangeRef }
  | SuggestPanel;

type Held = PathRef | PointRef | RangeRef;

/** What the panel is about: it goes when that is gone. */
export function heldBy(panel: Panel): Held {
  if (panel.kind === 'atom') return panel.path;
  return panel.kind === 'suggest' ? panel.start : panel.range;
}

export function releasePanel(panel: Panel): void {
  heldBy(panel).unref();
}
