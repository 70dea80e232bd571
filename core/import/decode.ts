/** Bytes to text: byte-order marks, UTF-8, UTF-16, Windows-1252, and what a web page says of itself. */
import type { NoticeCounter } from './notices.ts';

/** Windows-1252, 0x80 to 0x9F, as the WHATWG Encoding Standard has it (unassigned bytes are controls). */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function decodeWindows1252(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192) {
    const codes = Array.from(bytes.subarray(at, at + 8192), (byte) =>
      byte >= 0x80 && byte <= 0x9f ? WINDOWS_1252.charCodeAt(byte - 0x80) : byte,
    );
    pieces.push(String.fromCharCode(...codes));
  }
  return pieces.join('');
}

function strict(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function byteOrderMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** UTF-16 without a mark: nearly every second byte of the beginning is zero, and hardly any of the others. */
function unmarkedUtf16(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length & ~1, 2048);
  if (length < 8 || bytes.length % 2 === 1) return undefined;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const pairs = length / 2;
  if (odd > pairs * 0.7 && even < pairs * 0.05) return 'utf-16le';
  if (even > pairs * 0.7 && odd < pairs * 0.05) return 'utf-16be';
  return undefined;
}

const ONE_BYTE = new Set([
  'windows-1252',
  'iso-8859-1',
  'latin1',
  'l1',
  'ascii',
  'us-ascii',
  'cp1252',
  'x-cp1252',
]);

/** The charset that a page's first 4096 bytes declare, in lower case. UTF-16 can't declare itself in ASCII. */
function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = decodeWindows1252(bytes.subarray(0, 4096));
  const meta =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w:.-]+)/i.exec(head) ??
    /<\?xml[^>]+encoding=["']([\w.-]+)/i.exec(head);
  const label = meta?.[1]?.toLowerCase();
  return label?.startsWith('utf-16') ? 'utf-8' : label;
}

/**
 * @param page Whether to look for a web page's declared charset.
 * @returns The text without a byte-order mark. A guess (anything but UTF-8) is told in `notices`.
 */
export function decodeText(bytes: Uint8Array, notices: NoticeCounter, page = false): string {
  const marked = byteOrderMark(bytes);
  if (marked) return new TextDecoder(marked).decode(bytes);
  const wide = unmarkedUtf16(bytes);
  if (wide) {
    notices.add('decided', 'encoding', 1, wide.toUpperCase());
    return new TextDecoder(wide).decode(bytes);
  }
  const declared = page ? declaredCharset(bytes) : undefined;
  if (declared !== undefined && declared !== 'utf-8' && declared !== 'utf8') {
    if (ONE_BYTE.has(declared)) return decodeWindows1252(bytes);
    const text = strict(bytes, declared);
    if (text !== undefined) return text;
  }
  const utf8 = strict(bytes, 'utf-8');
  if (utf8 !== undefined) return utf8;
  notices.add('decided', 'encoding', 1, 'Windows-1252');
  return decodeWindows1252(bytes);
}
