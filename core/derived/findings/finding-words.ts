/** Findings told in words. */
import { changeMap, highlightMap, letterById, pointMap, type TextRef } from '../../document/find.ts';
import type { Project } from '../../document/project.ts';
import { placeOfComment } from '../comments.ts';
import type { Finding } from './finding.ts';
import type { MetadataLack } from './lacks.ts';
import { numbering } from '../numbering.ts';

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
    case 'answer-type-missing':
      return `${capital(pointName(project, finding.point))} has no answer type.`;
    case 'changes-missing':
      return `${capital(pointName(project, finding.point))} doesn’t tell what was changed.`;
    case 'comment-open':
      return commentSentence(project, finding.comment);
    case 'metadata-missing':
      return `${capital(lacking(project, finding.of))} has no ${LIST.format(finding.fields)}.`;
    case 'picture-untold':
      return `A picture in ${place(project, finding.text)} has no words for those who can’t see it.`;
    case 'target-missed': {
      const of =
        finding.of === 'whole'
          ? 'the pamphlet'
          : finding.of === 'section'
            ? place(project, { of: 'lead', id: finding.id })
            : pointName(project, finding.id);
      return `${capital(of)} has ${finding.words} of ${finding.target} words.`;
    }
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
  const point = pointMap(project).get(id)?.point;
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
    case 'change':
      return `a change of ${place(project, { of: 'answer', id: changeMap(project).get(ref.id)?.point.id ?? '' })}`;
    case 'letter':
      return `letter ${letterById(project, ref.id)?.code ?? ref.id}`;
  }
}

const LIST = new Intl.ListFormat('en', { type: 'disjunction' });

function lacking(project: Project, of: MetadataLack['of']): string {
  switch (of.kind) {
    case 'title-page':
      return 'the title page';
    case 'letter':
      return place(project, { of: 'letter', id: of.id });
    case 'work': {
      const title = project.references.find(({ id }) => id === of.id)?.item.title?.trim();
      return title ? `the work “${shorten(title)}”` : 'a work without a title';
    }
  }
}

function commentSentence(project: Project, id: string): string {
  const comment = project.comments?.find((each) => each.id === id);
  if (!comment) return 'A comment is open.';
  const found = placeOfComment(project, comment.about);
  const where =
    found.kind === 'gone'
      ? 'something that isn’t there any more'
      : found.kind === 'text'
        ? place(project, found.ref)
        : found.kind === 'point'
          ? place(project, { of: 'answer', id: found.id })
          : passage(project, found.id);
  return `A comment on ${where} is open: “${shorten(comment.text)}”.`;
}

function shorten(text: string): string {
  const line = [...text.replace(/\s+/g, ' ').trim()];
  return line.length > 90 ? `${line.slice(0, 89).join('')}…` : line.join('');
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
