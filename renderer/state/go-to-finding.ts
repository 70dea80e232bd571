/** From what is left to where it is seen to. */
import type { Finding } from '../../core/derived/findings/finding.ts';
import { textOf, type TextRef } from '../../core/document/find.ts';
import { hasContent, isSpan, type BlockId, type Inline } from '../../core/text/block.ts';
import { goToComment } from './comments.ts';
import { putCaret, showLetter, showPassage, showPlace } from './navigation.ts';
import { openDetails } from './point-details.ts';
import { goToQuotation } from './quotation-at.ts';
import { goIntoQuotation } from './quoted.ts';
import { knownQuotations, useQuotations } from './quotations.ts';
import { app } from './store.ts';

/** Goes exactly where it is to be seen to. */
export function goToFinding(finding: Finding): void {
  const { project } = app.get();
  if (!project) return;
  switch (finding.kind) {
    case 'misquotation':
    case 'words-gone':
    case 'highlight-open':
      return showPassage(finding.highlight);
    case 'quotation-differs':
    case 'quotation-not-found': {
      const quotation = knownQuotations(project, useQuotations.getState().texts).find(
        ({ places: [first] }) =>
          first.block === finding.block && first.note === finding.note && first.from === finding.from,
      );
      return quotation ? goToQuotation(quotation) : undefined;
    }
    case 'dangling-reference':
      return selectAtom(
        finding.text,
        finding.block,
        (inline) =>
          'type' in inline &&
          inline.type === 'cross-reference' &&
          JSON.stringify(inline.target) === JSON.stringify(finding.target),
      );
    case 'unknown-work':
      return selectAtom(
        finding.text,
        finding.block,
        (inline) =>
          'type' in inline &&
          inline.type === 'citation' &&
          inline.items.some(({ reference }) => reference === finding.reference),
      );
    case 'point-unanswered':
      showPlace({ kind: 'point', id: finding.point });
      return putCaret({ of: 'answer', id: finding.point });
    case 'quotation-edits-lost':
      showPlace({ kind: 'point', id: finding.point });
      return goIntoQuotation(finding);
    case 'continues-nothing':
      return showPlace({ kind: 'point', id: finding.point });
    case 'code-twice':
      return app.set({ dialog: { kind: 'numbering' } });
    case 'heading-gone':
      return showPlace({ kind: 'section', id: finding.section });
    case 'dangling-answer':
      return finding.of.kind === 'passage'
        ? showPassage(finding.of.id)
        : showPlace({ kind: 'point', id: finding.of.id });
    case 'source-pattern':
      return app.set({ dialog: { kind: 'source-line' } });
    case 'answer-type-missing':
    case 'changes-missing':
      return openDetails(finding.point);
    case 'comment-open':
      return goToComment(finding.comment);
    case 'metadata-missing':
      return app.set({
        dialog:
          finding.of.kind === 'letter'
            ? { kind: 'letter-details', letter: finding.of.id }
            : { kind: finding.of.kind === 'work' ? 'works' : 'title-page' },
      });
    case 'picture-untold': {
      const start = { block: finding.block, offset: 0 };
      if (finding.text.of === 'letter') return showLetter(finding.text.id, { start, end: start });
      return putCaret(finding.text, { anchor: start, focus: start });
    }
    case 'target-missed':
      if (finding.of === 'point') return openDetails(finding.id);
      if (finding.of === 'section') return showPlace({ kind: 'section', id: finding.id });
      return app.set({ dialog: { kind: 'whole-target' } });
  }
}

/** Selects the first such thing in a block of a text, or the note that holds it. */
function selectAtom(ref: TextRef, blockId: BlockId, is: (inline: Inline) => boolean): void {
  const { project } = app.get();
  const block = project && textOf(project, ref)?.find(({ id }) => id === blockId);
  const content = block && hasContent(block) ? block.content : [];
  const holds = (inline: Inline): boolean =>
    is(inline) || ('type' in inline && inline.type === 'note' && inline.body.some(holds));
  let offset = 0;
  let atoms = 0;
  for (const inline of content) {
    if (isSpan(inline)) {
      offset += inline.text.length;
      atoms = 0;
    } else if (holds(inline)) break;
    else atoms++;
  }
  const at = (count: number) => ({ block: blockId, offset, ...(count > 0 ? { atoms: count } : {}) });
  putCaret(ref, { anchor: at(atoms), focus: at(atoms + 1) });
}
