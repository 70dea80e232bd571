import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotationMarksOf } from '../../../core/text/quotation-marks.ts';
import { typographic } from '../../../core/text/typography.ts';

/** What stands there after the text was typed a character at a time. */
function typed(text: string, language: string): string {
  let before = '';
  for (const character of text) {
    before += character;
    const made = typographic(before, language);
    if (made) before = before.slice(0, made.from) + made.text + before.slice(made.to);
  }
  return before;
}

/** Spaces that can't be seen: "_" doesn't break, "~" is narrow and doesn't. */
const seen = (text: string): string => text.replaceAll('\u00a0', '_').replaceAll('\u202f', '~');

const cases: readonly (readonly [language: string, typed: string, gives: string])[] = [
  ['en', 'She said "no".', 'She said “no”.'],
  ['en', '"Well," she said, "no."', '“Well,” she said, “no.”'],
  ['en', '("no")', '(“no”)'],
  ['en', '"He said \'no\' twice"', '“He said ‘no’ twice”'],
  ['en', '"\'No\' was all"', '“‘No’ was all”'],
  ['en', "don't", 'don’t'],
  ['en', "the '90s were", 'the ’90s were'],
  ['en', "'Tis so", '’Tis so'],
  ['en', "rock 'n' roll", 'rock ’n’ roll'],
  ['en', "the readers' room", 'the readers’ room'],
  ['en', 'a door 6\' 2" high', 'a door 6′ 2″ high'],
  ['en', 'the roof--it leaks', 'the roof—it leaks'],
  ['en', 'the roof -- it leaks', 'the roof – it leaks'],
  ['en', 'the roof---it leaks', 'the roof—it leaks'],
  ['en', '1990--95', '1990–95'],
  ['en', '-- the clerk', '-- the clerk'],
  ['en', '----', '----'],
  ['en', 'a well-kept roof', 'a well-kept roof'],
  ['en', 'and so on...', 'and so on…'],
  ['en', 'see p. 4', 'see p._4'],
  ['en', '(pp. 4', '(pp._4'],
  ['en', 'No. 5', 'No._5'],
  ['en', '§ 3', '§_3'],
  ['en', '10 km from', '10_km from'],
  ['en', '10 kings', '10 kings'],
  ['en', 'in 4 m, then', 'in 4_m, then'],
  ['en', 'J. R. Reader', 'J._R._Reader'],
  ['en', 'Plan B. The', 'Plan B. The'],
  ['en', 'end. A. B', 'end. A. B'],
  ['de', 'Er sagte "nein".', 'Er sagte „nein“.'],
  ['de', '"Er sagte \'nein\'"', '„Er sagte ‚nein‘“'],
  ['de', "Das geht's nicht", 'Das geht’s nicht'],
  ['de', "er sagte 'so geht's' laut", 'er sagte ‚so geht’s‘ laut'],
  ['de', "'s ist so", '’s ist so'],
  ['de', 'das Dach -- es leckt', 'das Dach – es leckt'],
  ['de', 'z. B. so', 'z.~B. so'],
  ['de', 'd. h. so', 'd.~h. so'],
  ['de', 'S. 4', 'S._4'],
  ['de', 'i. d. R. so', 'i.~d.~R. so'],
  ['de-CH', 'Er sagte "nein".', 'Er sagte «nein».'],
  ['fr', 'Il dit "non".', 'Il dit «~non~».'],
  ['fr', 'Il dit " non ".', 'Il dit «~non~».'],
  ['fr', 'Il dit «non».', 'Il dit «~non~».'],
  ['fr', 'Il dit « non ».', 'Il dit «~non~».'],
  ['fr', "l'affaire", 'l’affaire'],
  ['fr', 'Quoi ?', 'Quoi~?'],
  ['fr', 'Quoi? Non! Si; ou: oui', 'Quoi~? Non~! Si~; ou_: oui'],
  ['fr', 'à 12:30 http://example.org/?id=4 ', 'à 12:30 http://example.org/?id=4 '],
  ['fr', 'Il dit : non', 'Il dit_: non'],
  ['fr-CH', 'Il dit "non" !', 'Il dit «non» !'],
  ['fr-CA', 'Quoi ? Il dit : "non"', 'Quoi ? Il dit_: «~non~»'],
  ['sv', 'Hon sade "nej".', 'Hon sade ”nej”.'],
  ['fi', "'ei'", '’ei’'],
  ['pl', 'Mowi "nie" w domu', 'Mowi „nie” w_domu'],
  ['pl', '"a "b" c"', '„a «b» c”'],
  ['cs', 'Dum v lese a u vody', 'Dum v_lese a_u_vody'],
  ['cs', 'Rekl "ne"', 'Rekl „ne“'],
  ['ru', 'слово -- дело "нет"', 'слово — дело «нет»'],
  ['es', 'dijo "no"', 'dijo «no»'],
  ['nl', "'s avonds", '’s avonds'],
  ['nl', 'zei "nee"', 'zei “nee”'],
  ['he', 'צה"ל', 'צה״ל'],
  ['he', 'אמר "לא" ', 'אמר ”לא” '],
  ['he', "ג'", 'ג׳'],
  ['ar', 'قال "لا"', 'قال ”لا“'],
  ['ja', '"hai"', '「hai」'],
  ['xx', '"no"', '“no”'],
];

describe('typed signs', () => {
  it.each(cases)('in %s: %s gives %s', (language, text, gives) => {
    expect(seen(typed(text, language))).toBe(gives);
  });

  it('replaces characters of the text before the caret only, and nothing twice', () => {
    const unit = fc.constantFrom('a', 'B', '1', ' ', '"', "'", '-', '.', ':', '?', '«', '»', 'p', 'z', 'א');
    fc.assert(
      fc.property(
        fc.string({ unit, maxLength: 20 }),
        fc.constantFrom('en', 'de', 'fr', 'sv', 'cs', 'pl', 'he', 'nl', 'ru', 'fr-CA'),
        (text, language) => {
          const made = typographic(text, language);
          if (!made) return;
          expect(made.from).toBeGreaterThanOrEqual(0);
          expect(made.to).toBeGreaterThanOrEqual(made.from);
          expect(made.to).toBeLessThanOrEqual(text.length);
          expect(text.slice(made.from, made.to)).not.toBe(made.text);
        },
      ),
    );
  });
});

describe('quotation marks', () => {
  it('goes from the region to the language to English', () => {
    expect(quotationMarksOf('de-CH').outer).toEqual(['«', '»']);
    expect(quotationMarksOf('de-AT').outer).toEqual(['„', '“']);
    expect(quotationMarksOf('zh-Hant-TW').outer).toEqual(['「', '」']);
    expect(quotationMarksOf('').outer).toEqual(['“', '”']);
  });
});
