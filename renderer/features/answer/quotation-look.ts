/** What is drawn of a quotation: kept as long as its passage, its letter and its code are the same. */
import { numbering } from '../../../core/derived/numbering.ts';
import { sourceLine } from '../../../core/derived/source-line.ts';
import { highlightMap, letterById } from '../../../core/document/find.ts';
import type { Highlight, Letter } from '../../../core/document/letter.ts';
import type { Project } from '../../../core/document/project.ts';
import { quotedPassage } from '../../../core/derived/quoted-blocks.ts';
import type { RichText } from '../../../core/text/block.ts';
import { listMarkers } from '../../../core/text/list-markers.ts';

export interface QuotationLook {
  readonly highlight: string;
  readonly code: string;
  readonly blocks: RichText;
  /** Of the items among the blocks, as they are counted in the letter. */
  readonly markers: ReadonlyMap<string, string>;
  readonly source: string;
  /** BCP 47, of the words around the quotation, and the letter's. */
  readonly around: string;
  readonly language: string;
  readonly direction: Letter['direction'];
  /** 1 to 6. */
  readonly style: number;
}

type Words = Omit<QuotationLook, 'code' | 'style'>;

const wordsOf = new WeakMap<Highlight, { readonly letter: Letter; readonly words: Words }>();
const looks = new WeakMap<Words, QuotationLook>();

/** The same value (`===`) while nothing of it changes; null for a passage that is gone. */
export function quotationLook(project: Project | null, id: string): QuotationLook | null {
  const highlight = project ? highlightMap(project).get(id) : undefined;
  const letter = project && highlight ? letterById(project, highlight.letter) : undefined;
  if (!project || !highlight || !letter) return null;
  const words = quotedWords(highlight, letter, project.settings.language);
  const code = numbering(project).passageCodes.get(id) ?? '';
  const style = project.categories.find((category) => category.id === highlight.category)?.style ?? 1;
  const known = looks.get(words);
  if (known && known.code === code && known.style === style) return known;
  const look = { ...words, code, style };
  looks.set(words, look);
  return look;
}

function quotedWords(highlight: Highlight, letter: Letter, around: string): Words {
  const known = wordsOf.get(highlight);
  if (known?.letter === letter && known.words.around === around) return known.words;
  const made: Words = {
    highlight: highlight.id,
    blocks: quotedPassage(highlight, letter.blocks, around).blocks,
    markers: listMarkers(letter.blocks),
    source: sourceLine(letter, highlight, around),
    around,
    language: letter.language,
    direction: letter.direction,
  };
  // Most edits of a letter change nothing of most of its passages.
  const words = known && sameWords(known.words, made) ? known.words : made;
  wordsOf.set(highlight, { letter, words });
  return words;
}

function sameWords(a: Words, b: Words): boolean {
  return (
    a.source === b.source &&
    a.around === b.around &&
    a.language === b.language &&
    a.direction === b.direction &&
    JSON.stringify(a.blocks) === JSON.stringify(b.blocks) &&
    b.blocks.every(({ id }) => a.markers.get(id) === b.markers.get(id))
  );
}
