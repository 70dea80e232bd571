/** Formats citations away from the window's thread: the processor of styles is large, and slow for a key. */
import { formatCitations } from '../../core/citations/format.ts';
import type { CitationOrder } from '../../core/derived/citation-order.ts';

addEventListener('message', ({ data }: MessageEvent<CitationOrder>) => postMessage(formatCitations(data)));
