import type { PageNode } from '../../anchoring/range-selector.ts';
import { decodeText } from '../decode.ts';
import { parseHtml } from '../html/parse.ts';
import { NoticeCounter } from '../notices.ts';

/** The page as a tree, for selectors that lead into one; undefined for files that aren't pages. */
export function pageOf(name: string, bytes: Uint8Array): PageNode | undefined {
  if (!/\.x?html?$/i.test(name)) return undefined;
  return parseHtml(decodeText(bytes, new NoticeCounter(), true), new NoticeCounter());
}
