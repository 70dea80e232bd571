/**
 * The main text of a saved page. Readability finds it; it is then taken from the page as we read it ourselves, so
 * that nothing of its words, notes and links depends on what Readability makes of them.
 */
import { isProbablyReaderable, Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { parse, serialize } from 'parse5';
import { hasContent, type Block, type RichText } from '../../text/block.ts';
import { blockText } from '../../text/canonical.ts';

/** UTF-16 units; Readability's time goes up faster than the page. */
const LARGEST = 2_000_000;
const SHORTEST_ARTICLE = 400;
/** Units without white space; shorter blocks may stand anywhere by chance. */
const TELLING = 30;
/** Units ahead in which the next block is looked for, and how many blocks are looked for everywhere. */
const WINDOW = 20_000;
const MOST_STRAYS = 500;
/** Share of the page's text that must lie around the article, for it to count as surroundings. */
const AROUND = 0.05;

/**
 * The blocks of the article, with the notes that it refers to; undefined where the page isn't clearly an article
 * with other things around it.
 *
 * @param whole All of the page.
 */
export function mainText(html: string, whole: RichText): RichText | undefined {
  if (html.length > LARGEST || !hasSurroundings(html)) return undefined;
  const article = articleOf(html);
  if (article === undefined) return undefined;
  const text = bare(article.text);
  let at = 0;
  let strays = MOST_STRAYS;
  const isIn = whole.map((block) => {
    const own = bare(blockText(block));
    if (own.length < TELLING) return false;
    // Nearly all come in their order; looking through the whole text for each would take too long.
    const found = text.slice(at, at + own.length + WINDOW).indexOf(own);
    if (found >= 0) at += found + own.length;
    return found >= 0 || (strays-- > 0 && text.includes(own));
  });
  const first = isIn.indexOf(true);
  const last = isIn.lastIndexOf(true);
  if (first < 0) return undefined;
  const start = withHeadline(whole, first, article.title);
  const kept = whole.filter((block, i) => {
    if (i < start || i > last || block.type === 'note') return false;
    return isIn[i] || i < first || !isMostlyLinks(block);
  });
  const marks = new Set(
    kept
      .flatMap((block) => (hasContent(block) ? block.content : []))
      .flatMap((inline) => ('type' in inline && inline.type === 'note-mark' ? [inline.note] : [])),
  );
  const notes = whole.filter((block) => block.type === 'note' && marks.has(block.id));
  const length = (blocks: RichText) => blocks.reduce((sum, block) => sum + bare(blockText(block)).length, 0);
  const all = length(whole);
  const main = length(kept);
  if (main < SHORTEST_ARTICLE || all - main < all * AROUND) return undefined;
  return [...kept, ...notes];
}

/** What pages have around their text, and letters saved by a word processor haven't. */
function hasSurroundings(html: string): boolean {
  if (/<(nav|aside)[\s>]|role=["']?(navigation|complementary|banner|contentinfo)/i.test(html)) return true;
  const head = html.search(/<(header|footer)[\s>]/i);
  return head >= 0 && /<a\s/i.test(html.slice(head));
}

function articleOf(html: string): { text: string; title: string } | undefined {
  try {
    // What linkedom is given is well-formed: its parser doesn't mend as browsers do.
    const { document } = parseHTML(serialize(parse(html, { scriptingEnabled: false })));
    const page = document as unknown as ConstructorParameters<typeof Readability>[0];
    if (!isProbablyReaderable(page)) return undefined;
    const article = new Readability(page, { charThreshold: SHORTEST_ARTICLE }).parse();
    return article?.textContent ? { text: article.textContent, title: article.title ?? '' } : undefined;
  } catch {
    return undefined;
  }
}

/** The headline stands above the article, often among other things; so does the heading before its first block. */
function withHeadline(blocks: RichText, first: number, title: string): number {
  for (let i = first - 1; i >= Math.max(0, first - 12); i--) {
    const block = blocks[i];
    if (block?.type !== 'heading') continue;
    const own = bare(blockText(block));
    if (i === first - 1 || block.level === 1 || (own !== '' && bare(title).includes(own))) return i;
  }
  return first;
}

function isMostlyLinks(block: Block): boolean {
  if (!hasContent(block)) return false;
  let linked = 0;
  let all = 0;
  for (const inline of block.content) {
    if (!('text' in inline)) continue;
    all += inline.text.length;
    if (inline.link !== undefined) linked += inline.text.length;
  }
  return all > 0 && linked > all * 0.5;
}

function bare(text: string): string {
  return text.replace(/[\s\u00ad\u200b]+/g, '');
}
