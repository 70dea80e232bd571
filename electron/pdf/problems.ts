/** What the typesetter says, in a writer's words. */
import type { Problem } from './engine.ts';

interface Wording {
  readonly pattern: RegExp;
  readonly message: string;
}

const WORDINGS: readonly Wording[] = [
  {
    pattern: /layout did not converge/i,
    message: 'The page numbers did not settle: some in the contents or beside the demands may be off by one.',
  },
  {
    pattern: /failed to decode image|unknown image format|invalid image|corrupt/i,
    message: 'A picture could not be read. It may be damaged.',
  },
  {
    pattern: /could not be displayed|missing glyph|notdef/i,
    message: 'Some characters have no shape in any of the fonts.',
  },
  {
    pattern: /missing document date|document date/i,
    message: 'This kind of PDF needs a date: give one, as year, month and day, on the title page.',
  },
  {
    pattern: /file not found/i,
    message: 'A file that belongs to the page design is missing. Installing Pamphleteer again should help.',
  },
];

export function problem(raw: string, severity: Problem['severity']): Problem {
  const known = WORDINGS.find(({ pattern }) => pattern.test(raw));
  const message =
    known?.message ??
    (severity === 'error'
      ? 'The pages could not be set. This is a fault in Pamphleteer, not in your text.'
      : 'The typesetter remarked on something in the page design.');
  return { message, raw, severity };
}

/** At most this many characters are named in a message. */
const NAMED = 12;

export function missingGlyphs(characters: readonly string[]): Problem {
  const points = characters.map(
    (character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  const named = characters.slice(0, NAMED).join(' ');
  const more = characters.length > NAMED ? ` and ${characters.length - NAMED} more` : '';
  return {
    message: `No bundled font has these characters, so they print as empty boxes: ${named}${more}`,
    raw: `missing glyphs: ${points.join(' ')}`,
    severity: 'warning',
  };
}

export function unreadablePicture(asset: string): Problem {
  return {
    message: 'A picture could not be read, so its description is printed in its place.',
    raw: `unreadable asset: ${asset}`,
    severity: 'warning',
  };
}

export function withoutTags(raw: string): Problem {
  return {
    message:
      'The PDF looks right but has no tags, so screen readers will find it hard to read. This is a fault in Pamphleteer.',
    raw,
    severity: 'warning',
  };
}

export function standardNotMet(standard: string, raw: string): Problem {
  const name =
    standard === 'ua-1' ? 'the full accessibility standard (PDF/UA)' : `PDF/${standard.toUpperCase()}`;
  const reason = problem(raw, 'error');
  const known = WORDINGS.some(({ message }) => message === reason.message);
  return {
    message: `The PDF is tagged but does not meet ${name}.${known ? ` ${reason.message}` : ''}`,
    raw,
    severity: 'warning',
  };
}
