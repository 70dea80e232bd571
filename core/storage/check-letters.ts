/** The invariants of the list of letters, and letters made up for those that are lost. */
import type { RichText } from '../text/block.ts';
import type { Highlight, Letter } from '../document/letter.ts';
import type { Project } from '../document/project.ts';
import { checkText, freshId } from './check-text.ts';
import type { Problem } from './messages.ts';

/** The list with the second of two things of one id given a new one; the list itself where there's no such. */
export function uniqueIds<T extends { readonly id: string }>(
  list: readonly T[],
  kind: string,
  problems: Problem[],
  taken = new Set<string>(),
): readonly T[] {
  const all = new Set(list.map(({ id }) => id));
  if (all.size === list.length && !list.some(({ id }) => taken.has(id))) {
    for (const id of all) taken.add(id);
    return list;
  }
  return list.map((item) => {
    if (!taken.has(item.id)) {
      taken.add(item.id);
      return item;
    }
    problems.push({ kind: 'id-doubled', lost: false, where: `${kind} ${item.id}`, detail: '' });
    const id = freshId(item.id, taken, all);
    taken.add(id);
    return { ...item, id };
  });
}

/**
 * What stands in for the text of a lost letter: the words of its highlights, each a block that bears the
 * highlight's id. Empty where no words are known.
 */
export function blocksOfQuotes(highlights: readonly Highlight[], letter: string): RichText {
  return highlights
    .filter((highlight) => highlight.letter === letter && highlight.quote !== '')
    .map(({ id, quote }) => ({ id, type: 'preformatted', content: [{ text: quote }] }));
}

/** The highlights, those of the lost letters laid over the blocks that {@link blocksOfQuotes} makes. */
export function overQuoteBlocks(
  highlights: readonly Highlight[],
  lost: ReadonlySet<string>,
): readonly Highlight[] {
  if (lost.size === 0) return highlights;
  return highlights.map((highlight) => {
    if (!lost.has(highlight.letter) || highlight.quote === '') return highlight;
    const { id: block, quote } = highlight;
    const range = { start: { block, offset: 0 }, end: { block, offset: quote.length } };
    return { ...highlight, ranges: [range] };
  });
}

function freeCode(codes: ReadonlySet<string>): string {
  for (let n = 1; ; n++) if (!codes.has(`A${n}`)) return `A${n}`;
}

export function lostLetter(id: string, code: string, language: string, blocks: RichText): Letter {
  return {
    id,
    code,
    kind: 'letter',
    item: { type: 'personal_communication' },
    addressee: '',
    language,
    direction: 'ltr',
    blocks,
    notices: [],
    corrected: false,
  };
}

/** A letter for each id that only highlights know of. */
export function missingLetters(project: Project, problems: Problem[]): readonly Letter[] {
  const known = new Set(project.letters.map(({ id }) => id));
  const missing = new Set(project.highlights.map(({ letter }) => letter).filter((id) => !known.has(id)));
  return [...missing].map((id) => {
    const blocks = blocksOfQuotes(project.highlights, id);
    problems.push({ kind: 'letter-missing', lost: true, where: `letter ${id}`, detail: '' });
    return lostLetter(id, '', project.settings.language, blocks);
  });
}

/** The letters with ids and codes unique and their texts sound. */
export function checkLetters(
  letters: readonly Letter[],
  assets: ReadonlySet<string>,
  problems: Problem[],
): readonly Letter[] {
  const codes = new Set(letters.map(({ code }) => code));
  const used = new Set<string>();
  const checked = uniqueIds(letters, 'letter', problems).map((letter) => {
    const where = `letter ${letter.code}`;
    const blocks = checkText(letter.blocks, where, { blocks: new Set(), notes: new Set(), assets, problems });
    const doubled = letter.code === '' || used.has(letter.code);
    const code = doubled ? freeCode(codes) : letter.code;
    if (doubled) {
      codes.add(code);
      problems.push({ kind: 'code-doubled', lost: false, where, detail: code });
    }
    used.add(code);
    return blocks === letter.blocks && !doubled ? letter : { ...letter, code, blocks };
  });
  return checked.every((letter, index) => letter === letters[index]) ? letters : checked;
}
