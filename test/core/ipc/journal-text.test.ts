import { describe, expect, it } from 'vitest';
import { journalPieces, mayBeJournalPieces } from '../../../core/ipc/journal-text.ts';
import { addLetters, removeLetter } from '../../../core/operations/edits.ts';
import { applyOperations } from '../../../core/operations/apply.ts';
import type { Operation } from '../../../core/operations/operation.ts';
import { blocksText, rememberBlocksText } from '../../../core/storage/serialise.ts';
import { quillhaven } from '../../support/quillhaven-project.ts';

const through = (operations: readonly Operation[]) =>
  JSON.parse(journalPieces(operations).join('')) as Operation[];

const letter = quillhaven.letters[0]!;

describe('operations as text', () => {
  it('tell the same, of whole letters and of their text too', () => {
    const added = addLetters(quillhaven, [{ ...letter, id: 'again', code: 'Z9' }], []);
    const edits: Operation[] = [
      ...added,
      { type: 'set', target: { of: 'front' }, field: 'title', before: '', after: 'A “lamp”\n' },
      {
        type: 'splice',
        text: { of: 'letter', id: letter.id },
        index: 0,
        removed: letter.blocks,
        inserted: letter.blocks.slice(1),
        anchors: [],
      },
    ];
    expect(through(edits)).toEqual(edits);
    const removed = removeLetter(applyOperations(quillhaven, added), 'again');
    expect(through(removed)).toEqual(removed);
  });
  it('come in pieces that cut no character', () => {
    const title = `a${'📚'.repeat(1_100_000)}`;
    const edit: Operation = {
      type: 'set',
      target: { of: 'front' },
      field: 'title',
      before: '',
      after: title,
    };
    const pieces = journalPieces([edit]);
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.map((piece) => Buffer.from(piece).toString()).join('')).toBe(JSON.stringify([edit]));
    expect(mayBeJournalPieces(pieces)).toBe(true);
  });
  it.each([[[]], [['all']], [['[]', 'x']], [['[', '\n]']]])('%j are none', (pieces) => {
    expect(mayBeJournalPieces(pieces)).toBe(false);
  });
  it('use the text of a letter that is at hand', () => {
    const blocks = [...letter.blocks];
    rememberBlocksText(blocks, blocksText(letter.blocks));
    expect(
      through(addLetters(quillhaven, [{ ...letter, id: 'again', code: 'Z9', blocks }], [])),
    ).toMatchObject([{ item: { blocks: letter.blocks } }]);
  });
});
