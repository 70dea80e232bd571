/** Mail: a message with what it quotes, or a box of many. postal-mime reads the MIME structure. */
import PostalMime, { type Address, type Attachment, type Email } from 'postal-mime';
import type { IdSource } from '../../document/id.ts';
import type { ImportNotice } from '../../document/letter.ts';
import { decodeText } from '../decode.ts';
import { decodeBase64 as base64Bytes } from '../html/picture.ts';
import { findDate } from '../dates.ts';
import type { Reading } from '../file.ts';
import type { Imported, ImportedLetter, ImportOptions, Proposed } from '../imported.ts';
import { NoticeCounter } from '../notices.ts';
import { looksBinary } from '../signature.ts';
import { htmlBody, textBody } from './body.ts';
import { messagesOf } from './mbox.ts';
import { splitMessage } from './split.ts';

const DEEPEST_ATTACHED = 5;

export async function readMail(bytes: Uint8Array, ids: IdSource): Promise<Reading> {
  // Only its beginning, which is heads: what is attached may be bytes of any kind.
  if (looksBinary(decodeText(bytes.subarray(0, 4096), new NoticeCounter())))
    return { ok: false, code: 'binary' };
  return { ok: true, letters: await lettersOf(withoutLength(bytes), ids, 0) };
}

/** Each message's letters after those of the message before it. */
export async function readMailbox(
  bytes: Uint8Array,
  ids: IdSource,
  { onProgress, signal }: ImportOptions,
): Promise<Reading> {
  const letters: ImportedLetter[] = [];
  const messages = messagesOf(bytes);
  for (const [i, message] of messages.entries()) {
    if (signal?.aborted) return { ok: false, code: 'cancelled' };
    letters.push(...(await lettersOf(message, ids, 0)));
    onProgress?.((i + 1) / messages.length);
  }
  return { ok: true, letters };
}

/** Apple Mail's files begin with a line that tells their length. */
function withoutLength(bytes: Uint8Array): Uint8Array {
  let at = 0;
  while (at < 12 && (bytes[at] ?? 0) >= 0x30 && (bytes[at] ?? 0) <= 0x39) at++;
  while (at > 0 && bytes[at] === 0x20) at++;
  return at > 0 && bytes[at] === 0x0a ? bytes.subarray(at + 1) : bytes;
}

async function lettersOf(bytes: Uint8Array, ids: IdSource, depth: number): Promise<ImportedLetter[]> {
  const notices = new NoticeCounter();
  const mail = await parsed(bytes);
  if (!mail) notices.add('decided', 'mail-broken');
  else if (isCutOff(mail, bytes)) notices.add('decided', 'mail-cut');
  const { imported, borders } = bodyOf(mail, bytes, ids, notices);
  const parts = splitMessage(imported.blocks, borders);
  const heads = mail ? headsOf(mail) : [];
  const attached = mail ? await attachedMessages(mail, ids, depth) : [];
  const others = mail?.attachments.filter((each) => !isMessage(each) && !isShown(each, mail.html)) ?? [];
  notices.add('left-out', 'attachment', others.length, others.map(attachmentName).join(', '));
  const subject = heads.find(({ field }) => field === 'title')?.value ?? '';
  const letters = parts.map((part): ImportedLetter => {
    const isMain = part.suggested === 'main';
    const used = new Set(part.blocks.flatMap((block) => (block.type === 'picture' ? [block.asset] : [])));
    const direction = imported.metadata.filter(({ field }) => field === 'direction');
    const own: Imported = {
      blocks: part.blocks,
      metadata: isMain
        ? [...heads, ...imported.metadata.filter(({ field }) => field === 'language'), ...direction]
        : [...part.metadata, KIND, ...direction],
      notices: isMain ? [...notices.list(), ...imported.notices, ...folded(parts.length)] : [],
      pictures: imported.pictures.filter(({ id }) => used.has(id)),
    };
    return { imported: own, suggested: part.suggested, title: titleOf(part, subject) };
  });
  return mainFirst([...letters, ...attached]);
}

const KIND: Proposed = { field: 'kind', value: 'mail', foundIn: 'mail header' };

/** A message that only forwards another has no words of its own: then the other is the letter. */
function mainFirst(letters: readonly ImportedLetter[]): ImportedLetter[] {
  const held = letters.filter(({ imported }) => imported.blocks.length > 0);
  if (held.some(({ suggested }) => suggested === 'main')) return held;
  const first = held.find(({ suggested }) => suggested === 'history') ?? held[0];
  if (!first) return [];
  const own = letters.find(({ suggested }) => suggested === 'main')?.imported.metadata ?? [];
  const rest = own.filter(({ field }) => !first.imported.metadata.some((known) => known.field === field));
  const main: ImportedLetter = {
    ...first,
    suggested: 'main',
    imported: { ...first.imported, metadata: [...first.imported.metadata, ...rest] },
  };
  return [main, ...held.filter((letter) => letter !== first)];
}

function folded(parts: number): ImportNotice[] {
  return parts > 1 ? [{ kind: 'changed', what: 'mail-folded', count: parts - 1 }] : [];
}

async function parsed(bytes: Uint8Array): Promise<Email | undefined> {
  try {
    return await PostalMime.parse(bytes, { forceRfc822Attachments: true, attachmentEncoding: 'base64' });
  } catch {
    return undefined;
  }
}

function bodyOf(mail: Email | undefined, bytes: Uint8Array, ids: IdSource, notices: NoticeCounter) {
  if (mail?.html && /\S/.test(mail.html.replace(/<(?!img)[^<>]*>/gi, '')))
    return htmlBody(withPictures(mail.html, mail.attachments), ids);
  if (mail?.text && /\S/.test(mail.text)) return textBody(mail.text, ids);
  const hasParts = (mail?.attachments.length ?? 0) > 0;
  const raw = hasParts ? '' : decodeText(bytes, new NoticeCounter()).replace(/^[\s\S]*?\r?\n\r?\n/, '');
  if (raw.trim() !== '' && mail) notices.add('decided', 'mail-broken');
  return textBody(raw, ids);
}

/** Pictures by their content ids as data, where the body shows them. */
export function withPictures(html: string, attachments: readonly Attachment[]): string {
  const byId = new Map<string, Attachment>();
  for (const each of attachments) {
    const id = each.contentId?.replace(/^<|>$/g, '');
    if (id && each.mimeType.startsWith('image/')) byId.set(id, each);
  }
  if (byId.size === 0) return html;
  return html.replace(/(\bsrc\s*=\s*["']?)cid:([^"'\s>]+)/gi, (whole, before: string, id: string) => {
    const picture = byId.get(decoded(id)) ?? byId.get(id);
    return picture ? `${before}data:${picture.mimeType};base64,${String(picture.content)}` : whole;
  });
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function isShown({ contentId = '' }: Attachment, html = ''): boolean {
  const id = contentId.replace(/^<|>$/g, '');
  return id !== '' && (html.includes(`cid:${id}`) || html.includes(`cid:${encodeURIComponent(id)}`));
}

function isMessage({ mimeType }: Attachment): boolean {
  return mimeType === 'message/rfc822';
}

function attachmentName({ filename, mimeType }: Attachment): string {
  return filename ?? mimeType;
}

async function attachedMessages(mail: Email, ids: IdSource, depth: number): Promise<ImportedLetter[]> {
  if (depth >= DEEPEST_ATTACHED) return [];
  const letters: ImportedLetter[] = [];
  for (const { content } of mail.attachments.filter(isMessage)) {
    const bytes = base64Bytes(String(content));
    for (const letter of bytes ? await lettersOf(bytes, ids, depth + 1) : [])
      letters.push(letter.suggested === 'main' ? { ...letter, suggested: 'history' } : letter);
  }
  return letters;
}

function headsOf(mail: Email): Proposed[] {
  const foundIn = 'mail header';
  const raw = mail.headers.find(({ key }) => key === 'date')?.value ?? '';
  // The day where it was written, whatever it was in Greenwich.
  const date = findDate(raw)?.iso ?? mail.date?.slice(0, 10);
  const author = names([mail.from ?? mail.sender].filter((each) => each !== undefined));
  const addressee = names(mail.to ?? []);
  return [
    ...(mail.subject?.trim() ? [{ field: 'title', value: oneLine(mail.subject), foundIn } as const] : []),
    ...author.map((value) => ({ field: 'author', value, foundIn }) as const),
    ...(addressee.length > 0 ? [{ field: 'addressee', value: addressee.join(', '), foundIn } as const] : []),
    ...(date ? [{ field: 'date', value: date, foundIn } as const] : []),
    KIND,
  ];
}

function names(addresses: readonly Address[]): string[] {
  return addresses.map((each) => oneLine(each.name || each.address || '')).filter((name) => name !== '');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The outermost boundary's end is missing. */
function isCutOff(mail: Email, bytes: Uint8Array): boolean {
  const type = mail.headers.find(({ key }) => key === 'content-type')?.value ?? '';
  const boundary = /^\s*multipart\/.*\bboundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/is.exec(type);
  const name = boundary?.[1] ?? boundary?.[2];
  if (name === undefined) return false;
  const tail = new TextDecoder('latin1').decode(bytes.subarray(Math.max(0, bytes.length - 65536)));
  return !tail.includes(`--${name}--`);
}

function titleOf(
  { suggested, metadata }: { suggested: string; metadata: readonly Proposed[] },
  subject: string,
): string {
  const first = (field: string) => metadata.find((each) => each.field === field)?.value;
  if (suggested === 'main') return subject;
  if (suggested === 'signature') return 'Signature';
  const told = [first('author'), first('date')].filter(Boolean).join(', ');
  return first('title') ?? (told === '' ? subject || 'Quoted message' : told);
}
