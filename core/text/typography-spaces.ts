/** Spaces that don't break, where the typography of a language binds what stands beside them. */
import type { Replacement } from './typography.ts';

const NO_BREAK = '\u00a0';
const NARROW = '\u202f';

/** Abbreviations before a number, in any of the languages that use them. */
const BEFORE_NUMBER =
  /(?:^|[\s([\u00a0])(?:pp?|nos?|nr|figs?|ch|vols?|art|sec|par|abb|bd|kap|s|sid|str|pag|cap|tab|anm|rn|rz|ziff|c|n)\. (?=\d$)/iu;
const SIGN_BEFORE_NUMBER = /(?:^|[\s([\u00a0])(?:§§?|¶¶?|№|n[°º]) (?=\d$)/iu;

/** Units after a number. What isn't among them stays as it is: "4 in the morning". */
const UNITS =
  /\d (?:[mckµn]?m[²³]?|[kmµ]?g|[mcdh]?l|t|ha|[kMG]?Wh?|[kM]?Hz|[kMGT]?B|°C|°F|s|min|h|kg|lb|oz|ft|mi|yd|%|€|\$|£|kr|Kč|zł|Fr|EUR|USD|GBP|CHF|Mio|Mrd)$/u;

/** Words of one letter that mustn't end a line. */
const LONE_WORDS: Readonly<Record<string, RegExp>> = {
  cs: /(?:^|[\s(„‚\u00a0])[ksvzouiaKSVZOUIA] (?=[\p{L}\d„]$)/u,
  sk: /(?:^|[\s(„‚\u00a0])[ksvzouiaKSVZOUIA] (?=[\p{L}\d„]$)/u,
  pl: /(?:^|[\s(„‚\u00a0])[aiouwzAIOUWZ] (?=[\p{L}\d„]$)/u,
};

/** Abbreviations of several parts: "z. B.", "d. h.", "i. d. R."; "t. ex.", "bl. a.", "tj."; "m. m.". */
const PARTS: Readonly<Record<string, RegExp>> = {
  de: /(?:^|[\s(„\u00a0\u202f])(?:z|d|u|i|o|s|v|e|n|m|a)\. (?=(?:B|h|a|U|o|u|ä|Ä|V|Ch|Z|E|W|d|R|T|J|M|w|Chr|A)\.$)/u,
  sv: /(?:^|[\s(\u00a0])(?:t|bl|m|d|s|o|f|e|p|i)\. (?=(?:ex|a|m|v|s|k|d|n|r|g|Kr|å)\.$)/u,
};

/** Initials: "J. R." and the name after two of them. */
const INITIALS = /(?:^|[\s(\u00a0])\p{Lu}\. (?=\p{Lu}\.$)/u;
const NAME_AFTER_INITIALS = /\p{Lu}\.\u00a0\p{Lu}\. (?=\p{Lu}$)/u;

/** As {@link typographic}; only the spaces. */
export function bindingSpace(before: string, language: string): Replacement | undefined {
  const [primary = '', region] = language.toLowerCase().split(/[-_]/);
  const recent = before.slice(-16);
  const start = before.length - recent.length;
  const typed = before.at(-1) ?? '';
  if (primary === 'fr' && region !== 'ch') {
    const french = frenchSpace(before, region);
    if (french) return french;
  }
  /** The space that the match ends with. */
  const bind = (found: RegExpExecArray | null, space: string): Replacement | undefined =>
    found === null
      ? undefined
      : {
          from: start + found.index + found[0].length - 1,
          to: start + found.index + found[0].length,
          text: space,
        };
  if (/\d/.test(typed)) {
    return (
      bind(BEFORE_NUMBER.exec(recent), NO_BREAK) ??
      bind(SIGN_BEFORE_NUMBER.exec(recent), NO_BREAK) ??
      bind(LONE_WORDS[primary]?.exec(recent) ?? null, NO_BREAK)
    );
  }
  if (typed === '.') {
    return bind(PARTS[primary]?.exec(recent) ?? null, NARROW) ?? bind(INITIALS.exec(recent), NO_BREAK);
  }
  if (/[\s.,;:!?)\u00a0\u202f]/u.test(typed)) return unitSpace(before);
  return (
    bind(NAME_AFTER_INITIALS.exec(recent), NO_BREAK) ??
    bind(LONE_WORDS[primary]?.exec(recent) ?? null, NO_BREAK)
  );
}

/** "10 km": known for a unit once something else follows. */
function unitSpace(before: string): Replacement | undefined {
  const earlier = before.slice(-12, -1);
  const found = UNITS.exec(earlier);
  if (!found) return undefined;
  const from = before.length - 1 - earlier.length + found.index + 1;
  return { from, to: from + 1, text: NO_BREAK };
}

/**
 * French sets a space before ; : ! ? and within « »: the full one before a colon, else the narrow one. A writer's own
 * space becomes it at once; where she set none it comes when the sign is known to be one (not in "12:30", "?id=4").
 * Canada sets it only before the colon and within the marks.
 */
function frenchSpace(before: string, region: string | undefined): Replacement | undefined {
  const typed = before.at(-1) ?? '';
  const previous = before.at(-2) ?? '';
  const at = before.length - 2;
  if (previous === '«' && !/[\s\u00a0\u202f]/.test(typed)) return { from: at + 1, to: at + 1, text: NARROW };
  if (typed === ' ' && /«[\u00a0\u202f]$/.test(before.slice(0, -1))) {
    return { from: at + 1, to: at + 2, text: '' };
  }
  if (previous === '«' && typed === ' ') return { from: at + 1, to: at + 2, text: NARROW };
  const high = region === 'ca' ? /[:»]/ : /[;:!?»]/;
  if (high.test(typed) && previous === ' ')
    return { from: at, to: at + 1, text: typed === ':' ? NO_BREAK : NARROW };
  if (typed === '»' && /[^\s\u00a0\u202f«]/.test(previous)) return { from: at + 1, to: at + 1, text: NARROW };
  if (/[\s\u00a0]/.test(typed) && high.test(previous) && /[\p{L}\p{N})\]…”%’]/u.test(before.at(-3) ?? '')) {
    return { from: at, to: at, text: previous === ':' ? NO_BREAK : NARROW };
  }
  return undefined;
}
