/** Passages as they are quoted in a point. */
import { listOrdinals } from '../text/list-markers.ts';
import { formattedCitations } from '../citations/formatted.ts';
import { highlightMap, letterById } from '../document/find.ts';
import type { Highlight, Letter } from '../document/letter.ts';
import type { Quotation } from '../document/quotation.ts';
import type { Point } from '../document/project.ts';
import { numbering } from '../derived/numbering.ts';
import { emphasisRemark } from '../derived/emphasis-remark.ts';
import { isWork, quotedCitationId } from '../derived/quoted-works.ts';
import { quotedPassage, type QuotedPassage } from '../derived/quoted-blocks.ts';
import { byIdentity } from '../derived/remember.ts';
import { runInContent, runsIn } from '../derived/run-in.ts';
import { shortSourceLine, sourceLine } from '../derived/source-line.ts';
import { publishedBlocks } from './published-blocks.ts';
import { publishedSpan, quotedContent, type Setting } from './published-content.ts';
import type { PublishedBlock, PublishedContent, PublishedQuotation, PublishedRunIn } from './publication.ts';

/** Of a letter's lists: computed once, however many passages are quoted from it. */
const ordinalsOf = byIdentity(listOrdinals);

/** The quotations of a point: those set apart, and those that run into its answer. */
export interface PublishedQuotations {
  readonly apart: readonly PublishedQuotation[];
  readonly runIn: readonly PublishedRunIn[];
}

/** Rule E7. */
export function publishedQuotations(point: Point, setting: Setting): PublishedQuotations {
  const { project } = setting;
  const highlights = highlightMap(project);
  const contrast = point.arrangement === 'contrast' && point.quotations.length > 1;
  const apart: PublishedQuotation[] = [];
  const runIn: PublishedRunIn[] = [];
  for (const quotation of point.quotations) {
    const highlight = highlights.get(quotation.highlight);
    const letter = highlight && letterById(project, highlight.letter);
    if (!letter) continue;
    const { language } = project.settings;
    const shown = quotedPassage(highlight, letter.blocks, language, quotation.view);
    const cited = isWork(letter) ? citedAs(quotation, setting) : undefined;
    if (!contrast && runsIn(quotation, shown.blocks))
      runIn.push(asRunIn(shown, highlight, letter, setting, cited));
    else apart.push(setApart(shown, highlight, letter, setting, cited));
  }
  return { apart, runIn };
}

type Cited = PublishedQuotation['cited'];

/** The citation of a quoted work as words: the quotation's code leads to its place already. */
function citedAs({ id }: Quotation, { project, words }: Setting): Cited {
  const formatted = formattedCitations(project, words.missing).citations[quotedCitationId(id)];
  return formatted?.content.flatMap(({ content }) =>
    content.map(({ text, marks }) => ({ text, ...(marks ? { marks } : {}) })),
  );
}

function setApart(
  { blocks, emphasis }: QuotedPassage,
  highlight: Highlight,
  letter: Letter,
  { project, words }: Setting,
  cited: Cited,
): PublishedQuotation {
  const { language, sourceLine: pattern, sourceLineShort: shortPattern } = project.settings;
  const remark = emphasisRemark(emphasis, words);
  const told = (line: string) => (remark === '' ? line : `${line} (${remark})`.trim());
  return {
    passage: highlight.id,
    code: numbering(project).passageCodes.get(highlight.id) ?? letter.code,
    letter: letter.id,
    blocks: publishedBlocks(blocks, {
      content: quotedContent,
      assets: project.assets,
      ordinals: ordinalsOf(letter.blocks),
    }),
    language: letter.language,
    direction: letter.direction,
    source: told(sourceLine(letter, highlight, language, pattern)),
    shortSource: told(shortSourceLine(letter, highlight, language, shortPattern)),
    ...(cited ? { cited: remark === '' ? cited : [...cited, { text: ` (${remark})` }] } : {}),
  };
}

function asRunIn(
  { blocks, emphasis }: QuotedPassage,
  highlight: Highlight,
  letter: Letter,
  { project, words }: Setting,
  cited: Cited,
): PublishedRunIn {
  const { language, sourceLineShort } = project.settings;
  const line = runInContent(blocks, language);
  const remark = emphasisRemark(emphasis, words);
  // It stands in brackets of its own.
  const source = cited
    ? cited
        .map(({ text }) => text)
        .join('')
        .replace(/^\((.*)\)$/su, '$1')
    : shortSourceLine(letter, highlight, language, sourceLineShort);
  return {
    type: 'quotation',
    open: line[0]?.text ?? '',
    close: line.at(-1)?.text ?? '',
    content: line.slice(1, -1).map((span) => publishedSpan(span)),
    language: letter.language,
    direction: letter.direction,
    passage: highlight.id,
    source: [source, remark].filter(Boolean).join('; '),
  };
}

/** The answer with the quotations that run into it at the head of its first paragraph, or in one of their own. */
export function withRunIn(
  answer: readonly PublishedBlock[],
  runIn: readonly PublishedRunIn[],
): readonly PublishedBlock[] {
  if (runIn.length === 0) return answer;
  const lead = runIn.flatMap((one, i): PublishedContent => (i === 0 ? [one] : [{ text: ' ' }, one]));
  const [first, ...rest] = answer;
  const takes =
    first !== undefined &&
    first.type === 'paragraph' &&
    Object.keys(first).every((key) => ['type', 'content', 'direction'].includes(key));
  if (!takes) return [{ type: 'paragraph', content: lead }, ...answer];
  return [{ ...first, content: [...lead, { text: ' ' }, ...first.content] }, ...rest];
}
