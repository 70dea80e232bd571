/** A page with its pictures in one file, as browsers save it (RFC 2557: multipart/related with locations). */
import { decodeWords } from 'postal-mime';
import { decodeText } from '../decode.ts';
import { decodeBase64 } from '../html/picture.ts';
import type { Proposed } from '../imported.ts';
import type { NoticeCounter } from '../notices.ts';

export interface SavedPage {
  /** With the pictures as data. */
  readonly html: string;
  readonly metadata: readonly Proposed[];
}

interface Part {
  readonly headers: ReadonlyMap<string, string>;
  /** One unit a byte. */
  readonly body: string;
}

const DEEPEST = 10;

/** Undefined where there is no page in it. */
export function readMhtml(bytes: Uint8Array, notices: NoticeCounter): SavedPage | undefined {
  const whole = partOf(latin(bytes));
  const parts = leaves(whole, 0);
  const page = parts.find((part) =>
    /^(text\/html|application\/xhtml\+xml)\b/i.test(part.headers.get('content-type') ?? ''),
  );
  if (!page) return undefined;
  const pictures = new Map<string, string>();
  for (const part of parts) {
    const type = /^image\/[\w.+-]+/i.exec(part.headers.get('content-type') ?? '')?.[0];
    if (!type) continue;
    const data = `data:${type};base64,${base64Of(part)}`;
    const id = part.headers.get('content-id')?.trim().replace(/^<|>$/g, '');
    const location = part.headers.get('content-location')?.trim();
    if (id) pictures.set(`cid:${id}`, data);
    if (location) pictures.set(location, data);
  }
  const address =
    whole.headers.get('snapshot-content-location') ?? page.headers.get('content-location') ?? '';
  const title = decodeWords(whole.headers.get('subject') ?? '').trim();
  const foundIn = 'saved page';
  return {
    html: withData(pageText(page, notices), pictures, address.trim()),
    metadata: [
      ...(/^https?:/i.test(address.trim())
        ? [{ field: 'URL', value: address.trim(), foundIn } as const]
        : []),
      ...(title ? [{ field: 'title', value: title, foundIn } as const] : []),
    ],
  };
}

function partOf(source: string): Part {
  const border = /\r?\n\r?\n/.exec(source);
  const head = border ? source.slice(0, border.index) : source;
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const name = line.slice(0, colon).trim().toLowerCase();
    if (colon > 0 && !headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return { headers, body: border ? source.slice(border.index + border[0].length) : '' };
}

function leaves(part: Part, depth: number): Part[] {
  const type = part.headers.get('content-type') ?? '';
  const boundary = /^multipart\/.*\bboundary=(?:"([^"]+)"|([^\s;]+))/is.exec(type);
  const name = boundary?.[1] ?? boundary?.[2];
  if (name === undefined || depth > DEEPEST) return [part];
  const pieces = `\n${part.body}`.split(`\n--${name}`).slice(1);
  return pieces
    .filter((piece) => !piece.startsWith('--'))
    .flatMap((piece) => leaves(partOf(piece.replace(/^[ \t]*\r?\n/, '').replace(/\r$/, '')), depth + 1));
}

function encodingOf({ headers }: Part): string {
  return headers.get('content-transfer-encoding')?.toLowerCase() ?? '';
}

function bytesOf(part: Part): Uint8Array {
  switch (encodingOf(part)) {
    case 'base64':
      return decodeBase64(part.body) ?? new Uint8Array();
    case 'quoted-printable':
      return bytesFrom(
        part.body
          .replace(/[ \t]*=\r?\n/g, '')
          .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
      );
    default:
      return bytesFrom(part.body);
  }
}

function pageText(part: Part, notices: NoticeCounter): string {
  const charset = /charset="?([\w.:-]+)/i.exec(part.headers.get('content-type') ?? '')?.[1];
  const bytes = bytesOf(part);
  if (charset) {
    try {
      return new TextDecoder(charset).decode(bytes);
    } catch {
      // An unknown name: the page may tell it better.
    }
  }
  return decodeText(bytes, notices, true);
}

function base64Of(part: Part): string {
  if (encodingOf(part) === 'base64') return part.body.replace(/\s+/g, '');
  return encoded(bytesOf(part));
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function encoded(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = [bytes[i], bytes[i + 1], bytes[i + 2]];
    const digits = [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63];
    const length = Math.min(bytes.length - i, 3) + 1;
    pieces.push(digits.map((digit, at) => (at < length ? DIGITS[digit] : '=')).join(''));
  }
  return pieces.join('');
}

function withData(html: string, pictures: ReadonlyMap<string, string>, address: string): string {
  const shown = html.replace(
    /(<img\b[^>]*?\bsrc\s*=\s*)(?:"([^"]*)"|'([^']*)')/gi,
    (tag, before: string, double?: string, single?: string) => {
      const source = (double ?? single ?? '').replace(/&amp;/g, '&').trim();
      const absolute = URL.canParse(source, address || undefined)
        ? new URL(source, address || undefined).href
        : source;
      const data = pictures.get(source) ?? pictures.get(absolute);
      return data ? `${before}"${data}"` : tag;
    },
  );
  if (!/^https?:/i.test(address) || /<base\b/i.test(shown)) return shown;
  return `<base href="${address.replace(/&/g, '&amp;').replace(/"/g, '&quot;')}">${shown}`;
}

function latin(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192)
    pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return pieces.join('');
}

function bytesFrom(text: string): Uint8Array {
  return Uint8Array.from(text, (unit) => unit.charCodeAt(0));
}
