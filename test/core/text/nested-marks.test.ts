import { describe, expect, it } from 'vitest';
import { fold } from '../../../core/anchoring/fold.ts';
import { nestedMarks } from '../../../core/text/nested-marks.ts';

const nested = (text: string, language: string) =>
  nestedMarks(text, language).reduceRight(
    (now, { from, to, text: mark }) => now.slice(0, from) + mark + now.slice(to),
    text,
  );

describe('marks within a quotation alternate by the rule of the language (Q9)', () => {
  it.each([
    ['en', 'she said “close it” and “go”', 'she said ‘close it’ and ‘go’'],
    ['en', 'she said "close it", he’d "go"', 'she said ‘close it’, he’d ‘go’'],
    ['en', 'the “so-called ‘reading’ room” is', 'the ‘so-called “reading” room’ is'],
    ['en', 'the councillors’ “vote”', 'the councillors’ ‘vote’'],
    ['de', 'er nannte es „einen Fall“ und ging', 'er nannte es ‚einen Fall‘ und ging'],
    ['de', 'er nannte es »einen Fall« und ging', 'er nannte es ‚einen Fall‘ und ging'],
    ['de', 'he said “a ‘case’” then', 'he said ‚a „case“‘ then'],
    ['fr', 'il dit «\u202fnon\u202f» et', 'il dit “non” et'],
    ['fr', 'il dit «\u00a0non, “jamais”\u00a0» et', 'il dit “non, «\u202fjamais\u202f»” et'],
    ['sv', 'hon sade ”nej” och', 'hon sade ’nej’ och'],
    ['ja', '彼は「いいえ」と言った', '彼は『いいえ』と言った'],
    ['ru', 'он сказал «нет» и', 'он сказал „нет“ и'],
    ['en', '5" pipe and 6’ of rope', '5" pipe and 6’ of rope'],
    ['en', '“an unclosed one', '“an unclosed one'],
    ['en', '’twas the night', '’twas the night'],
  ])('in %s %s becomes %s', (language, text, expected) => expect(nested(text, language)).toBe(expected));

  it('and are the same to the check of quotations', () => {
    const text = 'il dit «\u00a0non, “jamais”\u00a0» et';
    expect(fold(nested(text, 'fr')).text).toBe(fold(text).text);
  });
});
