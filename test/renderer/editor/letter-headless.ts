/** A letter's editor without a window, beside a project to which its edits are applied as the application does. */
import type { Editor } from 'slate';
import { expect } from 'vitest';
import { countingIds } from '../../../core/document/id.ts';
import type { Highlight } from '../../../core/document/letter.ts';
import { emptyProject, type Project } from '../../../core/document/project.ts';
import { quoteOf } from '../../../core/text/quote-of.ts';
import type { Step } from '../../../core/anchoring/step.ts';
import { applyOperations } from '../../../core/operations/apply.ts';
import { correctLetter } from '../../../core/operations/correct-letter.ts';
import type { Operation } from '../../../core/operations/operation.ts';
import type { Block, RichText } from '../../../core/text/block.ts';
import { blockText, type TextRange } from '../../../core/text/canonical.ts';
import type { LetterEdits, LetterSource } from '../../../renderer/editor/letter-edits.ts';
import { makeLetterEditor } from '../../../renderer/editor/letter-make.ts';
import { blocksOf, LONGEST_SECTION, sectionsOf } from '../../../renderer/editor/letter-nodes.ts';
import type { LetterEdit } from '../../../renderer/editor/letter-steps.ts';

export const LETTER = 'letter';

export function projectOf(blocks: RichText, ranges: readonly (readonly TextRange[])[] = []): Project {
  const highlights = ranges.map((list, i): Highlight => ({
    id: `h${i}`,
    letter: LETTER,
    ranges: list,
    quote: quoteOf(blocks, list),
    category: 'category-1',
    note: '',
  }));
  const letter = {
    id: LETTER,
    code: 'A1',
    kind: 'letter',
    item: { type: 'document' },
    addressee: '',
    language: 'en',
    direction: 'ltr',
    blocks,
    notices: [],
    corrected: false,
  } as const;
  return { ...emptyProject('p', 'en', ['Claim']), letters: [letter], highlights };
}

export class Correcting {
  readonly editor: Editor;
  readonly source: LetterSource;
  readonly handedOut: LetterEdits[] = [];
  /** What has been applied to the project, in order. */
  readonly operations: Operation[] = [];
  project: Project;

  /** @param onStep called before each edit is applied to the project. */
  constructor(project: Project, onStep: (edit: LetterEdit, project: Project) => void = () => undefined) {
    this.project = project;
    const { editor, source } = makeLetterEditor(
      this.blocks,
      { newId: countingIds('new'), direction: 'ltr', cleanPaste: () => [] },
      (edits) => {
        this.handedOut.push(edits);
        for (const edit of edits.edits) {
          const { index, removed, inserted, step } = edit;
          expect(isTrue(step, edit, this.blocks)).toBe(true);
          onStep(edit, this.project);
          const made = correctLetter(
            this.project,
            LETTER,
            { index, removed: removed.length, inserted },
            step,
          );
          this.operations.push(...made);
          this.project = applyOperations(this.project, JSON.parse(JSON.stringify(made)) as Operation[]);
        }
      },
    );
    this.editor = editor;
    this.source = source;
  }

  get blocks(): RichText {
    return this.project.letters[0]?.blocks ?? [];
  }

  /** Sections as small as a handful of blocks, so that their borders are met often. */
  cutSections(length: number): void {
    for (let s = 0; (sectionsOf(this.editor)[s]?.children.length ?? 0) > length; s++) {
      this.editor.apply({
        type: 'split_node',
        path: [s],
        position: length,
        properties: { type: 'section' } as never,
      });
    }
    this.settle();
  }

  settle(): void {
    this.editor.settle();
    this.editor.operations = [];
  }

  /** The editor, the project and what the source says are the same letter, in sound sections. */
  check(): void {
    const shown = blocksOf(sectionsOf(this.editor));
    expect(this.source.blocks).toEqual(this.blocks);
    if (this.blocks.length > 0) expect(shown).toEqual(this.blocks);
    else expect(shown).toHaveLength(1);
    expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length);
    for (const { type, children } of sectionsOf(this.editor)) {
      expect(type).toBe('section');
      expect(children.length).toBeGreaterThan(0);
      expect(children.length).toBeLessThanOrEqual(LONGEST_SECTION);
    }
  }
}

/** Whether the step says of the blocks' texts what really happens to them. */
function isTrue(step: Step, { index, removed, inserted }: LetterEdit, before: RichText): boolean {
  const texts = (blocks: readonly Block[]) =>
    blocks.map((block) => `${block.id}:${blockText(block)}`).join('\n');
  if (texts(before.slice(index, index + removed.length)) !== texts(removed)) return false;
  const [was, next] = removed;
  const [is, second] = inserted;
  switch (step.kind) {
    case 'replace': {
      if (removed.length !== 1 || inserted.length !== 1 || !was || !is) return false;
      const [old, now] = [blockText(was), blockText(is)];
      return (
        [was.id, is.id].every((id) => id === step.block) &&
        step.to <= old.length &&
        now.length === old.length - (step.to - step.from) + step.insertedLength &&
        now.startsWith(old.slice(0, step.from)) &&
        now.endsWith(old.slice(step.to))
      );
    }
    case 'split':
      return (
        removed.length === 1 &&
        inserted.length === 2 &&
        was?.id === step.block &&
        is?.id === step.block &&
        second?.id === step.newBlock &&
        blockText(is) === blockText(was).slice(0, step.offset) &&
        blockText(second) === blockText(was).slice(step.offset)
      );
    case 'join':
      return (
        removed.length === 2 &&
        inserted.length === 1 &&
        was?.id === step.block &&
        next?.id === step.next &&
        is?.id === step.block &&
        blockText(was).length === step.at &&
        blockText(is) === blockText(was) + blockText(next)
      );
    case 'insert-blocks':
      return removed.length === 0 && step.index === index && step.count === inserted.length;
    case 'remove-blocks':
      return (
        inserted.length === 0 &&
        step.index === index &&
        step.ids.join() === removed.map(({ id }) => id).join()
      );
    case 'move-block': {
      const rest = (blocks: readonly Block[]) => texts(blocks.filter(({ id }) => id !== step.id));
      return removed.length === inserted.length && rest(removed) === rest(inserted);
    }
  }
}
