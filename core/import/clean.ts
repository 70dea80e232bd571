import type { NoticeCounter } from './notices.ts';

/* C0 without tab, line feed, form feed and carriage return; delete; C1; the two non-characters of the BMP's end. */
const CONTROLS = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g;
/* Without any of these, which most text is, nothing is to be done; telling so is quick. */
const SUSPECT = /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]/;
const LONE_SURROGATES = /\p{Surrogate}/gu;

/** The text without control characters and with lone surrogates as U+FFFD; both are counted in `notices`. */
export function cleanText(text: string, notices: NoticeCounter): string {
  if (!SUSPECT.test(text)) return text;
  let removed = 0;
  let broken = 0;
  const clean = text
    .replace(CONTROLS, () => {
      removed++;
      return '';
    })
    .replace(LONE_SURROGATES, () => {
      broken++;
      return '\ufffd';
    });
  notices.add('changed', 'control-characters', removed);
  notices.add('changed', 'broken-characters', broken);
  return clean;
}
