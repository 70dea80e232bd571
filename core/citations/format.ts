/**
 * Citations and bibliography by CSL: what is to be cited, in order, becomes content. citeproc does the formatting;
 * nothing here is remembered, so that it may run in a worker. See docs/decisions/0007-citations.md.
 */
import { CSL, type CiteItem, type Cluster, type CslNode } from './processor.ts';
import type { CitationItem, Span } from '../text/block.ts';
import type {
  CitationOrder,
  FormattedCitation,
  FormattedCitations,
  FormattedEntry,
  Stretch,
} from '../derived/citation-order.ts';
import type { ChosenStyle } from '../derived/citation-style.ts';
import { nameList, shortName } from '../derived/locale.ts';
import { plainEntry, plainLabel } from '../derived/work-label.ts';
import { cleanItem } from './clean-item.ts';
import { STYLES } from './csl/styles.js';
import { cslNode } from './csl-node.ts';
import { localeNode, localeOf } from './locale.ts';
import { linkedStretches } from './linked-stretches.ts';
import { FORMAT, stretches, withoutSigns } from './markup.ts';
import { readStyle } from './read-style.ts';

const FORMAT_NAME = 'pamphleteer';
const UNPRINTED = /\[(?:CSL STYLE ERROR: reference with no printed form\.|NO_PRINTED_FORM)\]/g;

/** Never fails: a style that citeproc can't use gives plain labels. */
export function formatCitations(asked: CitationOrder): FormattedCitations {
  const order = { ...asked, items: asked.items.map(cleanItem) };
  if (order.clusters.length === 0) return { citations: {}, bibliography: [], failed: false };
  try {
    return byStyle(order, styleOf(order.style));
  } catch {
    return plainly(order);
  }
}

function styleOf({ id, csl }: ChosenStyle): CslNode {
  if (csl === undefined) return cslNode(STYLES[id as keyof typeof STYLES]);
  const read = readStyle(id, csl);
  if (!read.ok) throw new Error(read.message);
  return read.style.node;
}

function byStyle(order: CitationOrder, style: CslNode): FormattedCitations {
  const known = new Map(order.items.map((item) => [item.id, item]));
  CSL.Output.Formats[FORMAT_NAME] ??= FORMAT;
  const engine = new CSL.Engine(
    {
      retrieveLocale: localeNode,
      retrieveItem: (id) => known.get(id) ?? { id, type: 'document' },
    },
    style,
    localeOf(order.language),
    true,
  );
  engine.opt.development_extensions['wrap_url_and_doi'] = true;
  const numeric = isNumeric(style);
  const clusters = order.clusters.map(({ id, note, items, mode }): Cluster => ({
    citationID: id,
    citationItems: items.filter(({ reference }) => known.has(reference)).map(citeItem),
    properties: {
      noteIndex: note,
      ...(mode && !order.style.notes && !numeric ? { mode: 'composite' } : {}),
    },
  }));
  const cited = clusters.filter(({ citationItems }) => citationItems.length > 0);
  const byId = new Map(cited.map((cluster) => [cluster.citationID, cluster]));
  const texts = new Map(engine.rebuildProcessorState(cited, FORMAT_NAME).map(([id, , text]) => [id, text]));
  engine.setOutputFormat(FORMAT_NAME);
  const [, entries] = engine.makeBibliography() || [undefined, []];
  const plain = plainly(order);
  const delimiter = engine.citation.opt.layout_delimiter ?? '';
  const citations = order.clusters.map((cluster): readonly [string, FormattedCitation] => {
    const marked = texts.get(cluster.id);
    const lead = cluster.mode && (order.style.notes || numeric) ? leadOf(cluster, order) : undefined;
    const unprinted = marked !== undefined && marked.search(UNPRINTED) >= 0;
    if (marked === undefined || unprinted) return [cluster.id, plain.citations[cluster.id]!];
    const missing = cluster.items.some(({ reference }) => !known.has(reference));
    const content: readonly Stretch[] = [
      ...(lead && !order.style.notes ? [{ content: [{ text: `${lead} ` }] }] : []),
      ...linkedStretches(stretches(marked), referencesIn(byId.get(cluster.id)), delimiter),
      ...(missing ? [{ content: [{ text: ` [${order.missing}]` }] }] : []),
    ];
    return [cluster.id, { content, missing, ...(lead && order.style.notes ? { lead } : {}) }];
  });
  return {
    citations: Object.fromEntries(citations),
    bibliography: entries.flatMap((entry) => entryOf(entry, order)),
    failed: false,
  };
}

/** In the order in which the style puts them; unlike that in which they were given, if it sorts. */
function referencesIn(cluster: Cluster | undefined): readonly string[] {
  return cluster?.sortedItems?.map(([, { id }]) => id) ?? cluster?.citationItems.map(({ id }) => id) ?? [];
}

function isNumeric(style: CslNode): boolean {
  const info = style.children.find(
    (node): node is CslNode => typeof node !== 'string' && node.name === 'info',
  );
  return (
    JSON.stringify(style).includes('"citation-number"') &&
    (info === undefined || !JSON.stringify(info).includes('"author'))
  );
}

function citeItem({ reference, locator, label, prefix, suffix, authorOut }: CitationItem): CiteItem {
  const before = prefix?.trim();
  const after = suffix?.trim();
  return {
    id: reference,
    ...(locator?.trim() ? { locator: locator.trim(), label: label ?? 'page' } : {}),
    ...(before ? { prefix: withoutSigns(/[\p{Ps}\p{Pi}]$/u.test(before) ? before : `${before} `) } : {}),
    ...(after ? { suffix: withoutSigns(/^[\p{P}]/u.test(after) ? after : ` ${after}`) } : {}),
    ...(authorOut ? { 'suppress-author': true } : {}),
  };
}

function entryOf(marked: string, order: CitationOrder): readonly FormattedEntry[] {
  const parts = stretches(marked.trim());
  const reference = parts.find((part) => part.reference !== undefined)?.reference;
  if (reference === undefined) return [];
  const of = (margin: boolean): readonly Span[] =>
    parts.filter((part) => (part.margin === true) === margin).flatMap(({ content }) => content);
  const margin = of(true);
  const content = of(false);
  const item = order.items.find(({ id }) => id === reference);
  const unprinted = content.length === 0 || content.some(({ text }) => text.search(UNPRINTED) >= 0);
  return [
    {
      reference,
      ...(margin.length > 0 ? { margin } : {}),
      content: unprinted && item ? plainEntry(item, order.language) : content,
    },
  ];
}

/** "Ashgrove and Tarn": those who answer for the works of a citation, as the sentence names them. */
function leadOf({ items }: CitationOrder['clusters'][number], order: CitationOrder): string {
  const names = items.flatMap(({ reference }) => {
    const item = order.items.find(({ id }) => id === reference);
    const makers = item?.author?.length ? item.author : (item?.editor ?? []);
    return makers.length > 0 ? [nameList(makers.map(shortName), order.language)] : [];
  });
  return nameList(names, order.language);
}

/** "(Ashgrove 2019, 41)", by no style. */
function plainly(order: CitationOrder): FormattedCitations {
  const labels = new Map(order.items.map((item) => [item.id, plainLabel(item, order.language)]));
  const citations = order.clusters.map(({ id, items }): readonly [string, FormattedCitation] => {
    const told = items.map(({ reference, locator, prefix, suffix }) => {
      const named = [prefix?.trim(), labels.get(reference) ?? order.missing].filter(Boolean).join(' ');
      return `${named}${locator ? `, ${locator}` : ''}${suffix ?? ''}`;
    });
    const missing = items.some(({ reference }) => !labels.has(reference));
    const reference = items[0]?.reference;
    const target = reference !== undefined && labels.has(reference) ? { reference } : {};
    return [id, { content: [{ content: [{ text: `(${told.join('; ')})` }], ...target }], missing }];
  });
  const bibliography = order.items.map((item) => ({
    reference: item.id,
    content: plainEntry(item, order.language),
  }));
  return { citations: Object.fromEntries(citations), bibliography, failed: true };
}
