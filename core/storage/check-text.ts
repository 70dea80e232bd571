/** The invariants of one rich text. */
import {
  hasContent,
  isSpan,
  safeUrl,
  type Block,
  type CitationAtom,
  type Inline,
  type NoteAtom,
  type Paragraph,
  type RichText,
  type Span,
} from '../text/block.ts';
import { blockText } from '../text/canonical.ts';
import { inlineText, normalInline, orderedMarks } from '../text/inline.ts';
import type { Problem } from './messages.ts';

export interface TextRules {
  /** Ids of blocks used so far in the texts that share them; those of the text are added. */
  readonly blocks: Set<string>;
  /** Ids of the author's notes and citations used so far; those of the text are added. */
  readonly notes: Set<string>;
  readonly assets: ReadonlySet<string>;
  /** Ids of the project's lists; absent for a letter, whose paragraphs are entries of none. */
  readonly lists?: ReadonlySet<string>;
  readonly problems: Problem[];
}

/** An id made from `id` that none of the sets has; the same for the same arguments. */
export function freshId(id: string, ...taken: readonly ReadonlySet<string>[]): string {
  for (let n = 2; ; n++) {
    const candidate = `${id.slice(0, 56)}-${n}`;
    if (!taken.some((ids) => ids.has(candidate))) return candidate;
  }
}

/** The text with every invariant true; the text itself where it was so. */
export function checkText(text: RichText, where: string, rules: TextRules): RichText {
  const { problems } = rules;
  const noteBlocks = new Set(text.filter(({ type }) => type === 'note').map(({ id }) => id));
  let tidied = false;

  const checkSpan = (span: Span): Span => {
    let checked = span;
    if (span.link !== undefined && safeUrl(span.link) === undefined) {
      problems.push({ kind: 'link-removed', lost: true, where, detail: span.link.slice(0, 200) });
      const { link: _, ...rest } = checked;
      checked = rest;
    }
    const marks = span.marks && orderedMarks(span.marks);
    if (
      span.marks &&
      (!marks || marks.some((mark, i) => mark !== span.marks?.[i]) || marks.length !== span.marks.length)
    ) {
      tidied = true;
      const { marks: _, ...rest } = checked;
      checked = marks ? { ...rest, marks } : rest;
    }
    return checked;
  };

  const ownId = ({ type, id: told }: NoteAtom | CitationAtom): string => {
    const id = rules.notes.has(told) ? freshId(told, rules.notes) : told;
    if (id !== told) problems.push({ kind: 'id-doubled', lost: false, where, detail: `${type} ${told}` });
    rules.notes.add(id);
    return id;
  };

  const checkInline = (inline: Inline): readonly Inline[] => {
    if (isSpan(inline)) return [checkSpan(inline)];
    switch (inline.type) {
      case 'note-mark':
        if (noteBlocks.has(inline.note)) return [inline];
        problems.push({ kind: 'note-mark-removed', lost: true, where, detail: inline.note });
        return [];
      case 'note': {
        const body = checkContent(inline.body);
        const id = ownId(inline);
        return [body === inline.body && id === inline.id ? inline : { ...inline, id, body }];
      }
      case 'citation': {
        const id = ownId(inline);
        return [id === inline.id ? inline : { ...inline, id }];
      }
      case 'cross-reference':
        return [inline];
    }
  };

  const checkContent = (content: readonly Inline[]): readonly Inline[] => {
    const checked = content.flatMap(checkInline);
    const normal = normalInline(checked);
    if (normal.length !== checked.length) tidied = true;
    return normal.length === content.length && normal.every((inline, i) => inline === content[i])
      ? content
      : normal;
  };

  const checkBody = (block: Block): Block => {
    if (block.type === 'table') {
      let same = true;
      const rows = block.rows.map((row) =>
        row.map((cell) => {
          const content = checkContent(cell.content);
          if (content === cell.content) return cell;
          same = false;
          return { ...cell, content };
        }),
      );
      return same ? block : { ...block, rows };
    }
    if (!hasContent(block)) return block;
    const content = checkContent(block.content);
    if (block.type === 'picture' && !rules.assets.has(block.asset)) {
      problems.push({ kind: 'picture-missing', lost: true, where, detail: block.alternative });
      const { id, quoted, direction } = block;
      return {
        id,
        type: 'paragraph',
        content,
        ...(quoted === undefined ? {} : { quoted }),
        ...(direction === undefined ? {} : { direction }),
      };
    }
    const checked = content === block.content ? block : { ...block, content };
    return checked.type === 'paragraph' ? checkEntry(checked) : checked;
  };

  const checkEntry = (block: Paragraph): Paragraph => {
    const { lists } = rules;
    if (block.entry === undefined || lists?.has(block.entry)) return block;
    const [first] = lists ?? [];
    problems.push({ kind: 'list-missing', lost: false, where, detail: excerpt(block) });
    const { entry: _, ...rest } = block;
    return first === undefined ? rest : { ...rest, entry: first };
  };

  const checked = text.map((block) => {
    let result = checkBody(block);
    if (rules.blocks.has(block.id)) {
      problems.push({ kind: 'id-doubled', lost: false, where, detail: `${block.id}: ${excerpt(block)}` });
      result = { ...result, id: freshId(block.id, rules.blocks, new Set(text.map(({ id }) => id))) };
    }
    rules.blocks.add(result.id);
    return result;
  });
  if (tidied) problems.push({ kind: 'text-tidied', lost: false, where, detail: '' });
  return checked.every((block, i) => block === text[i]) ? text : checked;
}

function excerpt(block: Block): string {
  const words = hasContent(block) ? inlineText(block.content) : blockText(block);
  return words.slice(0, 60);
}
