/**
 * What is left to do, derived while the window is idle: the findings of core/derived, those of typed quotations as
 * they have been compared so far.
 */
import { create } from 'zustand';
import type { Finding } from '../../core/derived/findings/finding.ts';
import { findingsBesideTyped, letterCodesById } from '../../core/derived/findings/findings.ts';
import { typedFindings } from '../../core/derived/findings/quotations.ts';
import type { Project } from '../../core/document/project.ts';
import { placeOfComment } from '../../core/derived/comments.ts';
import { en } from '../../core/messages/en.ts';
import { goToFinding } from './go-to-finding.ts';
import { say } from './messages.ts';
import { knownQuotations, useQuotations } from './quotations.ts';
import { useSettled } from './settled.ts';
import { app } from './store.ts';

export const REMAINING_GROUPS = [
  'quotations',
  'references',
  'patterns',
  'passages',
  'points',
  'details',
  'comments',
  'lengths',
  'metadata',
] as const;
export type RemainingGroup = (typeof REMAINING_GROUPS)[number];

const GROUP_OF: Readonly<Record<Finding['kind'], RemainingGroup>> = {
  misquotation: 'quotations',
  'words-gone': 'quotations',
  'quotation-differs': 'quotations',
  'quotation-not-found': 'quotations',
  'quotation-edits-lost': 'quotations',
  'dangling-reference': 'references',
  'dangling-answer': 'references',
  'unknown-work': 'references',
  'continues-nothing': 'references',
  'heading-gone': 'references',
  'code-twice': 'patterns',
  'source-pattern': 'patterns',
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
    const group = GROUP_OF[finding.kind];
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
