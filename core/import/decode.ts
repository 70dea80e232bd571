/** Bytes to text: byte-order marks, UTF-8, UTF-16, what a web page says of itself, and a guess by the frequency of letters. */
import { analyse } from 'chardet';
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
  const { label, text } = guessed(bytes);
  notices.add('decided', 'encoding', 1, label);
  return text;
}

/** Bytes that the guess looks at. */
const SAMPLE = 1 << 16;
/** Confidence (0 to 100) that it takes to leave Windows-1252: more where the letters are Latin all the same. */
const SURE = { other: 20, latin: 45 };
const LATIN = /^(iso-8859-(2|3|4|9|10|13|14|16)|windows-(1250|1254|1257))$/i;
/** Encodings that hold all of another one, which is taken for them. */
const WIDER: Readonly<Record<string, string>> = {
  'ISO-8859-8': 'windows-1255',
  'ISO-8859-9': 'windows-1254',
};

function guessed(bytes: Uint8Array): { label: string; text: string } {
  const matches = analyse(bytes.subarray(0, SAMPLE));
  const western = matches.find(({ name }) => /^(iso-8859-1|windows-1252)$/i.test(name))?.confidence ?? 0;
  const [best] = matches;
  const sure = best && (LATIN.test(best.name) ? SURE.latin : SURE.other);
  if (
    best &&
    sure &&
    best.confidence >= sure &&
    best.confidence >= western + 15 &&
    !/^(utf|ascii)/i.test(best.name)
  ) {
    const label = WIDER[best.name] ?? best.name;
    const text = strict(bytes, label);
    if (text !== undefined) return { label, text };
  }
  const text = decodeWindows1252(bytes);
  // A sign that hardly anybody writes stands where ISO-8859-15 has the euro.
  const isNinth = /\d\s?¤|¤\s?\d/.test(text) && !bytes.some((byte) => byte >= 0x80 && byte <= 0x9f);
  return isNinth
    ? { label: 'ISO-8859-15', text: text.replaceAll('¤', '€') }
    : { label: 'Windows-1252', text };
}
