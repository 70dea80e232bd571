/**
 * Markdown (CommonMark with GitHub's tables, footnotes, strikethrough and task lists) by way of HTML: micromark,
 * remark's own parser, writes it without recursion at any depth, and raw HTML within goes the safe way of all HTML.
 */
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type { IdSource } from '../document/id.ts';
import { proposalsOf, splitFrontMatter, type FrontMatterFields } from './front-matter.ts';
import { importPage, type ImportedPage } from './html.ts';
import type { Imported } from './imported.ts';

/** Elements that hold characters up to their end tag, or all that follows where there is none. */
const SWALLOWING = [
  'title',
  'textarea',
  'style',
  'xmp',
  'iframe',
  'noembed',
  'noframes',
  'script',
  'plaintext',
];

/** Whether an element in the raw HTML would take the rest of the text with it. */
function swallows(markdown: string): boolean {
  const low = markdown.toLowerCase();
  return SWALLOWING.some((tag) => {
    const last = low.lastIndexOf(`<${tag}`);
    return last >= 0 && low.indexOf(`</${tag}`, last) < 0;
  });
}

/** Without the filter that turns such tags into visible text: here, they are left out like in any page. */
function unfiltered(): ReturnType<typeof gfmHtml> {
  const { exit, ...rest } = gfmHtml();
  const kept = { ...exit };
  delete kept.htmlFlowData;
  delete kept.htmlTextData;
  return { ...rest, exit: kept };
}

export interface ImportedMarkdown extends ImportedPage {
  readonly fields: FrontMatterFields;
}

/** Never fails; front matter that isn't YAML stays in the text, with a notice. */
export function importMarkdown(markdown: string, ids: IdSource): Imported {
  const { blocks, metadata, notices, pictures } = importMarkdownPage(markdown, ids, { fragments: false });
  return { blocks, metadata, notices, pictures };
}

export function importMarkdownPage(
  markdown: string,
  ids: IdSource,
  options: { readonly fragments: boolean },
): ImportedMarkdown {
  const { body, fields, broken } = splitFrontMatter(markdown);
  const html = micromark(body, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [swallows(body) ? gfmHtml() : unfiltered()],
  });
  const page = importPage(html, ids, options);
  return {
    ...page,
    metadata: [...proposalsOf(fields ?? {}), ...page.metadata],
    notices: broken ? [...page.notices, { kind: 'decided', what: 'front-matter', count: 1 }] : page.notices,
    fields: fields ?? {},
  };
}
