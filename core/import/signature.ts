/** Telling by their first bytes the files that aren't text, and the pictures that may be kept. */
import type { Asset } from '../document/project.ts';

function begins(bytes: Uint8Array, signature: string, at = 0): boolean {
  for (let i = 0; i < signature.length; i++) if (bytes[at + i] !== signature.charCodeAt(i)) return false;
  return true;
}

/** The media type that the bytes are really of, or undefined when they're no picture that can be kept. */
export function pictureType(bytes: Uint8Array): Asset['mediaType'] | undefined {
  if (begins(bytes, '\x89PNG\r\n\x1a\n')) return 'image/png';
  if (begins(bytes, '\xff\xd8\xff')) return 'image/jpeg';
  if (begins(bytes, 'GIF87a') || begins(bytes, 'GIF89a')) return 'image/gif';
  if (begins(bytes, 'RIFF') && begins(bytes, 'WEBP', 8)) return 'image/webp';
  return undefined;
}

const KNOWN: readonly (readonly [signature: string, kind: string])[] = [
  ['%PDF-', 'a PDF document'],
  ['PK\x03\x04', 'a packed file such as a Word or LibreOffice document'],
  ['PK\x05\x06', 'an empty packed file'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'an old Word, Excel or Outlook document'],
  ['{\\rtf', 'a Rich Text (RTF) document'],
  ['%!PS', 'a PostScript document'],
  ['\x1f\x8b', 'a packed file'],
  ['BZh', 'a packed file'],
  ['7z\xbc\xaf\x27\x1c', 'a packed file'],
  ['Rar!', 'a packed file'],
  ['\x7fELF', 'a program'],
  ['MZ\x90', 'a program'],
  ['SQLite format 3', 'a database'],
  ['bplist00', 'a settings file or web archive'],
];

/** "a PDF document", when the bytes are of a known format that can't be read here. */
export function foreignFormat(bytes: Uint8Array): string | undefined {
  if (pictureType(bytes)) return 'a picture';
  return KNOWN.find(([signature]) => begins(bytes, signature))?.[1];
}

/** Whether more than one in ten of the first 8192 decoded characters are controls or unreadable. */
export function looksBinary(text: string): boolean {
  const head = text.slice(0, 8192);
  const strange = head.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f-\u009f\ufffd]/g)?.length ?? 0;
  return strange > 4 && strange * 10 > head.length;
}
