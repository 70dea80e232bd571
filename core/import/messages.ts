/** Every sentence that the importers say, in one place. English; for a writer, not a programmer. */
import type { ImportNotice } from '../document/letter.ts';
import type { ImportFailure, ImportFailureCode } from './imported.ts';

const FAILURES: Record<ImportFailureCode, (name: string, detail: string) => string> = {
  empty: (name) => `“${name}” is empty. Choose another file.`,
  'no-text': (name, kind) =>
    kind === 'html' || kind === 'mhtml'
      ? `“${name}” holds no text that could be read. If it is a web page that is built by a script, copy its text in the browser and paste it here.`
      : kind === 'mail'
        ? `“${name}” has no words of its own. If the letter is attached to it, save the attachment and import that.`
        : `“${name}” holds no text that could be read. Choose another file.`,
  binary: (name) =>
    `“${name}” isn’t text, whatever its name says. Open it in the program that made it, and save it from there as text, Markdown or HTML.`,
  unsupported: (name, kind) =>
    `“${name}” is ${kind}, which can’t be read here. Open it in its own program and save it as a Word document, HTML or text, or copy its text and paste it.`,
  'too-large': (name, limit) =>
    `“${name}” is larger than ${limit}. Take the letter out of it and import that alone.`,
  damaged: (name) =>
    `“${name}” is damaged or incomplete: part of it is missing. Get it anew from where it came, or open it in its own program and save it again.`,
  encrypted: (name) =>
    `“${name}” is locked with a password. Open it in its own program, save it without the password, and import that.`,
  overpacked: (name) =>
    `“${name}” would unpack to far more than a letter can hold, as files made to do harm do. It was not opened.`,
  scanned: (name) =>
    `“${name}” holds pictures of pages but no text. Let a program for character recognition (OCR) read it, and import what that makes.`,
  unreadable: (name) =>
    `“${name}” couldn’t be read. If it is a folder, choose the files in it; else see whether it is still there and yours to read.`,
  cancelled: (name) => `Reading “${name}” was stopped.`,
};

/** @param detail What `unsupported` is ("a database"), the limit of `too-large` ("100 MB"), the kind of `no-text`. */
export function importFailure(code: ImportFailureCode, name: string, detail = ''): ImportFailure {
  return { code, name, message: FAILURES[code](name, detail) };
}

/** Where a value was found, in words that follow "found in the"; most importers' own words serve. */
const PLACES: Readonly<Record<string, string>> = {
  'title element': 'title of the page',
  'html element': 'page’s own settings',
  'body element': 'page’s own settings',
  'canonical link': 'page’s own address',
  'JSON-LD': 'description of the page',
  text: 'text itself',
};

export function placeWords(foundIn: string): string {
  return PLACES[foundIn] ?? (foundIn.startsWith('meta ') ? 'description of the page' : foundIn);
}

/** One, many; `#` stands for the count. */
const NOTICES: Readonly<Record<string, readonly [string, string]>> = {
  script: ['A script was left out.', '# scripts were left out.'],
  'form-control': ['A form field or button was left out.', '# form fields and buttons were left out.'],
  frame: ['An embedded page was left out.', '# embedded pages were left out.'],
  media: ['A sound, film or drawing was left out.', '# sounds, films or drawings were left out.'],
  hidden: ['A hidden part was left out.', '# hidden parts were left out.'],
  'picture-remote': [
    'A picture that isn’t in the file itself was left out.',
    '# pictures that aren’t in the file itself were left out.',
  ],
  'picture-damaged': ['A picture couldn’t be read.', '# pictures couldn’t be read.'],
  'picture-kind': [
    'A picture of a kind that can’t be kept was left out.',
    '# pictures of kinds that can’t be kept were left out.',
  ],
  'picture-large': ['A picture was too large to keep.', '# pictures were too large to keep.'],
  'link-unsafe': [
    'A link was taken off its words, because it leads to no web page or mail address.',
    '# links were taken off their words, because they lead to no web page or mail address.',
  ],
  nesting: [
    'A part was nested too deeply; its text is kept, its structure isn’t.',
    '# parts were nested too deeply; their text is kept, their structure isn’t.',
  ],
  formatting: [
    'Emphasis and links were left out: tags of the page that are never closed made them endless.',
    'Emphasis and links were left out: tags of the page that are never closed made them endless.',
  ],
  'columns-as-table': [
    'Lines whose words stand in columns became a table. Compare it with the original.',
    '# stretches of lines whose words stand in columns became tables. Compare them with the original.',
  ],
  'layout-table': [
    'A table that only served the layout was dissolved into paragraphs.',
    '# tables that only served the layout were dissolved into paragraphs.',
  ],
  'table-blocks': [
    'Paragraphs within a table cell became lines.',
    'Paragraphs within # table cells became lines.',
  ],
  'heading-number': [
    'A heading’s number was left out; it isn’t part of its words.',
    'The numbers of # headings were left out; they aren’t part of their words.',
  ],
  remark: ['A remark in the margin was left out.', '# remarks in the margin were left out.'],
  formula: ['A formula was kept as plain characters.', '# formulas were kept as plain characters.'],
  'control-characters': ['A control character was removed.', '# control characters were removed.'],
  'broken-characters': [
    'A character that couldn’t be read stands as �.',
    '# characters that couldn’t be read stand as �.',
  ],
  encoding: [
    'The character encoding was taken to be {detail}.',
    'The character encoding was taken to be {detail}.',
  ],
  'lines-joined': [
    'The lines of a hard-wrapped paragraph were joined.',
    'The lines of # hard-wrapped paragraphs were joined.',
  ],
  'read-as-html': ['The file was read as a web page.', 'The file was read as a web page.'],
  'changes-inserted': [
    'A tracked insertion was taken as accepted.',
    '# tracked insertions were taken as accepted.',
  ],
  'changes-deleted': [
    'A tracked deletion was taken as accepted, so its words were left out.',
    '# tracked deletions were taken as accepted, so their words were left out.',
  ],
  'changes-moved': ['A tracked move was taken as accepted.', '# tracked moves were taken as accepted.'],
  comments: [
    'A comment on the document stands as a note (C1) at the end.',
    '# comments on the document stand as notes (C1, C2 …) at the end.',
  ],
  'heading-numbers': [
    'The automatic number of a heading was made part of its words.',
    'The automatic numbers of # headings were made part of their words.',
  ],
  'running-heads': ['A running head or foot was left out.', '# running heads and feet were left out.'],
  attachment: ['An attachment was left out.', '# attachments were left out.'],
  'mail-broken': [
    'The mail doesn’t follow the rules of mail; what could be read of it was taken.',
    'The mail doesn’t follow the rules of mail; what could be read of it was taken.',
  ],
  'mail-cut': [
    'The end of the mail is missing; what is there was taken.',
    'The end of the mail is missing; what is there was taken.',
  ],
  'mail-folded': [
    'A quoted message or signature was folded; it can be taken as a letter of its own.',
    '# quoted messages and signatures were folded; they can be taken as letters of their own.',
  ],
  hyphens: ['A hyphen at the end of a line was taken out.', '# hyphens at the ends of lines were taken out.'],
  askew: [
    'A word that doesn’t stand upright was left out.',
    '# words that don’t stand upright were left out.',
  ],
  'pages-damaged': ['A page couldn’t be read.', '# pages couldn’t be read.'],
  'pages-empty': ['A page holds no text.', '# pages hold no text.'],
  'main-text': [
    'The main text of the page was taken, without what stands around it.',
    'The main text of the page was taken, without what stands around it.',
  ],
  'front-matter': [
    'The lines at the top between --- couldn’t be read as fields.',
    'The lines at the top between --- couldn’t be read as fields.',
  ],
};

/** The notice as a sentence, with its count in words that fit and the detail, if any, in brackets. */
export function noticeSentence(notice: ImportNotice): string {
  const forms = NOTICES[notice.what] ?? [`Changed: ${notice.what}.`, `Changed: ${notice.what} (#).`];
  const sentence = (notice.count === 1 ? forms[0] : forms[1]).replace('#', String(notice.count));
  if (sentence.includes('{detail}')) return sentence.replace('{detail}', notice.detail ?? 'unknown');
  return notice.detail === undefined ? sentence : `${sentence.slice(0, -1)} (${notice.detail}).`;
}
