/** What a writer would want to know of before printing: what is wrong in a project, and what is still open. */
import { currentView } from '../anchoring/current-view.ts';
import type { DifferencePart } from '../anchoring/nearest.ts';
import { quoteOf } from '../text/quote-of.ts';
import { letterById, ownTexts, pointMap, type TextRef } from '../document/find.ts';
import type { Highlight } from '../document/letter.ts';
import type { Point, Project } from '../document/project.ts';
import type { LostEdit } from '../document/quotation.ts';
import type { QuotationPlace } from '../document/quotation-place.ts';
import type { BlockId, CrossReferenceTarget, RichText } from '../text/block.ts';
import { isThere } from './cross-reference.ts';
import { codesTwice } from './frozen.ts';
import { referringIn } from './references.ts';
import { byIdentity } from './remember.ts';
import { lacks, type Lack } from './lacks.ts';
import { parseSourcePattern } from './source-pattern.ts';
import { targetsMissed, type TargetMissed } from './targets.ts';
import { highlightStates, usage } from './usage.ts';
import { verbatim, type CheckedQuotation } from './verbatim.ts';

/** Where a quotation stands that was typed by hand, and its words. */
interface TypedQuotation extends QuotationPlace {
  readonly quotation: string;
}

/** `wrong` misleads a reader; `open` is work not done; `minor` is something that a reader may miss. */
export type FindingWeight = 'wrong' | 'open' | 'minor';

export type Finding =
  /** The letter's words at the highlight are others than those highlighted. */
  | {
      readonly kind: 'misquotation';
      readonly weight: 'wrong';
      readonly highlight: string;
      readonly now: string;
    }
  /** The highlight's words were cut out of the letter. */
  | { readonly kind: 'words-gone'; readonly weight: 'wrong'; readonly highlight: string }
  /** Changes of a quotation whose words are no longer in its passage. */
  | {
      readonly kind: 'quotation-edits-lost';
      readonly weight: 'wrong';
      readonly point: string;
      /** Id of the point's quotation. */
      readonly quotation: string;
      readonly highlight: string;
      readonly lost: readonly LostEdit[];
    }
  /** The writer's pattern for source lines can't be read: they stand in the usual form. */
  | { readonly kind: 'source-pattern'; readonly weight: 'wrong'; readonly problem: string }
  | {
      readonly kind: 'dangling-reference';
      readonly weight: 'wrong';
      readonly text: TextRef;
      readonly block: BlockId;
      readonly target: CrossReferenceTarget;
    }
  | {
      readonly kind: 'unknown-work';
      readonly weight: 'wrong';
      readonly text: TextRef;
      readonly block: BlockId;
      readonly reference: string;
    }
  /** Words typed as a quotation are not quite those of a letter. */
  | (TypedQuotation & {
      readonly kind: 'quotation-differs';
      readonly weight: 'wrong';
      /** Code of the letter. */
      readonly letter: string;
      /** Its wording. */
      readonly nearest: string;
      readonly difference: readonly DifferencePart[];
    })
  /** They are in no letter: a quoted block without a work that it is from, or, open, words in quotation marks. */
  | (TypedQuotation & { readonly kind: 'quotation-not-found'; readonly weight: 'wrong' | 'open' })
  /** A passage or a point names something as its answer that isn't there. */
  | {
      readonly kind: 'dangling-answer';
      readonly weight: 'wrong';
      readonly of: { readonly kind: 'passage' | 'point'; readonly id: string };
    }
  /** The writer's pattern gives several points one code. */
  | {
      readonly kind: 'code-twice';
      readonly weight: 'wrong';
      readonly code: string;
      readonly points: readonly string[];
    }
  /** The point continues one that is gone, and had no published code. */
  | { readonly kind: 'continues-nothing'; readonly weight: 'wrong'; readonly point: string }
  /** The heading that a part responds to is no longer in its letter. */
  | { readonly kind: 'heading-gone'; readonly weight: 'wrong'; readonly section: string }
  | { readonly kind: 'point-unanswered'; readonly weight: 'open'; readonly point: string }
  /** No point with an answer quotes it, and it isn't waived. */
  | { readonly kind: 'highlight-open'; readonly weight: 'open'; readonly highlight: string }
  /** It answers, but says not in which of the project's ways. */
  | { readonly kind: 'answer-type-missing'; readonly weight: 'open'; readonly point: string }
  /** Its answer type asks for what was changed. */
  | { readonly kind: 'changes-missing'; readonly weight: 'open'; readonly point: string }
  | { readonly kind: 'comment-open'; readonly weight: 'open'; readonly comment: string }
  | Lack
  | TargetMissed;

const quotesNow = new WeakMap<Highlight, { readonly blocks: RichText; readonly now: string }>();

/** The letter's words at the highlight; looked up once as long as neither changes. */
function quoteNow(highlight: Highlight, blocks: RichText): string {
  const known = quotesNow.get(highlight);
  if (known?.blocks === blocks) return known.now;
  const now = quoteOf(blocks, highlight.ranges);
  quotesNow.set(highlight, { blocks, now });
  return now;
}

/** Wrong things first, in the order of the pamphlet; then what is open. Empty for a project that is done. */
export const findings = byIdentity((project: Project): readonly Finding[] => [
  ...inOrderOfWeight([
    ...findingsBesideTyped(project),
    ...typedFindings(verbatim(project), letterCodesById(project.letters)),
  ]),
]);

const WEIGHTS: readonly FindingWeight[] = ['wrong', 'open', 'minor'];

/** What is wrong, then what is open, then what is minor; each in the order given. */
export function inOrderOfWeight(all: readonly Finding[]): readonly Finding[] {
  return WEIGHTS.flatMap((weight) => all.filter((finding) => finding.weight === weight));
}

/** All findings but those of typed quotations, whose comparing with the letters takes time. */
export const findingsBesideTyped = byIdentity((project: Project): readonly Finding[] => {
  const wrong: Finding[] = [];
  const open: Finding[] = [];
  const texts = new Map(project.letters.map(({ id, blocks }) => [id, blocks]));
  for (const highlight of project.highlights) {
    const { id, quote } = highlight;
    const now = quoteNow(highlight, texts.get(highlight.letter) ?? NO_TEXT);
    if (now === '') wrong.push({ kind: 'words-gone', weight: 'wrong', highlight: id });
    else if (now !== quote) wrong.push({ kind: 'misquotation', weight: 'wrong', highlight: id, now });
  }
  wrong.push(...lostEdits(project), ...badPatterns(project));
  const works = new Set([...project.references, ...project.letters].map(({ id }) => id));
  for (const { ref, text } of ownTexts(project)) {
    for (const { block, inline } of referringIn(text)) {
      if (inline.type === 'citation') {
        for (const { reference } of inline.items) {
          if (!works.has(reference))
            wrong.push({ kind: 'unknown-work', weight: 'wrong', text: ref, block, reference });
        }
      } else if (!isThere(project, inline.target)) {
        wrong.push({ kind: 'dangling-reference', weight: 'wrong', text: ref, block, target: inline.target });
      }
    }
  }
  wrong.push(...ofOutline(project));
  const points = project.sections.flatMap((section) => section.points);
  const present = new Set(points.map(({ id }) => id));
  const gone = ({ seeMaster = [] }: Pick<Point, 'seeMaster'>) => !seeMaster.every((id) => present.has(id));
  for (const { id, ...point } of points)
    if (gone(point)) wrong.push({ kind: 'dangling-answer', weight: 'wrong', of: { kind: 'point', id } });
  for (const { id, ...highlight } of project.highlights)
    if (gone(highlight))
      wrong.push({ kind: 'dangling-answer', weight: 'wrong', of: { kind: 'passage', id } });
  const { answering } = usage(project);
  const types = new Map(project.settings.answerTypes?.map((type) => [type.id, type]));
  for (const point of points) {
    const { id, answerType, changes } = point;
    if (!answering.has(id)) open.push({ kind: 'point-unanswered', weight: 'open', point: id });
    else if (types.size > 0 && !types.has(answerType ?? ''))
      open.push({ kind: 'answer-type-missing', weight: 'open', point: id });
    if (types.get(answerType ?? '')?.asks === 'changes' && !changes)
      open.push({ kind: 'changes-missing', weight: 'open', point: id });
  }
  const states = highlightStates(project);
  for (const { id } of project.highlights) {
    if (states.get(id) === 'open') open.push({ kind: 'highlight-open', weight: 'open', highlight: id });
  }
  for (const { id, resolved } of project.comments ?? [])
    if (!resolved) open.push({ kind: 'comment-open', weight: 'open', comment: id });
  return [...wrong, ...open, ...lacks(project), ...targetsMissed(project)];
});

const NO_TEXT: RichText = [];

function ofOutline(project: Project): readonly Finding[] {
  const found: Finding[] = [];
  for (const { code, points } of codesTwice(project))
    found.push({ kind: 'code-twice', weight: 'wrong', code, points });
  const points = pointMap(project);
  for (const { point } of points.values()) {
    const { continues } = point;
    if (continues !== undefined && !points.has(continues) && project.frozen?.points[continues] === undefined)
      found.push({ kind: 'continues-nothing', weight: 'wrong', point: point.id });
  }
  for (const { id, letter, heading } of project.sections) {
    if (heading === undefined) continue;
    const blocks = letterById(project, letter ?? '')?.blocks ?? [];
    if (!blocks.some((block) => block.id === heading))
      found.push({ kind: 'heading-gone', weight: 'wrong', section: id });
  }
  return found;
}

function lostEdits(project: Project): readonly Finding[] {
  return project.sections.flatMap(({ points }) =>
    points.flatMap(({ id: point, quotations }) =>
      quotations.flatMap(({ id, highlight, view }): readonly Finding[] => {
        const lost = view ? (currentView(project, { point, quotation: id })?.lost ?? []) : [];
        const finding = { kind: 'quotation-edits-lost', weight: 'wrong', point, highlight, lost } as const;
        return lost.length > 0 ? [{ ...finding, quotation: id }] : [];
      }),
    ),
  );
}

function badPatterns({ settings: { sourceLine, sourceLineShort } }: Project): readonly Finding[] {
  return [sourceLine, sourceLineShort].flatMap((pattern): readonly Finding[] => {
    const parsed = pattern?.trim() ? parseSourcePattern(pattern) : undefined;
    if (!parsed || parsed.ok) return [];
    return [{ kind: 'source-pattern', weight: 'wrong', problem: parsed.problem }];
  });
}

/** What is to be said of typed quotations, as they compare with the letters. */
export function typedFindings(
  all: readonly CheckedQuotation[],
  codes: ReadonlyMap<string, string>,
): readonly Finding[] {
  return all.flatMap((checked): readonly Finding[] => {
    if (checked.kind === 'passage' || checked.accepted) return [];
    const { kind, verdict, quotation, wording, difference } = checked;
    const [place] = checked.places;
    const code = codes.get(checked.letter ?? '');
    if (verdict === 'differs' && code !== undefined) {
      const nearest = { letter: code, nearest: wording, difference };
      return [{ kind: 'quotation-differs', weight: 'wrong', ...place, quotation, ...nearest }];
    }
    if (verdict !== 'not-found') return [];
    const weight = kind === 'running' ? 'open' : 'wrong';
    return [{ kind: 'quotation-not-found', weight, ...place, quotation }];
  });
}

/** Letter id → its code. */
export const letterCodesById = byIdentity(
  (letters: Project['letters']): ReadonlyMap<string, string> =>
    new Map(letters.map(({ id, code }) => [id, code])),
);
