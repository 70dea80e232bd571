/**
 * What is left to do, derived while the window is idle: the findings of core/derived, those of typed quotations as
 * they have been compared so far.
 */
import { create } from 'zustand';
import {
  findingsBesideTyped,
  letterCodesById,
  typedFindings,
  type Finding,
} from '../../core/derived/findings.ts';
import type { Project } from '../../core/document/project.ts';
import { placeOfComment } from '../../core/derived/comments.ts';
import { hasContent, isSpan, type BlockId, type Inline } from '../../core/text/block.ts';
import { textOf, type TextRef } from '../../core/document/find.ts';
import { en } from '../../core/messages/en.ts';
import { goToComment } from './comments.ts';
import { say } from './messages.ts';
import { putCaret, showLetter, showPassage, showPlace } from './navigation.ts';
import { openDetails } from './point-details.ts';
import { goToQuotation } from './quotation-at.ts';
import { knownQuotations, useQuotations } from './quotations.ts';
import { useSettled } from './settled.ts';
import { app } from './store.ts';

export const REMAINING_GROUPS = [
  'quotations',
  'references',
  'passages',
  'points',
  'details',
  'comments',
  'lengths',
  'metadata',
  'other',
] as const;
export type RemainingGroup = (typeof REMAINING_GROUPS)[number];

const GROUP_OF: Partial<Record<Finding['kind'], RemainingGroup>> = {
  misquotation: 'quotations',
  'words-gone': 'quotations',
  'quotation-differs': 'quotations',
  'quotation-not-found': 'quotations',
  'dangling-reference': 'references',
  'unknown-work': 'references',
  'highlight-open': 'passages',
  'point-unanswered': 'points',
  'answer-type-missing': 'details',
  'changes-missing': 'details',
  'comment-open': 'comments',
  'target-missed': 'lengths',
  'metadata-missing': 'metadata',
  'picture-untold': 'metadata',
};

export interface RemainingState {
  /** In the order of the groups; those with nothing in them are left out. */
  readonly groups: readonly { readonly group: RemainingGroup; readonly findings: readonly Finding[] }[];
  readonly count: number;
}

const NOTHING: RemainingState = { groups: [], count: 0 };

export const useRemaining = create<RemainingState>()(() => NOTHING);

export function remainingIn(project: Project): RemainingState {
  const quotations = knownQuotations(project, useQuotations.getState().texts);
  const all = [
    ...typedFindings(quotations, letterCodesById(project.letters)),
    ...findingsBesideTyped(project),
  ];
  const groups = new Map<RemainingGroup, Finding[]>();
  for (const finding of all) {
    const group = GROUP_OF[finding.kind] ?? 'other';
    const known = groups.get(group);
    if (known) known.push(finding);
    else groups.set(group, [finding]);
  }
  return {
    groups: REMAINING_GROUPS.flatMap((group) => {
      const findings = groups.get(group);
      return findings ? [{ group, findings }] : [];
    }),
    count: all.length,
  };
}

let asked = false;

function derive(): void {
  asked = false;
  const { project } = useSettled.getState();
  useRemaining.setState(project ? remainingIn(project) : NOTHING);
}

/** Begins to follow the project. */
export function keepRemaining(): void {
  const ask = () => {
    if (asked) return;
    asked = true;
    requestIdleCallback(derive, { timeout: 500 });
  };
  useSettled.subscribe(ask);
  useQuotations.subscribe(ask);
}

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
    case 'continues-nothing':
      return showPlace({ kind: 'point', id: finding.point });
    case 'code-twice': {
      const [first] = finding.points;
      return first === undefined ? undefined : showPlace({ kind: 'point', id: first });
    }
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

/** What was gone to last, as long as that is left. */
let visited: string | undefined;

/** Names a finding as long as it is left. */
export function findingKey(finding: Finding): string {
  return JSON.stringify(finding);
}

/** To the thing left after (or before) the one gone to last, beginning again at the end. */
export function stepToRemaining(by: 1 | -1): void {
  const { project } = app.get();
  if (!project) return;
  const all = remainingIn(project).groups.flatMap(({ findings }) => findings);
  if (all.length === 0) return say(en.review.remaining.nothing);
  const at = all.findIndex((finding) => findingKey(finding) === visited);
  const start = at < 0 ? (by > 0 ? -1 : all.length) : at;
  visit(all[(start + by + all.length) % all.length]!);
}

export function visit(finding: Finding): void {
  visited = findingKey(finding);
  goToFinding(finding);
}

/** Where a finding is: the passage's letter isn't shown by a place of the pamphlet. */
export function isInLetter(project: Project, finding: Finding): boolean {
  if (finding.kind === 'comment-open') {
    const comment = project.comments?.find(({ id }) => id === finding.comment);
    return !!comment && placeOfComment(project, comment.about).kind === 'highlight';
  }
  return 'highlight' in finding || ('text' in finding && finding.text.of === 'letter');
}
