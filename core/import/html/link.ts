import { safeUrl } from '../../text/block.ts';
import { attribute, textContent } from './element.ts';
import type { Page } from './place.ts';
import type { Element } from './tree.ts';

/** Where the link leads, if that may be kept: http, https and mailto, or "#id" in drafts. Others are told. */
export function linkOf(element: Element, { base, fragments, notices }: Page): string | undefined {
  const href = attribute(element, 'href')?.trim();
  if (!href) return undefined;
  if (href.startsWith('#')) return fragments ? href : undefined;
  const absolute = keptUrl(href);
  if (absolute !== undefined) return absolute;
  if (base !== undefined && !/^[a-z][a-z0-9+.-]*:/i.test(href) && URL.canParse(href, base)) {
    const resolved = keptUrl(new URL(href, base).href);
    if (resolved !== undefined) return resolved;
  }
  notices.add('left-out', 'link-unsafe', 1, textContent(element).trim() || href);
  return undefined;
}

/** The URL if it may be kept; behind a page that only passes on what it is asked for, the one that was meant. */
export function keptUrl(address: string): string | undefined {
  let url = safeUrl(address);
  for (let passed = 0; url !== undefined && passed < 3; passed++) {
    const meant = safeUrl(passedOn(new URL(url)) ?? '');
    if (meant === undefined) break;
    url = meant;
  }
  return url;
}

/** What Google Docs and Gmail, and the guard of Outlook's links, put their own address before. */
function passedOn({ hostname, pathname, searchParams }: URL): string | undefined {
  if (/^(?:www\.)?google\.(?:[a-z]{2,3})(?:\.[a-z]{2})?$/.test(hostname) && pathname === '/url')
    return searchParams.get('q') ?? searchParams.get('url') ?? undefined;
  if (hostname.endsWith('.safelinks.protection.outlook.com')) return searchParams.get('url') ?? undefined;
  return undefined;
}
