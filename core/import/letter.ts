import {
  LETTER_KINDS,
  type CslItem,
  type Letter,
  type LetterKind,
  type Original,
} from '../document/letter.ts';
import { safeUrl } from '../text/block.ts';
import { cslDate, personName } from './bibliographic.ts';
import type { Imported, Proposed, ProposedField } from './imported.ts';

export interface LetterChoices {
  readonly id: string;
  /** "A1". */
  readonly code: string;
  /** Name of the file, or words for where it came from; title of last resort. */
  readonly name: string;
  /** BCP 47: where the file tells no language. */
  readonly language: string;
  readonly kind?: LetterKind;
  readonly original?: Original;
  /** Takes what was only read between the lines too: for the command line, which has nobody to ask. */
  readonly takeGuesses?: boolean;
}

const CSL_TYPE: Record<LetterKind, string> = {
  letter: 'personal_communication',
  article: 'article-newspaper',
  statement: 'document',
  review: 'review',
  comment: 'post',
  mail: 'personal_communication',
  own: 'personal_communication',
  work: 'document',
  agency: 'personal_communication',
  organisation: 'personal_communication',
  individual: 'personal_communication',
  reviewer: 'review',
  editor: 'personal_communication',
  party: 'document',
};

/**
 * The first proposal for each field; of authors, all that were found in the same place. What was guessed is left to
 * {@link openProposals}.
 */
export function letterFrom(imported: Imported, choices: LetterChoices): Letter {
  const known = imported.metadata.filter(({ guessed }) => !guessed || choices.takeGuesses);
  const all = (field: ProposedField) => known.filter((proposed) => proposed.field === field);
  const first = (field: ProposedField) => all(field)[0]?.value;
  const kind = choices.kind ?? LETTER_KINDS.find((each) => each === first('kind')) ?? 'letter';
  const authors = all('author').filter(({ foundIn }) => foundIn === all('author')[0]?.foundIn);
  const date = first('date');
  const container = first('container-title');
  const publisher = first('publisher');
  const url = safeUrl(first('URL') ?? '');
  const item: CslItem = {
    type: CSL_TYPE[kind],
    title: first('title') ?? choices.name,
    ...(authors.length > 0 ? { author: authors.map(({ value }) => personName(value)) } : {}),
    ...(date ? { issued: cslDate(date) } : {}),
    ...(container ? { 'container-title': container } : {}),
    ...(publisher ? { publisher } : {}),
    ...(url ? { URL: url } : {}),
  };
  return {
    id: choices.id,
    code: choices.code,
    kind,
    item,
    addressee: first('addressee') ?? '',
    language: languageTag(first('language')) ?? choices.language,
    direction: first('direction') === 'rtl' ? 'rtl' : 'ltr',
    blocks: imported.blocks,
    ...(choices.original ? { original: choices.original } : {}),
    notices: imported.notices,
    corrected: false,
  };
}

/**
 * What `letterFrom` didn't set, for the form to offer: guesses, and further values for what it did set. Each value of
 * a field once; none for fields that the writer doesn't see.
 */
export function openProposals(imported: Imported): readonly Proposed[] {
  const settled = new Set<string>();
  const taken = new Map<ProposedField, string>();
  for (const { field, value, foundIn, guessed } of imported.metadata) {
    if (guessed || (taken.has(field) && !(field === 'author' && taken.get(field) === foundIn))) continue;
    taken.set(field, foundIn);
    settled.add(`${field} ${value}`);
  }
  return imported.metadata.filter(({ field, value }) => {
    const key = `${field} ${value}`;
    if (field === 'direction' || field === 'code' || settled.has(key)) return false;
    settled.add(key);
    return true;
  });
}

/** The code that the file itself proposes in its front matter, if it has the form of one. */
export function proposedCode(imported: Imported): string | undefined {
  const code = imported.metadata.find(({ field }) => field === 'code')?.value;
  return code !== undefined && /^[A-Z]{1,3}\d{0,3}$/.test(code) ? code : undefined;
}

/** The kind that the file states. */
export function proposedKind({ metadata }: Imported): LetterKind | undefined {
  const told = metadata.find(({ field, guessed }) => field === 'kind' && !guessed)?.value;
  return LETTER_KINDS.find((kind) => kind === told);
}

function languageTag(value: string | undefined): string | undefined {
  const tag = value?.trim().replace(/_/g, '-');
  return tag !== undefined && /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(tag) ? tag : undefined;
}
