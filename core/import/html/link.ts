import type { Element } from 'hast';
import { safeUrl } from '../../text/block.ts';
import { attribute, textContent } from './element.ts';
import type { Page } from './place.ts';

/** Where the link leads, if that may be kept: http, https and mailto, or "#id" in drafts. Others are told. */
export function linkOf(element: Element, { base, fragments, notices }: Page): string | undefined {
  const href = attribute(element, 'href')?.trim();
  if (!href) return undefined;
  if (href.startsWith('#')) return fragments ? href : undefined;
  const absolute = safeUrl(href);
  if (absolute !== undefined) return absolute;
  if (base !== undefined && !/^[a-z][a-z0-9+.-]*:/i.test(href) && URL.canParse(href, base)) {
    const resolved = safeUrl(new URL(href, base).href);
    if (resolved !== undefined) return resolved;
  }
  notices.add('left-out', 'link-unsafe', 1, textContent(element).trim() || href);
  return undefined;
}
