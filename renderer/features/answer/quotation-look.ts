/** What is drawn of a quotation: kept as long as it, its passage, its letter and its code are the same. */
import { emphasisRemark } from '../../../core/derived/emphasis-remark.ts';
import { numbering } from '../../../core/derived/numbering.ts';
import { isWork, quotedCitationId } from '../../../core/derived/quoted-works.ts';
import { quotedPassage } from '../../../core/derived/quoted-blocks.ts';
import { runInContent, runsIn } from '../../../core/derived/run-in.ts';
import { shortSourceLine, sourceLine } from '../../../core/derived/source-line.ts';
import { highlightMap, letterById } from '../../../core/document/find.ts';
import type { Highlight, Letter } from '../../../core/document/letter.ts';
import type { Point, Project } from '../../../core/document/project.ts';
import type { LostEdit, Quotation } from '../../../core/document/quotation.ts';
import { publicationWords } from '../../../core/export/words.ts';
import type { RichText } from '../../../core/text/block.ts';
import { listMarkers } from '../../../core/text/list-markers.ts';

export interface QuotationLook {
  readonly highlight: string;
  readonly code: string;
  /** The passage's words, of which part may be shown. */
  readonly quote: string;
  /** Whose content is of `QuotedSpan`. */
  readonly blocks: RichText;
  /** Of the items among the blocks, as they are counted in the letter. */
  readonly markers: ReadonlyMap<string, string>;
  readonly source: string;
  /** Of an outside work: under which its citation is formatted. */
  readonly cited?: string;
  readonly runIn: boolean;
  /** Only a part of the passage is shown; something of it is changed. */
  readonly partial: boolean;
  readonly edited: boolean;
  readonly lost: readonly LostEdit[];
  /** BCP 47, of the words around the quotation, and the letter's. */
  readonly around: string;
  readonly language: string;
  readonly direction: Letter['direction'];
  /** 1 to 6. */
  readonly style: number;
}

type Words = Omit<QuotationLook, 'code' | 'style'>;

interface Known {
  /** What the words are made of. */
  readonly parts: readonly unknown[];
  readonly words: Words;
}

const wordsOf = new WeakMap<Quotation, Known>();
const looks = new WeakMap<Words, QuotationLook>();

/** The same value (`===`) while nothing of it changes; null for a passage that is gone. */
export function quotationLook(
  project: Project | null,
  quotation: Quotation,
  arrangement: Point['arrangement'],
): QuotationLook | null {
  const { highlight: id } = quotation;
  const highlight = project ? highlightMap(project).get(id) : undefined;
  const letter = project && highlight ? letterById(project, highlight.letter) : undefined;
  if (!project || !highlight || !letter) return null;
  const words = quotedWords(project, quotation, arrangement, highlight, letter);
  const code = numbering(project).passageCodes.get(id) ?? '';
  const style = project.categories.find((category) => category.id === highlight.category)?.style ?? 1;
  const known = looks.get(words);
  if (known && known.code === code && known.style === style) return known;
  const look = { ...words, code, style };
  looks.set(words, look);
  return look;
}

function quotedWords(
  { settings }: Project,
  quotation: Quotation,
  arrangement: Point['arrangement'],
  highlight: Highlight,
  letter: Letter,
): Words {
  const { language: around, sourceLine: pattern, sourceLineShort: shortPattern } = settings;
  const known = wordsOf.get(quotation);
  const parts = [highlight, letter, around, arrangement, pattern, shortPattern];
  if (known && parts.every((part, i) => part === known.parts[i])) return known.words;
  const shown = quotedPassage(highlight, letter.blocks, around, quotation.view);
  const runIn = arrangement === 'sequence' && runsIn(quotation, shown.blocks);
  const remark = emphasisRemark(shown.emphasis, publicationWords(around));
  const source = runIn
    ? shortSourceLine(letter, highlight, around, shortPattern)
    : sourceLine(letter, highlight, around, pattern);
  const made: Words = {
    highlight: highlight.id,
    quote: shown.quote,
    blocks: runIn
      ? [{ id: `${highlight.id}-run-in`, type: 'paragraph', content: runInContent(shown.blocks, around) }]
      : shown.blocks,
    markers: listMarkers(letter.blocks),
    source: remark === '' ? source : `${source} (${remark})`,
    ...(isWork(letter) ? { cited: quotedCitationId(quotation.id) } : {}),
    runIn,
    partial: shown.view?.part !== undefined,
    edited: (shown.view?.edits.length ?? 0) > 0,
    lost: shown.lost,
    around,
    language: letter.language,
    direction: letter.direction,
  };
  // Most edits of a letter change nothing of most of its passages.
  const words = known && sameWords(known.words, made) ? known.words : made;
  wordsOf.set(quotation, { parts, words });
  return words;
}

function sameWords({ markers, ...a }: Words, { markers: others, ...b }: Words): boolean {
  return (
    JSON.stringify(a) === JSON.stringify(b) && b.blocks.every(({ id }) => markers.get(id) === others.get(id))
  );
}
