/** How the window calls the places of the project. */
import { placeOfComment } from '../../core/derived/comments.ts';
import { numbering } from '../../core/derived/numbering.ts';
import type { CommentSubject } from '../../core/document/comment.ts';
import { changeMap, letterById, type TextRef } from '../../core/document/find.ts';
import type { Project } from '../../core/document/project.ts';
import { en } from '../../core/messages/en.ts';

export function nameOfPoint(project: Project, id: string): string {
  return en.answer.point(numbering(project).pointCodes.get(id) ?? '');
}

/** The name of a text: "Point 4", "Introduction". */
export function nameOfText(project: Project, ref: TextRef): string {
  switch (ref.of) {
    case 'introduction':
      return en.answer.introduction;
    case 'conclusion':
      return en.answer.conclusion;
    case 'lead':
      return partName(project, ref.id);
    case 'answer':
      return nameOfPoint(project, ref.id);
    case 'change': {
      const point = changeMap(project).get(ref.id)?.point.id;
      return en.review.comments.change(numbering(project).pointCodes.get(point ?? '') ?? '');
    }
    case 'letter':
      return letterById(project, ref.id)?.code ?? '';
  }
}

/** What a comment is about. */
export function nameOfPlace(project: Project, about: CommentSubject): string {
  const place = placeOfComment(project, about);
  switch (place.kind) {
    case 'point':
      return nameOfPoint(project, place.id);
    case 'highlight':
      return numbering(project).passageCodes.get(place.id) ?? '';
    case 'text':
      return nameOfText(project, place.ref);
    case 'gone':
      return en.review.comments.gone;
  }
}

function partName(project: Project, id: string): string {
  const number = numbering(project).sectionNumbers.get(id);
  if (number !== undefined) return en.answer.part(number);
  return project.sections.find((section) => section.id === id)?.title || en.outline.untitledPart;
}
