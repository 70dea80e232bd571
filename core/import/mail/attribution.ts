/** The lines by which mail programs say whose words follow, in the languages that they say it in. */
import { findDate } from '../dates.ts';
import type { Proposed, ProposedField } from '../imported.ts';

const WROTE =
  'wrote|writes|schrieb|schrieben|a écrit|écrivait|escribió|escribio|ha scritto|scrive|schreef|escreveu|skrev|napisał|написал|пишет|kirjoitti';
const OPENING = 'on|am|le|el|il giorno|il|op|em|den|w dniu|vào|у|в';

const ATTRIBUTION = new RegExp(
  `^(?:(?:${OPENING})\\b[^\\n]{3,240}?(?:${WROTE})(?:\\s+[^\\n:<>]{2,60}(?:<[^<>]*>)?)?|[^\\n:]{1,80}<[^<>@\\s]+@[^<>\\s]+>\\s*(?:${WROTE})[^\\n:]{0,60}|[^\\n:]{1,120}\\b(?:${WROTE}))\\s*:$`,
  'iu',
);

/** "On 3 May 2026, Ada Quill wrote:", on one line. */
export function isAttribution(line: string): boolean {
  const text = line.replace(/\s+/g, ' ').trim();
  return text.length <= 300 && !/:\s/.test(text) && ATTRIBUTION.test(text);
}

/** Whether a line may begin an attribution that runs over several lines. */
export function beginsAttribution(line: string): boolean {
  return new RegExp(`^(?:${OPENING})\\s+\\S`, 'iu').test(line) && /\d|,/.test(line);
}

const SEPARATOR =
  /^[\s>*_]*(?:-{2,}\s*)?(?:original message|forwarded message|forwarded by|begin forwarded message|ursprüngliche nachricht|weitergeleitete nachricht|anfang der weitergeleiteten nachricht|message d'origine|message d’origine|message transféré|début du message réexpédié|mensaje original|mensaje reenviado|messaggio originale|messaggio inoltrato|oorspronkelijk bericht|mensagem original|mensagem encaminhada)\b[^\n]{0,40}?(?::|-{2,})?[\s*_]*$/iu;

/** "-----Original Message-----", "Begin forwarded message:". */
export function isSeparator(line: string): boolean {
  return line.length < 100 && SEPARATOR.test(line) && (/-{2,}/.test(line) || /:\s*$/.test(line.trim()));
}

const HEADER_NAMES: readonly (readonly [ProposedField | undefined, RegExp])[] = [
  ['author', /^(?:from|von|de|da|van|från|от)$/iu],
  [
    'date',
    /^(?:sent|date|gesendet|datum|envoyé|date d’envoi|enviado|enviado el|fecha|inviato|data|verzonden|enviada em)$/iu,
  ],
  ['addressee', /^(?:to|an|à|para|a|aan)$/iu],
  ['title', /^(?:subject|betreff|objet|asunto|oggetto|onderwerp|assunto)$/iu],
  [undefined, /^(?:cc|bcc|kopie|reply-to|antwort an|importance|priorität|attachments)$/iu],
];

interface HeaderLine {
  readonly field: ProposedField | undefined;
  readonly value: string;
}

/** "From: Ada Quill <ada@…>" as a field; undefined for other lines. */
export function headerLine(line: string): HeaderLine | undefined {
  const match = /^[\s*_]*(\p{L}[\p{L}’' -]{0,20}?)\s?:[\s*_]*(.*)$/u.exec(line);
  const name = match?.[1]?.trim() ?? '';
  const known = HEADER_NAMES.find(([, form]) => form.test(name));
  return known ? { field: known[0], value: (match?.[2] ?? '').replace(/[*_]+/g, '').trim() } : undefined;
}

/** What the heads of a quoted message say of it. */
export function proposalsOfHeads(lines: readonly string[], foundIn: string): Proposed[] {
  return lines.flatMap((line): Proposed[] => {
    const head = headerLine(line);
    if (!head?.field || head.value === '') return [];
    const { field, value } = head;
    if (field === 'date') return [{ field, value: findDate(value)?.iso ?? value, foundIn }];
    return [{ field, value: field === 'title' ? value : withoutAddress(value), foundIn }];
  });
}

/** Name and date in "On Tue, Sep 25, 2012 at 8:59 AM, Ada Quill <ada@…> wrote:". */
export function proposalsOfAttribution(line: string): Proposed[] {
  const text = line.replace(/\s+/g, ' ').trim();
  const date = findDate(text);
  const beforeAddress = /([^<>:]*?)\s*(?:<[^<>]*>|\[[^[\]]*\])/u.exec(text)?.[1];
  const beforeVerb = new RegExp(`^(.*?)\\s*\\b(?:${WROTE})\\b`, 'iu').exec(text)?.[1];
  const words = (beforeAddress ?? beforeVerb ?? '')
    .split(/,|\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?|\bum\b|\bà\b/iu)
    .at(-1);
  const after = new RegExp(`\\b(?:${WROTE})\\s+([^:<]+?)\\s*(?:<[^>]*>)?\\s*:$`, 'iu').exec(text)?.[1];
  const name = (after ?? words ?? '').replace(/^\s*(?:Uhr|h)\b/u, '').replace(/^["'\s(]+|["'\s)]+$/g, '');
  const sound = /\p{L}{2}/u.test(name) && !/\d{2}/.test(name) && name.length < 60;
  return [
    ...(sound ? [{ field: 'author', value: name, foundIn: 'attribution line' } as const] : []),
    ...(date ? [{ field: 'date', value: date.iso, foundIn: 'attribution line' } as const] : []),
  ];
}

/** "Ada Quill" of "Ada Quill <ada@…>" or "Ada Quill [mailto:…]"; an address alone stays. */
function withoutAddress(value: string): string {
  return (
    value
      .replace(/\s*(?:<[^<>]*>|\[mailto:[^[\]]*\])/gi, '')
      .replace(/^["']|["']$/g, '')
      .trim() || value
  );
}
