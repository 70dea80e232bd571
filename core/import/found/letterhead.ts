/**
 * What a letter tells by its form: the day at its head or foot, whom it greets, and who signs it; in English, German,
 * French and Spanish. All of it is guessed.
 */
import type { RichText } from '../../text/block.ts';
import { blockText } from '../../text/canonical.ts';
import { findDate } from '../dates.ts';
import type { Proposed } from '../imported.ts';

const HEAD = 12;
const FOOT = 8;

const GREETING = new RegExp(
  '^(?:(?:my )?dear(?:est)?|sehr geehrte[rsn]?|liebe[rs]?|hallo|guten tag|cher[s]?|chère[s]?|estimad[oa]s?|querid[oa]s?|muy señor(?:es|a)?(?: mí[oa]s?)?)\\s+(?<name>[^\\n]{2,70}?)\\s*[,:!]$',
  'iu',
);
const DIRECTED =
  /^(?:To|An|À|A|Attention:?)\s+(?<name>(?:the\s|all\s|die\s|den\s|la\s|les\s|los\s|\p{Lu})[^\n]{2,70}?)\s*[,:]$/u;
const TITLED_GREETING =
  /^(?<name>(?:madame|monsieur|mesdames|messieurs|sir|sirs|madam)\b[^\n]{0,60}?)\s*[,:!]$/iu;
const CLOSING =
  /^(?:yours(?:,| (?:sincerely|faithfully|truly|ever)\b)|sincerely|faithfully|respectfully|(?:with )?(?:kind|best|warm|kindest) (?:regards|wishes)|regards|cordially|mit (?:freundlich|best|viel|herzlich|kollegial)\w* gr(?:ü|ue)(?:ß|ss)\w*|freundliche grüße|(?:viele|beste|herzliche) grüße|hochachtungsvoll|ihr(?:e)?,?$|cordialement|bien (?:à vous|cordialement)|sincères salutations|(?:je vous prie|nous vous prions|veuillez)\b.{0,120}salutations|recevez\b.{0,80}|atentamente|cordialmente|saludos|un (?:cordial )?saludo|reciba\b.{0,80}saludo)[^\n]{0,60}$/iu;
const NAME =
  /^(?:(?:dr|prof|sir|dame|mr|mrs|ms|rev|herr|frau|m|mme|don|doña)\.?\s+)*(?:\p{Lu}[\p{L}.’'-]*|de|von|van|der|den|la|le|du|del|y|zu)(?:\s+(?:\p{Lu}[\p{L}.’'-]*|de|von|van|der|den|la|le|du|del|y|zu)){0,4}$/u;

/** Best first. Quoted passages and notes aren't looked at. */
export function letterheadProposals(blocks: RichText): Proposed[] {
  const own = blocks.filter(
    ({ quoted, type }) => quoted === undefined && type !== 'note' && type !== 'table',
  );
  const linesOf = (part: RichText) =>
    part
      .flatMap((block) => blockText(block).split('\n'))
      .map((line) => line.trim())
      .filter(Boolean);
  const head = linesOf(own.slice(0, HEAD));
  const foot = linesOf(own.slice(-FOOT));
  const found: Proposed[] = [];
  const propose = (field: Proposed['field'], value: string | undefined, foundIn: string) => {
    if (value && !found.some((known) => known.field === field && known.value === value))
      found.push({ field, value, foundIn, guessed: true });
  };
  propose('addressee', addresseeIn(head), 'salutation');
  propose('author', signerIn(foot), 'signature');
  propose('date', dateLineIn(head), 'line at the head');
  propose('date', dateLineIn(foot.toReversed()), 'line at the foot');
  return found;
}

function addresseeIn(lines: readonly string[]): string | undefined {
  for (const line of lines) {
    const name = (GREETING.exec(line) ?? TITLED_GREETING.exec(line) ?? DIRECTED.exec(line))?.groups?.['name'];
    if (name && !/[.?!;]\s/.test(name.replace(/\b(?:Mrs?|Ms|Dr|Prof|St|M|Mme)\.\s/g, ''))) return name;
  }
  return undefined;
}

function signerIn(lines: readonly string[]): string | undefined {
  const at = lines.findLastIndex((line) => CLOSING.test(line));
  return at < 0
    ? undefined
    : lines
        .slice(at + 1, at + 4)
        .find((line) => NAME.test(line.replace(/,$/, '')))
        ?.replace(/,$/, '');
}

/** A line that is hardly more than a date, such as "Quillhaven, 3 May 2026". */
function dateLineIn(lines: readonly string[]): string | undefined {
  for (const line of lines) {
    const date = line.length <= 70 ? findDate(line) : undefined;
    if (!date) continue;
    const rest = (line.slice(0, date.start) + line.slice(date.end)).trim();
    if (rest.length <= 30 && !/[.?!]\s*\p{L}|:\s*\p{L}{4}/u.test(rest)) return date.iso;
  }
  return undefined;
}
