/** A passage as it is quoted in a point. */
import { listOrdinals } from '../text/list-markers.ts';
import type { Highlight, Letter } from '../document/letter.ts';
import type { Quotation } from '../document/quotation.ts';
import { numbering } from '../derived/numbering.ts';
import { quotedPassage } from '../derived/quoted-blocks.ts';
import { byIdentity } from '../derived/remember.ts';
import { shortSourceLine, sourceLine } from '../derived/source-line.ts';
import { publishedBlocks } from './published-blocks.ts';
import { quotedContent, type Setting } from './published-content.ts';
import type { PublishedQuotation } from './publication.ts';

/** Of a letter's lists: computed once, however many passages are quoted from it. */
const ordinalsOf = byIdentity(listOrdinals);

export function publishedQuotation(
  { view }: Pick<Quotation, 'view'>,
  highlight: Highlight,
  letter: Letter,
  setting: Setting,
): PublishedQuotation {
  const { project } = setting;
  const { language } = project.settings;
  const { blocks } = quotedPassage(highlight, letter.blocks, language, view);
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
    source: sourceLine(letter, highlight, language),
    shortSource: shortSourceLine(letter, highlight, language),
  };
}
