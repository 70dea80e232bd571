/** Acts on "the selected words or passage" that come from the menu or the palette; the reading pane answers them. */
export type PassageRequest = 'answer' | 'quote' | 'note' | 'waive';

let listener: ((request: PassageRequest) => void) | undefined;

/** The reading pane that is shown answers requests until it calls the function that it gets back. */
export function onPassageRequest(answer: (request: PassageRequest) => void): () => void {
  listener = answer;
  return () => {
    if (listener === answer) listener = undefined;
  };
}

export function askPassageAct(request: PassageRequest): void {
  listener?.(request);
}
