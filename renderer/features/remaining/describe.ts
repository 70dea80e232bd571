/** A finding in a line: where it is, and what. */
import type { Finding } from '../../../core/derived/findings/finding.ts';
import { numbering } from '../../../core/derived/numbering.ts';
import { highlightMap, letterById, pointMap } from '../../../core/document/find.ts';
import type { Project } from '../../../core/document/project.ts';
import { en } from '../../../core/messages/en.ts';
import { nameOfPlace, nameOfPoint as pointCode, nameOfText as nameOf } from '../../state/place-names.ts';

export interface Described {
  /** "A1-3", "Point 4". */
  readonly where: string;
  /** Words of a letter, an answer or a title. */
  readonly words: string;
  /** What is the matter, where the group doesn't say it. */
  readonly what: string;
}

const words = en.review.remaining;

export function describe(project: Project, finding: Finding): Described {
  const passage = (id: string, what = '') => ({
    where: numbering(project).passageCodes.get(id) ?? '',
    words: highlightMap(project).get(id)?.quote ?? '',
    what,
  });
  const letterOf = (id: string) =>
    letterById(project, highlightMap(project).get(id)?.letter ?? '')?.code ?? '';
  const point = (id: string, what: string) => ({
    where: pointCode(project, id),
    words: pointMap(project).get(id)?.point.title ?? '',
    what,
  });
  const section = (id: string, what: string) => ({
    where: nameOf(project, { of: 'lead', id }),
    words: project.sections.find((each) => each.id === id)?.title ?? '',
    what,
  });
  switch (finding.kind) {
    case 'misquotation':
      return passage(finding.highlight, words.differs(letterOf(finding.highlight)));
    case 'words-gone':
      return passage(finding.highlight, words.wordsGone);
    case 'highlight-open':
      return passage(finding.highlight);
    case 'quotation-differs':
      return {
        where: nameOf(project, finding.text),
        words: finding.quotation,
        what: words.differs(finding.letter),
      };
    case 'quotation-not-found':
      return { where: nameOf(project, finding.text), words: finding.quotation, what: words.notFound };
    case 'dangling-reference':
      return { where: nameOf(project, finding.text), words: '', what: words.leadsNowhere };
    case 'unknown-work':
      return { where: nameOf(project, finding.text), words: '', what: words.unknownWork };
    case 'point-unanswered':
      return point(finding.point, '');
    case 'answer-type-missing':
      return point(finding.point, words.noType);
    case 'changes-missing':
      return point(finding.point, words.noChanges);
    case 'comment-open': {
      const comment = project.comments?.find(({ id }) => id === finding.comment);
      return {
        where: comment ? nameOfPlace(project, comment.about) : '',
        words: comment?.text ?? '',
        what: '',
      };
    }
    case 'metadata-missing': {
      const what = finding.fields.map((field) => words.no(words.fields[field])).join(', ');
      if (finding.of.kind === 'title-page') return { where: words.titlePage, words: '', what };
      if (finding.of.kind === 'letter') {
        const letter = letterById(project, finding.of.id);
        return { where: letter?.code ?? '', words: letter?.item.title ?? '', what };
      }
      const id = finding.of.id;
      const work = project.references.find((each) => each.id === id);
      return { where: words.work, words: work?.item.title ?? '', what };
    }
    case 'picture-untold':
      return { where: nameOf(project, finding.text), words: '', what: words.picture };
    case 'target-missed': {
      const what = words.wordsOf(finding.words, finding.target);
      if (finding.of === 'whole') return { where: words.whole, words: '', what };
      if (finding.of === 'point') return point(finding.id, what);
      return section(finding.id, what);
    }
    case 'quotation-edits-lost': {
      const lost = finding.lost.map((edit) => edit.words).join(' … ');
      return { where: pointCode(project, finding.point), words: lost, what: words.editsLost };
    }
    case 'dangling-answer':
      return finding.of.kind === 'passage'
        ? passage(finding.of.id, words.answerGone)
        : point(finding.of.id, words.answerGone);
    case 'continues-nothing':
      return point(finding.point, words.continuesNothing);
    case 'heading-gone':
      return section(finding.section, words.headingGone);
    case 'code-twice':
      return { where: words.codes, words: '', what: words.codeTwice(finding.points.length, finding.code) };
    case 'source-pattern':
      return { where: words.sourceLines, words: '', what: finding.problem };
  }
}
