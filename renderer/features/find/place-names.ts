/** What a place is called in the list. */
import { numbering } from '../../../core/derived/numbering.ts';
import { changeMap, letterById } from '../../../core/document/find.ts';
import type { Project } from '../../../core/document/project.ts';
import type { FindPlace } from '../../../core/find/places.ts';
import { en } from '../../../core/messages/en.ts';
import { commentById } from '../../state/comments.ts';
import { nameOfPlace } from '../../state/place-names.ts';

const NAME_OF = {
  title: 'title',
  'container-title': 'container',
  publisher: 'publisher',
  'publisher-place': 'place',
} as const;

export function nameOf(project: Project, place: FindPlace): string {
  const { pointCodes, sectionNumbers, passageCodes } = numbering(project);
  const words = en.findText;
  const point = (id: string) => pointCodes.get(id) ?? '';
  const part = (id: string) => sectionNumbers.get(id) ?? '';
  if ('text' in place) {
    const { text } = place;
    switch (text.of) {
      case 'letter':
        return words.letter(letterById(project, text.id)?.code ?? '');
      case 'answer':
        return words.point(point(text.id));
      case 'change':
        return en.review.comments.change(point(changeMap(project).get(text.id)?.point.id ?? ''));
      case 'lead':
        return en.answer.part(part(text.id));
      case 'introduction':
        return en.answer.introduction;
      case 'conclusion':
        return en.answer.conclusion;
    }
  }
  const { field } = place;
  switch (field.of) {
    case 'front':
      return en.titlePage.fields[field.field];
    case 'work':
      return words.work(en.works.fields[NAME_OF[field.field]]);
    case 'section-title':
      return words.partTitle(part(field.id));
    case 'section-topic':
      return words.partTopic(part(field.id));
    case 'point-title':
      return words.pointTitle(point(field.id));
    case 'point-note':
      return words.pointNote(point(field.id));
    case 'point-tags':
      return words.pointTags(point(field.id));
    case 'passage-tags':
      return words.passageTags(passageCodes.get(field.id) ?? '');
    case 'list-name':
      return words.listName;
    case 'list-label':
      return words.listLabel;
    case 'answer-type':
      return words.answerType;
    case 'comment':
      return commentedOn(project, field.id);
    case 'reply':
      return words.reply(commentedOn(project, field.comment));
    case 'passage-note':
      return words.passageNote(passageCodes.get(field.id) ?? '');
    case 'waived-reason':
      return words.waived(passageCodes.get(field.id) ?? '');
  }
}

function commentedOn(project: Project, id: string): string {
  const comment = commentById(project, id);
  return en.review.comments.on(comment ? nameOfPlace(project, comment.about) : '');
}
