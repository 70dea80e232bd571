/** Acts on "the selected words or passage" that come from the menu or the palette; the reading pane answers them. */
import { en } from '../../core/messages/en.ts';
import { say } from './messages.ts';
import { app } from './store.ts';

export type PassageRequest =
  | { readonly kind: 'answer' | 'quote' | 'note' | 'tags' | 'comment' | 'waive' | 'by-master' | 'refer' }
  | { readonly kind: 'category'; readonly category: string };

/** Does what is asked; false when neither words nor a passage are selected. */
type Listener = (request: PassageRequest) => boolean;

const listeners = new Map<string, Listener>();

/** A letter that is shown answers requests, when it's the one in use, until it calls the function that it gets back. */
export function onPassageRequest(letter: string, answer: Listener): () => void {
  listeners.set(letter, answer);
  return () => {
    if (listeners.get(letter) === answer) listeners.delete(letter);
  };
}

export function askPassageAct(request: PassageRequest): void {
  if (!listeners.get(app.get().letter ?? '')?.(request)) say(en.passage.nothingSelected);
}
