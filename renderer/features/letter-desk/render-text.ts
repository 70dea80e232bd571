import type { ReactNode } from 'react';
import type { Highlight, Letter } from '../../../core/document/letter.ts';
import type { TextRange } from '../../../core/text/canonical.ts';

/** How a letter's text is drawn, in which words can be selected: by the reading pane's means, which this feature doesn't know. */
export type RenderText = (props: {
  readonly letter: Letter;
  readonly highlights: readonly Highlight[];
  readonly goTo: { readonly block: string } | null;
  readonly label: string;
  onSelect(range: TextRange | null): void;
  onPut(): void;
}) => ReactNode;
