/** The window's side of the worker that formats citations. It is begun when the first work is cited. */
import type { CitationOrder, FormattedCitations } from '../../core/derived/citation-order.ts';

let worker: Worker | undefined;
let busy = false;
/** Only the last order that came while another was carried out counts. */
let next: CitationOrder | undefined;
let given: CitationOrder | undefined;

/** @param onDone called with what was made of an order, which may not be the last one any more */
export function orderCitations(
  order: CitationOrder,
  onDone: (order: CitationOrder, formatted: FormattedCitations) => void,
): void {
  next = order;
  worker ??= start(onDone);
  if (!busy) send();
}

function start(onDone: (order: CitationOrder, formatted: FormattedCitations) => void): Worker {
  const started = new Worker(new URL('./citation-worker.ts', import.meta.url), { type: 'module' });
  const done = (): void => {
    busy = false;
    send();
  };
  started.addEventListener('message', ({ data }: MessageEvent<FormattedCitations>) => {
    if (given) onDone(given, data);
    done();
  });
  started.addEventListener('error', () => {
    worker = undefined;
    busy = false;
  });
  return started;
}

function send(): void {
  if (!next || !worker) return;
  given = next;
  next = undefined;
  busy = true;
  worker.postMessage(given);
}
