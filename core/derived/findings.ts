/** What a writer would want to know of before printing: what is wrong in a project, and what is still open. */
import { currentView } from '../anchoring/current-view.ts';
import type { DifferencePart } from '../anchoring/nearest.ts';
import { quoteOf } from '../text/quote-of.ts';
import { highlightMap, letterById, ownTexts, pointMap, type TextRef } from '../document/find.ts';
import type { Point, Project } from '../document/project.ts';
import type { LostEdit } from '../document/quotation.ts';
import type { QuotationPlace } from '../document/quotation-place.ts';
import type { BlockId, CrossReferenceTarget } from '../text/block.ts';
import { isThere } from './cross-reference.ts';
import { codesTwice } from './frozen.ts';
import { numbering } from './numbering.ts';
import { referringIn } from './references.ts';
import { byIdentity } from './remember.ts';
import { parseSourcePattern } from './source-pattern.ts';
import { highlightStates, usage } from './usage.ts';
import { verbatim } from './verbatim.ts';

/** Where a quotation stands that was typed by hand, and its words. */
interface TypedQuotation extends QuotationPlace {
  readonly quotation: string;
}

/** `wrong` misleads a reader; `open` is work not done. */
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
  | { readonly kind: 'highlight-open'; readonly weight: 'open'; readonly highlight: string };

/** Wrong things first, in the order of the pamphlet; then what is open. Empty for a project that is done. */
export const findings = byIdentity((project: Project): readonly Finding[] => {
  const wrong: Finding[] = [];
  const open: Finding[] = [];
  for (const { id, letter, ranges, quote } of project.highlights) {
    const now = quoteOf(letterById(project, letter)?.blocks ?? [], ranges);
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
  for (const finding of ofQuotations(project)) (finding.weight === 'wrong' ? wrong : open).push(finding);
  const points = project.sections.flatMap((section) => section.points);
  const present = new Set(points.map(({ id }) => id));
  const gone = ({ seeMaster = [] }: Pick<Point, 'seeMaster'>) => !seeMaster.every((id) => present.has(id));
  for (const { id, ...point } of points)
    if (gone(point)) wrong.push({ kind: 'dangling-answer', weight: 'wrong', of: { kind: 'point', id } });
  for (const { id, ...highlight } of project.highlights)
    if (gone(highlight))
      wrong.push({ kind: 'dangling-answer', weight: 'wrong', of: { kind: 'passage', id } });
  const { answering } = usage(project);
  for (const { id } of points) {
    if (!answering.has(id)) open.push({ kind: 'point-unanswered', weight: 'open', point: id });
  }
  const states = highlightStates(project);
  for (const { id } of project.highlights) {
    if (states.get(id) === 'open') open.push({ kind: 'highlight-open', weight: 'open', highlight: id });
  }
  return [...wrong, ...open];
});

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

function ofQuotations(project: Project): readonly Finding[] {
  return verbatim(project).flatMap((checked): readonly Finding[] => {
    if (checked.kind === 'passage' || checked.accepted) return [];
    const { kind, verdict, quotation, wording, difference } = checked;
    const [place] = checked.places;
    const code = letterById(project, checked.letter ?? '')?.code;
    if (verdict === 'differs' && code !== undefined) {
      const nearest = { letter: code, nearest: wording, difference };
      return [{ kind: 'quotation-differs', weight: 'wrong', ...place, quotation, ...nearest }];
    }
    if (verdict !== 'not-found') return [];
    const weight = kind === 'running' ? 'open' : 'wrong';
    return [{ kind: 'quotation-not-found', weight, ...place, quotation }];
  });
}

/** The finding as an English sentence for the writer. */
export function findingSentence(project: Project, finding: Finding): string {
  switch (finding.kind) {
    case 'misquotation':
      return `${capital(passage(project, finding.highlight))} is quoted as “${quoted(project, finding.highlight)}”, but the letter says “${shorten(finding.now)}”.`;
    case 'words-gone':
      return `The words of ${passage(project, finding.highlight)}, “${quoted(project, finding.highlight)}”, are no longer in the letter.`;
    case 'quotation-edits-lost': {
      const words = finding.lost.map((edit) => `“${shorten(edit.words)}”`).join(', ');
      return `In ${pointName(project, finding.point)} a change of the quotation no longer fits ${passage(project, finding.highlight)}, which has become another. It stood at ${words}.`;
    }
    case 'source-pattern':
      return `The pattern of source lines can’t be used. ${finding.problem}`;
    case 'dangling-reference':
      return `A cross reference in ${place(project, finding.text)} leads to a ${NAMES[finding.target.kind]} that isn’t there.`;
    case 'dangling-answer':
      return `${capital(finding.of.kind === 'point' ? pointName(project, finding.of.id) : passage(project, finding.of.id))} refers to an answer elsewhere that isn’t there any more.`;
    case 'unknown-work':
      return `A citation in ${place(project, finding.text)} names a work that isn’t among the references: ${finding.reference}.`;
    case 'quotation-differs':
      return `${capital(place(project, finding.text))} quotes “${shorten(finding.quotation)}”, but letter ${finding.letter} says “${shorten(finding.nearest)}”.`;
    case 'quotation-not-found':
      return `${capital(place(project, finding.text))} quotes “${shorten(finding.quotation)}”, which is in none of the letters.`;
    case 'code-twice':
      return `${finding.points.length} points have the code ${finding.code}. Change the pattern of the codes, so that each has its own.`;
    case 'continues-nothing':
      return `${capital(pointName(project, finding.point))} continues a point that isn’t there any more.`;
    case 'heading-gone':
      return `${capital(partName(project, finding.section))} responds to a section whose heading is no longer in the letter.`;
    case 'point-unanswered':
      return `${capital(pointName(project, finding.point))} has no answer.`;
    case 'highlight-open':
      return `${capital(passage(project, finding.highlight))} isn’t answered: “${quoted(project, finding.highlight)}”.`;
  }
}

const NAMES = {
  point: 'point',
  section: 'part',
  letter: 'letter',
  demand: 'list entry',
  passage: 'passage',
  place: 'place in a letter',
  note: 'footnote',
} as const;

function passage(project: Project, highlight: string): string {
  return `passage ${numbering(project).passageCodes.get(highlight) ?? highlight}`;
}

function quoted(project: Project, highlight: string): string {
  return shorten(highlightMap(project).get(highlight)?.quote ?? '');
}

function pointName(project: Project, id: string): string {
  const point = project.sections.flatMap(({ points }) => points).find((each) => each.id === id);
  const number = `point ${numbering(project).pointCodes.get(id) ?? ''}`.trim();
  return point?.title ? `${number}, “${shorten(point.title)}”,` : number;
}

function partName(project: Project, id: string): string {
  const number = numbering(project).sectionNumbers.get(id);
  if (number !== undefined) return `part ${number}`;
  const title = project.sections.find((section) => section.id === id)?.title.trim();
  return title ? `“${shorten(title)}”` : 'an untitled part';
}

function place(project: Project, ref: TextRef): string {
  switch (ref.of) {
    case 'introduction':
      return 'the introduction';
    case 'conclusion':
      return 'the conclusion';
    case 'lead':
      return partName(project, ref.id);
    case 'answer':
      return `point ${numbering(project).pointCodes.get(ref.id) ?? ref.id}`;
    case 'letter':
      return `letter ${letterById(project, ref.id)?.code ?? ref.id}`;
  }
}

function shorten(text: string): string {
  const line = [...text.replace(/\s+/g, ' ').trim()];
  return line.length > 90 ? `${line.slice(0, 89).join('')}…` : line.join('');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
