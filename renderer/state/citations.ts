/** Citations and bibliography as the style has them: made by a worker from the settled project, kept by id. */
import { create } from 'zustand';
import {
  citationOrder,
  type FormattedCitation,
  type FormattedEntry,
} from '../../core/derived/citation-order.ts';
import { publicationWords } from '../../core/export/words.ts';
import { orderCitations } from '../platform/citation-worker-client.ts';
import { useSettled } from './settled.ts';

interface Formatted {
  readonly citations: Readonly<Record<string, FormattedCitation>>;
  readonly bibliography: readonly FormattedEntry[];
  /** The style couldn't be used. */
  readonly failed: boolean;
}
const NOTHING: Formatted = { citations: {}, bibliography: [], failed: false };

const useFormatted = create<Formatted>(() => NOTHING);

/** A citation as it reads; undefined until it has been formatted. The same value as long as it reads the same. */
export const useFormattedCitation = (id: string): FormattedCitation | undefined =>
  useFormatted(({ citations }) => citations[id]);
export const formattedCitation = (id: string): FormattedCitation | undefined =>
  useFormatted.getState().citations[id];
export const useBibliography = (): readonly FormattedEntry[] => useFormatted((state) => state.bibliography);
export const useStyleFailed = (): boolean => useFormatted((state) => state.failed);

useSettled.subscribe(({ project }, { project: before }) => {
  if (project === before) return;
  if (!project) return useFormatted.setState(NOTHING, true);
  const order = citationOrder(project, publicationWords(project.settings.language).missing);
  if (before && order === citationOrder(before, order.missing)) return;
  if (order.clusters.length === 0) return useFormatted.setState(NOTHING, true);
  orderCitations(order, (_, made) => useFormatted.setState(asBefore(made), true));
});

/** What reads as before stays the same value, so that it isn't drawn again. */
function asBefore(made: Formatted): Formatted {
  const { citations } = useFormatted.getState();
  const kept = Object.entries(made.citations).map(([id, citation]): [string, FormattedCitation] => {
    const known = citations[id];
    return [id, known && JSON.stringify(known) === JSON.stringify(citation) ? known : citation];
  });
  return { ...made, citations: Object.fromEntries(kept) };
}
