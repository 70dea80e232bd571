/** What can be referred to from a text: found by code, title or words. */
import { crossReferenceText } from '../../../core/derived/cross-reference.ts';
import { entryParagraphs } from '../../../core/derived/lists.ts';
import { lineOf } from '../../../core/derived/locale.ts';
import { numbering } from '../../../core/derived/numbering.ts';
import { pageWord } from '../../../core/derived/source-line.ts';
import { paragraphQuery, paragraphsFound } from '../../../core/find/paragraphs.ts';
import { highlightMap, ownTexts, pointMap } from '../../../core/document/find.ts';
import type { Project } from '../../../core/document/project.ts';
import { publicationWords } from '../../../core/export/words.ts';
import { hasContent, isSpan, type CrossReferenceTarget, type Inline } from '../../../core/text/block.ts';
import { blockText } from '../../../core/text/canonical.ts';
import { inlineText } from '../../../core/text/inline.ts';
import { app } from '../../state/store.ts';

export interface ReferenceChoice {
  readonly target: CrossReferenceTarget;
  readonly label: string;
  readonly detail: string;
}

/** UTF-16 units of a thing's words that are shown and searched. */
const WORDS = 120;

const short = (words: string): string => words.slice(0, WORDS).replace(/\s+/g, ' ');

export function referenceChoices(): readonly ReferenceChoice[] {
  const { project } = app.get();
  if (!project) return [];
  const words = publicationWords(project.settings.language);
  const made: ReferenceChoice[] = [];
  const add = (target: CrossReferenceTarget, detail: string) =>
    made.push({ target, label: crossReferenceText(project, target, words).text, detail: short(detail) });
  for (const { point } of pointMap(project).values()) {
    const opening = point.answer[0] ? blockText(point.answer[0]) : '';
    add({ kind: 'point', id: point.id }, point.title || opening);
  }
  for (const section of project.sections) add({ kind: 'section', id: section.id }, section.title);
  for (const { block } of entryParagraphs(project)) add({ kind: 'demand', id: block.id }, blockText(block));
  for (const letter of project.letters) add({ kind: 'letter', id: letter.id }, letter.item.title ?? '');
  const highlights = highlightMap(project);
  for (const id of numbering(project).passageCodes.keys())
    add({ kind: 'passage', id }, highlights.get(id)?.quote ?? '');
  for (const { id, body } of notesOf(project)) add({ kind: 'note', id }, inlineText(body));
  return [...made, ...pages(project, words.letter)];
}

/** The paragraphs of a letter, once its code is typed and a number or words after it. */
export function* placeSearch(typed: string): Iterable<ReferenceChoice | undefined> {
  const { project } = app.get();
  if (!project) return;
  const words = publicationWords(project.settings.language);
  const query = paragraphQuery(project.letters, typed, words.letter);
  if (!query) return;
  for (const block of paragraphsFound(query)) {
    if (!block) {
      yield undefined;
      continue;
    }
    const target = { kind: 'place', letter: query.letter.id, id: block.id } as const;
    yield { target, label: crossReferenceText(project, target, words).text, detail: short(blockText(block)) };
  }
}

function notesOf(project: Project) {
  const notes: { readonly id: string; readonly body: readonly Inline[] }[] = [];
  const visit = (content: readonly Inline[]) => {
    for (const inline of content) {
      if (isSpan(inline) || inline.type !== 'note') continue;
      notes.push(inline);
      visit(inline.body);
    }
  };
  for (const { text } of ownTexts(project)) {
    for (const block of text) {
      if (hasContent(block)) visit(block.content);
      else if (block.type === 'table') for (const cell of block.rows.flat()) visit(cell.content);
    }
  }
  return notes;
}

/** Each page of the letters that were read from pages, by the first block on it. */
function pages({ letters, settings: { language } }: Project, pattern: string): readonly ReferenceChoice[] {
  return letters.flatMap((letter) => {
    const seen = new Set<string>();
    const name = pattern.replace('{code}', () => letter.code);
    return letter.blocks.flatMap((block): readonly ReferenceChoice[] => {
      if (block.page === undefined || seen.has(block.page)) return [];
      seen.add(block.page);
      return [
        {
          target: { kind: 'place', letter: letter.id, id: block.id },
          label: lineOf([name, pageWord(block.page, language)], language),
          detail: short(blockText(block)),
        },
      ];
    });
  });
}
