/** What a reader would look for and not find: who wrote a letter and when, the title page's title, words for a picture. */
import { ownTexts, type TextRef } from '../../document/find.ts';
import type { CslItem, Letter } from '../../document/letter.ts';
import type { Project, Reference } from '../../document/project.ts';
import type { BlockId, RichText } from '../../text/block.ts';
import { byIdentity } from '../remember.ts';
import { saysSomething } from '../usage.ts';

export interface MetadataLack {
  readonly kind: 'metadata-missing';
  readonly weight: 'minor';
  readonly of: { readonly kind: 'title-page' } | { readonly kind: 'letter' | 'work'; readonly id: string };
  readonly fields: readonly ('title' | 'byline' | 'author' | 'date' | 'year')[];
}
export interface PictureLack {
  readonly kind: 'picture-untold';
  readonly weight: 'minor';
  readonly text: TextRef;
  readonly block: BlockId;
}
export type Lack = MetadataLack | PictureLack;

const hasAuthor = ({ author, editor }: CslItem) =>
  [...(author ?? []), ...(editor ?? [])].some(({ family, given, literal }) =>
    [family, given, literal].some((name) => name?.trim()),
  );
const hasDate = ({ issued }: CslItem) =>
  Boolean(issued?.literal?.trim()) || issued?.['date-parts']?.[0]?.[0] !== undefined;

const fieldsOfLetter = byIdentity(({ item }: Letter): MetadataLack['fields'] => [
  ...(hasAuthor(item) ? [] : (['author'] as const)),
  ...(hasDate(item) ? [] : (['date'] as const)),
  ...(item.title?.trim() ? [] : (['title'] as const)),
]);

const fieldsOfWork = byIdentity(({ item }: Reference): MetadataLack['fields'] => [
  ...(hasAuthor(item) ? [] : (['author'] as const)),
  ...(hasDate(item) ? [] : (['year'] as const)),
]);

/** Nothing is asked of the title page before there is something to print. */
function fieldsOfTitlePage({ front, sections, introduction }: Project): MetadataLack['fields'] {
  if (sections.length === 0 && !saysSomething(introduction)) return [];
  return [
    ...(front.title.trim() ? [] : (['title'] as const)),
    ...(front.byline.trim() ? [] : (['byline'] as const)),
  ];
}

const untoldPictures = byIdentity((text: RichText): readonly BlockId[] =>
  text.flatMap((block) => (block.type === 'picture' && block.alternative.trim() === '' ? [block.id] : [])),
);

/** In the order title page, letters, works, pictures. */
export function lacks(project: Project): readonly Lack[] {
  const metadata = (of: MetadataLack['of'], fields: MetadataLack['fields']): readonly Lack[] =>
    fields.length > 0 ? [{ kind: 'metadata-missing', weight: 'minor', of, fields }] : [];
  const pictures = (text: TextRef, blocks: RichText): readonly Lack[] =>
    untoldPictures(blocks).map((block) => ({ kind: 'picture-untold', weight: 'minor', text, block }));
  return [
    ...metadata({ kind: 'title-page' }, fieldsOfTitlePage(project)),
    ...project.letters.flatMap((letter) =>
      metadata({ kind: 'letter', id: letter.id }, fieldsOfLetter(letter)),
    ),
    ...project.references.flatMap((work) => metadata({ kind: 'work', id: work.id }, fieldsOfWork(work))),
    ...ownTexts(project).flatMap(({ ref, text }) => pictures(ref, text)),
    ...project.letters.flatMap(({ id, blocks }) => pictures({ of: 'letter', id }, blocks)),
  ];
}
