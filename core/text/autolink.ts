/**
 * Addresses in plain words. linkify-it finds them: it knows which signs end an address and which belong to it, in
 * every script. Only what says of itself that it is an address is taken: a scheme, "www." or an @.
 */
import { LinkifyIt } from 'linkify-it';
import { safeUrl, type Inline } from './block.ts';
import { span } from './inline.ts';

let linkify: LinkifyIt | undefined;

export interface FoundLink {
  /** UTF-16 units, half-open. */
  readonly from: number;
  readonly to: number;
  readonly url: string;
}

/** The addresses in a text, in their order. Costs next to nothing where there is none. */
export function linksIn(text: string): readonly FoundLink[] {
  if (!/:\/\/|www\.|@/i.test(text)) return [];
  linkify ??= new LinkifyIt({ fuzzyLink: true, fuzzyEmail: true });
  return (linkify.match(text) ?? []).flatMap(({ index, lastIndex, schema, url, text: words }) => {
    const named = /^(?:https?:|mailto:)$/.test(schema) || /^www\./i.test(words);
    // An address without a scheme is asked for in the safe one.
    const address = schema === '' ? url.replace(/^http:/, 'https:') : url;
    const safe = named ? safeUrl(address) : undefined;
    return safe === undefined ? [] : [{ from: index, to: lastIndex, url: safe }];
  });
}

/** Plain text as content, its addresses as links. */
export function linkedText(text: string): readonly Inline[] {
  const content: Inline[] = [];
  let at = 0;
  for (const { from, to, url } of linksIn(text)) {
    if (from > at) content.push(span(text.slice(at, from)));
    content.push(span(text.slice(from, to), undefined, url));
    at = to;
  }
  if (at < text.length) content.push(span(text.slice(at)));
  return content;
}
