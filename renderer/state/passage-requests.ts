/** Acts on "the selected words or passage" that come from the menu or the palette; the reading pane answers them. */
import { en } from '../../core/messages/en.ts';
import { say } from './messages.ts';

export type PassageRequest =
  | { readonly kind: 'answer' | 'quote' | 'note' | 'waive' | 'by-master' | 'refer' }
  | { readonly kind: 'category'; readonly category: string };

/** Does what is asked; false when neither words nor a passage are selected. */
type Listener = (request: PassageRequest) => boolean;

let listener: Listener | undefined;

/** The reading pane that is shown answers requests until it calls the function that it gets back. */
export function onPassageRequest(answer: Listener): () => void {
  listener = answer;
  return () => {
    if (listener === answer) listener = undefined;
  };
}

export function askPassageAct(request: PassageRequest): void {
  if (!listener?.(request)) say(en.passage.nothingSelected);
}
