/**
 * Every sentence that opening, saving and recovering a project says to the writer. Nowhere else are they worded.
 */

/** Why something expected to fail at times failed. */
export const FAILURES = [
  'not-ours',
  'too-new',
  'damaged',
  'migration-failed',
  'too-large',
  'unsafe',
  'not-found',
  'no-permission',
  'read-only',
  'disk-full',
  'in-use',
  'not-a-file',
  'name-too-long',
  'disk-error',
  'stopped',
] as const;
export type FailureKind = (typeof FAILURES)[number];

/** An expected failure, worded for a writer: what happened, where, and what she can do. */
export interface Failure {
  readonly kind: FailureKind;
  readonly what: string;
  /** The path of the file or the part of it; empty where the caller knows better. */
  readonly where: string;
  readonly advice: string;
}

/** The branch of a result that tells of a failure. */
export interface Failed {
  readonly ok: false;
  readonly failure: Failure;
}

const SENTENCES: Readonly<Record<FailureKind, readonly [what: string, advice: string]>> = {
  'not-ours': [
    'This isn’t a Pamphleteer project.',
    'To answer a text in another format, begin a new project and import the file as a letter.',
  ],
  'too-new': [
    'This project was saved by a newer version of Pamphleteer.',
    'Update Pamphleteer to open it. The file was left as it is.',
  ],
  damaged: [
    'This file is damaged, and nothing of it could be read.',
    'Look for an earlier copy: in your backups, in the folder’s versions, or in what Pamphleteer kept for recovery.',
  ],
  'migration-failed': [
    'This project comes from an older version of Pamphleteer, and it couldn’t be brought up to date.',
    'The file was left as it is. Open it with the version that saved it, and report the fault with a copy if you can.',
  ],
  'too-large': [
    'This project holds more than Pamphleteer opens; a file of another’s may have been made to do harm.',
    'If it’s your own, take out large pictures and originals, or divide the work into two projects.',
  ],
  unsafe: [
    'This file is put together as only faulty or harmful programs do, so it wasn’t opened.',
    'Ask whoever sent it to save it again with Pamphleteer.',
  ],
  'not-found': [
    'The file or its folder is no longer there.',
    'It may have been moved or renamed. See whether the name is right, or choose another place.',
  ],
  'no-permission': [
    'You may not read or write here.',
    'Choose a folder of your own, or ask for permission for this one.',
  ],
  'read-only': ['This disk can only be read.', 'Save the project to another place.'],
  'disk-full': [
    'The disk is full.',
    'Make room and save again, or save to another disk. The file as last saved is untouched.',
  ],
  'in-use': [
    'Another program is using the file.',
    'Close it there and save again. The file as last saved is untouched.',
  ],
  'not-a-file': ['This isn’t a file.', 'Choose a file, or another name.'],
  'name-too-long': ['The name of the file or of its folder is too long.', 'Choose a shorter one.'],
  'disk-error': [
    'The disk reports an error.',
    'Save to another disk, and check this one. The file as last saved is untouched.',
  ],
  stopped: [
    'The work on the file was stopped before it was finished.',
    'Try again. The file as last saved is untouched.',
  ],
};

export function failure(kind: FailureKind, where = ''): Failure {
  const [what, advice] = SENTENCES[kind];
  return { kind, what, where, advice };
}

export function failed(kind: FailureKind, where = ''): Failed {
  return { ok: false, failure: failure(kind, where) };
}

/** What may be wrong with a file that can be opened all the same. The list says of each what was done about it. */
const PROBLEMS = {
  'directory-lost': 'The end of the file is missing; its parts were found one by one.',
  'entry-damaged': 'A part of the file can’t be read.',
  'project-lost':
    'The list of points, passages and answers can’t be read. The letters were rescued; the answers were not.',
  'letter-lost':
    'The text of a letter can’t be read. The passages that you had highlighted were kept and stand in its place.',
  'letter-added': 'A letter was found in the file that the project doesn’t list. It was added at the end.',
  'letter-altered': 'A letter was damaged, but could be read. Compare it with the original.',
  'part-removed': 'Something that makes no sense was taken out.',
  'field-reset': 'Something that makes no sense was set back to what a new project has.',
  'id-doubled': 'Two things went by the same identifier; the second has a new one.',
  'code-doubled': 'Two letters had the same code; the second has a new one.',
  'letter-missing':
    'A passage belongs to a letter that isn’t in the project. A letter that holds the passage’s words was added.',
  'passage-moved': 'A highlight stood at other words than those highlighted. It was put back on them.',
  'passage-unplaced':
    'The words of a highlight aren’t in its letter. The highlight was kept with its words, without a place.',
  'category-missing': 'A highlight had a category that doesn’t exist; it has the first one now.',
  'quotation-removed': 'A point quoted a highlight that doesn’t exist; the quotation was taken out.',
  'answer-type-missing': 'A point had an answer type that doesn’t exist; it has none now.',
  'quotation-edits-mended':
    'What was changed in a quotation made no sense in part; what did was kept. The letter’s words are as they were.',
  'section-letter-missing': 'A part answered a letter that doesn’t exist; it answers none now.',
  'matter-out-of-order':
    'Front matter stood behind numbered parts, or parts behind back matter. It was put in its place; the rest kept its order.',
  'picture-missing': 'A picture isn’t in the project; its caption was kept.',
  'picture-bytes-missing': 'The file of a picture is missing or damaged.',
  'original-missing': 'The file that a letter was imported from is missing or damaged. Its text is intact.',
  'list-missing': 'A paragraph belonged to a list that doesn’t exist; it belongs to the first one now.',
  'note-mark-removed': 'The mark of a note led nowhere and was taken out.',
  'link-removed': 'A link led to something that isn’t a web or mail address; its words were kept.',
  'tail-lost':
    'The last of what you did before the program ended couldn’t be restored; all before it was. Steps lost',
  'text-tidied': 'Empty and doubled pieces of text were joined; no word changed.',
} as const;
export type ProblemKind = keyof typeof PROBLEMS;

/** Something found wrong in a file that was opened, and put right. */
export interface Problem {
  readonly kind: ProblemKind;
  /** True where something of the writer's is gone or stands in doubt; false where all was put right. */
  readonly lost: boolean;
  /** "letter A2", "highlight k3", "letters/k1.json": where to look. */
  readonly where: string;
  /** What was there: a name, some words, an old value. May be empty. */
  readonly detail: string;
}

export function describeProblem({ kind, where, detail }: Problem): string {
  const place = where === '' ? '' : ` (${where})`;
  return detail === '' ? `${PROBLEMS[kind]}${place}` : `${PROBLEMS[kind]}${place}: ${detail}`;
}
