/** Pictures: kept only as data in the page itself whose bytes are what they claim to be. */
import type { ImportedPicture } from '../imported.ts';
import type { NoticeCounter } from '../notices.ts';
import { pictureType } from '../signature.ts';
import { attribute } from './element.ts';
import type { Element } from './tree.ts';

const LARGEST = 25 * 1024 * 1024;
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Map([...ALPHABET].map((letter, value) => [letter.charCodeAt(0), value]));

/** Base64, white space allowed; undefined where it isn't that. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const digits = text.replace(/[\s=]+/g, '');
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let at = 0;
  let bits = 0;
  let held = 0;
  for (let i = 0; i < digits.length; i++) {
    const value = VALUES.get(digits.charCodeAt(i));
    if (value === undefined) return undefined;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = (held >> bits) & 0xff;
    }
  }
  return bytes;
}

/** Whether the picture stands for an emoji, which is its alternative text, as mail programs and web pages do it. */
export function isEmoji(image: Element): boolean {
  return /^(?:\p{Extended_Pictographic}[\p{M}\u200d\ufe0f\p{Emoji_Modifier}]*){1,4}$/u.test(
    attribute(image, 'alt') ?? '',
  );
}

/**
 * The picture of an `img` element with a data URL, or undefined with a notice why not. Its name is its number,
 * and the id is the caller's.
 */
export function readPicture(
  image: Element,
  id: string,
  number: number,
  notices: NoticeCounter,
): ImportedPicture | undefined {
  const source = (attribute(image, 'src') ?? '').trim();
  const alternative = attribute(image, 'alt');
  if (source === '') return undefined;
  if (!/^data:/i.test(source)) {
    notices.add('left-out', 'picture-remote', 1, alternative || source);
    return undefined;
  }
  if (source.length > LARGEST * 1.4) {
    notices.add('left-out', 'picture-large', 1, alternative);
    return undefined;
  }
  const data = /^data:image\/[\w.+-]+(?:;[\w=.-]+)*;base64,/i.exec(source);
  const bytes = data ? decodeBase64(decodePercent(source.slice(data[0].length))) : undefined;
  if (!bytes) {
    notices.add('left-out', data ? 'picture-damaged' : 'picture-kind', 1, alternative);
    return undefined;
  }
  const mediaType = pictureType(bytes);
  if (!mediaType) {
    notices.add('left-out', 'picture-kind', 1, alternative);
    return undefined;
  }
  const extension = mediaType === 'image/jpeg' ? 'jpg' : mediaType.slice('image/'.length);
  return { id, mediaType, bytes, name: `picture-${number}.${extension}` };
}

function decodePercent(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
