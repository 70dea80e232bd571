/** The highlights of a project as W3C Web Annotations, for other programs. */
import { selectorsOf, type TextPositionSelector, type TextQuoteSelector } from '../anchoring/selectors.ts';
import { highlightsByLetter, inReadingOrder } from '../derived/passages.ts';
import type { ReadAnnotation } from '../anchoring/web-annotation.ts';
import type { Highlight, Letter } from '../document/letter.ts';
import type { Project } from '../document/project.ts';
import { safeUrl } from '../text/block.ts';

interface TextualBody {
  readonly type: 'TextualBody';
  readonly value: string;
  readonly format: 'text/plain';
  readonly purpose: 'tagging' | 'commenting';
}
export interface ExportedAnnotation {
  readonly id: string;
  readonly type: 'Annotation';
  readonly motivation: 'highlighting' | 'commenting';
  readonly body: readonly TextualBody[];
  /** One for each range. */
  readonly target: readonly {
    readonly source: string;
    readonly selector: readonly (TextQuoteSelector | TextPositionSelector)[];
  }[];
}
export interface AnnotationPage {
  readonly '@context': 'http://www.w3.org/ns/anno.jsonld';
  readonly id: string;
  readonly type: 'AnnotationPage';
  readonly startIndex: 0;
  readonly items: readonly ExportedAnnotation[];
}

export interface AnnotationOptions {
  /** Private notes go along only when the writer asks for it. Reasons for waiving never do. */
  readonly withNotes: boolean;
  /** Id of the one letter whose highlights are asked for; those of all where absent. */
  readonly letter?: string | undefined;
}

/** Letter by letter, each in reading order. A passage whose words are gone has its old quote, and no position. */
export function annotationsOf(
  project: Project,
  { withNotes, letter: only }: AnnotationOptions,
): AnnotationPage {
  const byLetter = highlightsByLetter(project.highlights);
  const names = new Map(project.categories.map(({ id, name }) => [id, name.trim()]));
  const base = baseOf(project);
  const letters = project.letters.filter(({ id }) => only === undefined || id === only);
  const items = letters.flatMap((letter) =>
    inReadingOrder(letter.blocks, byLetter.get(letter.id) ?? []).map((highlight): ExportedAnnotation => {
      const tag = names.get(highlight.category) ?? '';
      const note = withNotes ? highlight.note.trim() : '';
      return {
        id: `${base}:${highlight.id}`,
        type: 'Annotation',
        motivation: note === '' ? 'highlighting' : 'commenting',
        body: [
          ...(tag === '' ? [] : [body(tag, 'tagging')]),
          ...(withNotes ? (highlight.tags ?? []).map((each) => body(each, 'tagging')) : []),
          ...(note === '' ? [] : [body(note, 'commenting')]),
        ],
        target: targetsOf(letter, highlight, base),
      };
    }),
  );
  return {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `${base}:annotations`,
    type: 'AnnotationPage',
    startIndex: 0,
    items,
  };
}

function body(value: string, purpose: TextualBody['purpose']): TextualBody {
  return { type: 'TextualBody', value, format: 'text/plain', purpose };
}

function targetsOf(letter: Letter, { ranges, quote }: Highlight, base: string): ExportedAnnotation['target'] {
  const source = sourceOf(letter, base);
  const found = selectorsOf(letter.blocks, ranges).filter((each) => each.quote.exact !== '');
  if (found.length > 0) return found.map((each) => ({ source, selector: [each.quote, each.position] }));
  return [{ source, selector: [{ type: 'TextQuoteSelector', exact: quote, prefix: '', suffix: '' }] }];
}

function baseOf({ id }: Project): string {
  return `urn:pamphlet:${id}`;
}

function sourceOf({ id, item }: Letter, base: string): string {
  return safeUrl(item.URL ?? '') ?? `${base}:${id}`;
}

/** Id of the letter of the project that an annotation says it is of; undefined where it names none of them. */
export function letterOfAnnotation(project: Project, { source }: ReadAnnotation): string | undefined {
  const address = withoutFragment(source);
  const base = baseOf(project);
  return project.letters.find(
    (letter) => source === `${base}:${letter.id}` || address === withoutFragment(sourceOf(letter, base)),
  )?.id;
}

function withoutFragment(address: string): string {
  return address.replace(/#.*$/s, '');
}
