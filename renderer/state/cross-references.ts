/** Following cross references, putting them in from elsewhere, and saying when what they lead to goes. */
import { en } from '../../core/messages/en.ts';
import { isThere, placeTarget } from '../../core/derived/cross-reference.ts';
import { entryParagraphs } from '../../core/derived/lists.ts';
import { crossReferences, targetKey } from '../../core/derived/references.ts';
import { ownTexts, textOf } from '../../core/document/find.ts';
import type { Project } from '../../core/document/project.ts';
import {
  hasContent,
  isSpan,
  type Block,
  type CrossReferenceAtom,
  type CrossReferenceTarget,
  type Inline,
} from '../../core/text/block.ts';
import { blockLength } from '../../core/text/canonical.ts';
import { inlineLength, normalInline, sliceInline } from '../../core/text/inline.ts';
import type { Operation } from '../../core/operations/operation.ts';
import { edit, onEdit, undo } from './edit.ts';
import { say } from './messages.ts';
import { putCaret, showLetter, showPassage, showPlace } from './navigation.ts';
import { app, openProjectState } from './store.ts';

/** Leads to what a reference refers to. */
export function goToTarget(target: CrossReferenceTarget): void {
  const { project } = app.get();
  if (!project || !isThere(project, target)) return say(en.references.gone);
  switch (target.kind) {
    case 'point':
      return showPlace({ kind: 'point', id: target.id });
    case 'section':
      return showPlace({ kind: 'section', id: target.id });
    case 'letter':
      return showLetter(target.id);
    case 'passage':
      return showPassage(target.id);
    case 'place': {
      const found = placeTarget(project, target);
      if (!found) return;
      const { id } = found.block;
      const end = { block: id, offset: blockLength(found.block) };
      return showLetter(target.letter, { start: { block: id, offset: 0 }, end });
    }
    case 'demand': {
      const entry = entryParagraphs(project).find(({ block }) => block.id === target.id);
      const start = { block: target.id, offset: 0 };
      return entry && putCaret(entry.ref, { anchor: start, focus: start });
    }
    case 'note': {
      const at = ownTexts(project).flatMap(({ ref, text }) =>
        text.flatMap((block) => (holdsNote(block, target.id) ? [{ ref, block }] : [])),
      )[0];
      if (!at) return;
      const position = { block: at.block.id, offset: offsetOfNote(at.block, target.id) };
      return putCaret(at.ref, { anchor: position, focus: position });
    }
  }
}

const contentsOf = (block: Block): readonly (readonly Inline[])[] =>
  hasContent(block)
    ? [block.content]
    : block.type === 'table'
      ? block.rows.flatMap((row) => row.map(({ content }) => content))
      : [];

const isNote = (inline: Inline, id: string): boolean =>
  !isSpan(inline) &&
  inline.type === 'note' &&
  (inline.id === id || inline.body.some((part) => isNote(part, id)));

const holdsNote = (block: Block, id: string): boolean =>
  contentsOf(block).some((content) => content.some((inline) => isNote(inline, id)));

function offsetOfNote(block: Block, id: string): number {
  if (!hasContent(block)) return 0;
  const at = block.content.findIndex((inline) => isNote(inline, id));
  return inlineLength(block.content.slice(0, Math.max(0, at)));
}

/** Puts a reference where the caret last was in the author's texts. */
export function referTo(target: CrossReferenceTarget): void {
  const { textSelection } = app.get();
  const text = textSelection && textOf(openProjectState(), textSelection.ref);
  const position = textSelection?.selection.focus;
  const index = text?.findIndex(({ id }) => id === position?.block) ?? -1;
  const block = text?.[index];
  if (!textSelection || !position || !block || !hasContent(block)) return say(en.references.noCaret);
  const atom: CrossReferenceAtom = { type: 'cross-reference', target };
  const { content } = block;
  const before = sliceInline(content, 0, position.offset);
  const after = sliceInline(content, position.offset, inlineLength(content));
  const spaced = /\S$/.test(before.findLast(isSpan)?.text ?? '') ? [{ text: ' ' }] : [];
  const inserted = { ...block, content: normalInline([...before, ...spaced, atom, ...after]) };
  const at = { block: block.id, offset: position.offset + spaced.length };
  const selection = { anchor: at, focus: at };
  edit([{ type: 'splice', text: textSelection.ref, index, removed: [block], inserted: [inserted] }], {
    label: en.edits.reference,
    before: { text: textSelection },
    after: { text: { ref: textSelection.ref, selection } },
  });
  putCaret(textSelection.ref, selection);
}

/** How many references, and places that name their answer, lead to what isn't there. */
function loose(project: Project): { references: number; answers: number } {
  const known = new Map<string, boolean>();
  let references = 0;
  for (const { target } of crossReferences(project)) {
    const key = targetKey(target);
    const there = known.get(key) ?? isThere(project, target);
    known.set(key, there);
    if (!there) references++;
  }
  const points = project.sections.flatMap((section) => section.points);
  const present = new Set(points.map(({ id }) => id));
  let answers = 0;
  for (const { seeMaster } of [...points, ...project.highlights])
    if (seeMaster?.some((id) => !present.has(id))) answers++;
  return { references, answers };
}

/** Whether what is done may take away something that references lead to; typing doesn't. */
function takesAway(operation: Operation): boolean {
  if (operation.type === 'remove')
    return ['letters', 'sections', 'points', 'highlights'].includes(operation.list.of);
  if (operation.type !== 'splice' || operation.text.of === 'letter') return false;
  const kept = new Set(operation.inserted.flatMap(namesIn));
  return operation.removed.some((block) => namesIn(block).some((name) => !kept.has(name)));
}

/** Entries of lists and footnotes: what can be referred to within a text. */
function namesIn(block: Block): readonly string[] {
  const notes = contentsOf(block).flatMap((content) =>
    content.flatMap((inline) => (!isSpan(inline) && inline.type === 'note' ? [inline.id] : [])),
  );
  return block.type === 'paragraph' && block.entry !== undefined ? [block.id, ...notes] : notes;
}

/** Says so, with a way back, when something is taken away that references lead to. */
export function sayWhatIsLoose(): void {
  onEdit((operations, before) => {
    if (!operations.some(takesAway)) return;
    const { project, history } = app.get();
    if (!project) return;
    const [was, is] = [loose(before), loose(project)];
    const references = Math.max(0, is.references - was.references);
    const answers = Math.max(0, is.answers - was.answers);
    if (references + answers === 0) return;
    const step = history.past.at(-1);
    say(en.references.ledThere(references, answers), {
      stays: true,
      action: {
        label: en.references.undo,
        run: () => {
          // What has been done since isn't undone by this.
          if (app.get().history.past.at(-1) === step) undo();
          else say(en.references.tooLate);
        },
      },
    });
  });
}
