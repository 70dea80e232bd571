/** What the exported page may load: its one style sheet, told by its hash, and what it carries in itself. */
import { sha256 } from '@noble/hashes/sha2.js';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(i, i + 3);
    const four = [a >> 2, ((a & 3) << 4) | (b >> 4), ((b & 15) << 2) | (c >> 6), c & 63];
    const told = Math.min(4, bytes.length - i + 1);
    text += four.map((value, j) => (j < told ? ALPHABET.charAt(value) : '=')).join('');
  }
  return text;
}

/** @param style the text of the page's only style element, exactly */
export function contentSecurityPolicy(style: string): string {
  const hash = base64(sha256(new TextEncoder().encode(style)));
  return [
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    'font-src data:',
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
