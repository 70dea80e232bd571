/**
 * What citeproc gives out, as content: a format of its own, whose signs are characters that no text may hold, so that
 * whatever stands in a title is words and nothing else.
 */
import type { Mark, Span } from '../text/block.ts';
import { safeUrl } from '../text/block.ts';
import { normalInline, span } from '../text/inline.ts';
import type { Stretch } from '../derived/citation-order.ts';

/** Signs are private-use characters: an opening one for each kind, `VALUE` after what belongs to it, `END`. */
const SIGN = /[\ue000-\ue0ff]/g;
const END = '\ue0ff';
const VALUE = '\ue0fe';
const KINDS = [
  'italic',
  'upright',
  'bold',
  'light',
  'smallcaps',
  'full',
  'underline',
  'plain',
  'superscript',
  'subscript',
  'baseline',
  'margin',
  'right',
  'block',
  'indent',
  'cite',
  'link',
] as const;
type Kind = (typeof KINDS)[number];

const open = (kind: Kind): string => String.fromCharCode(0xe000 + KINDS.indexOf(kind));
const wrap = (kind: Kind) => `${open(kind)}%%STRING%%${END}`;
const around = (kind: Kind) => (_state: unknown, text: string) => `${open(kind)}${text}${END}`;
export const withoutSigns = (text: string): string => text.replace(SIGN, '');

const wrapEntry = (text: string, id: string): string => `${open('cite')}${id}${VALUE}${text}${END}`;
const wrapLink = (text: string, url: string): string => `${open('link')}${url}${VALUE}${text}${END}`;

interface State {
  getTerm(name: string): string;
}

/** The output format. Signs of the text itself are taken out. */
export const FORMAT = {
  text_escape: (text: string | undefined) => withoutSigns(text ?? ''),
  bibstart: '',
  bibend: '',
  '@font-style/italic': wrap('italic'),
  '@font-style/oblique': wrap('italic'),
  '@font-style/normal': wrap('upright'),
  '@font-variant/small-caps': wrap('smallcaps'),
  '@font-variant/normal': wrap('full'),
  '@font-weight/bold': wrap('bold'),
  '@font-weight/normal': wrap('light'),
  '@font-weight/light': false,
  '@text-decoration/none': wrap('plain'),
  '@text-decoration/underline': wrap('underline'),
  '@vertical-align/sup': wrap('superscript'),
  '@vertical-align/sub': wrap('subscript'),
  '@vertical-align/baseline': wrap('baseline'),
  '@passthrough/true': (_state: unknown, text: string) => text,
  '@strip-periods/true': (_state: unknown, text: string) => text,
  '@strip-periods/false': (_state: unknown, text: string) => text,
  '@quotes/true': (state: State, text?: string) =>
    text === undefined
      ? state.getTerm('open-quote')
      : state.getTerm('open-quote') + text + state.getTerm('close-quote'),
  '@quotes/inner': (state: State, text?: string) =>
    text === undefined
      ? '\u2019'
      : state.getTerm('open-inner-quote') + text + state.getTerm('close-inner-quote'),
  '@quotes/false': false,
  '@bibliography/entry'(this: { system_id: string }, _state: unknown, text: string) {
    return wrapEntry(text, this.system_id);
  },
  '@display/block': around('block'),
  '@display/left-margin': around('margin'),
  '@display/right-inline': around('right'),
  '@display/indent': around('indent'),
  '@showid/true': (_state: unknown, text: string) => text,
  '@URL/true': (_state: unknown, text: string) => wrapLink(text, text),
  '@DOI/true': (_state: unknown, text: string) =>
    wrapLink(text, /^10\.\d/.test(text) ? `https://doi.org/${text}` : text),
};

const MARKS: Partial<Record<Kind, readonly [mark: Mark, on: boolean]>> = {
  italic: ['emphasis', true],
  upright: ['emphasis', false],
  bold: ['strong', true],
  light: ['strong', false],
  smallcaps: ['smallcaps', true],
  full: ['smallcaps', false],
  underline: ['underline', true],
  plain: ['underline', false],
  superscript: ['superscript', true],
  subscript: ['subscript', true],
};

interface Frame {
  readonly marks: ReadonlySet<Mark>;
  readonly link?: string;
  readonly reference?: string;
  readonly margin?: true;
}

/** Only links of the web: a style or a work could bring any. */
function webLink(url: string): string | undefined {
  const link = safeUrl(url);
  return link && /^https?:/.test(link) ? link : undefined;
}

export function stretches(marked: string): readonly Stretch[] {
  const found: { spans: Span[]; reference?: string | undefined; margin?: true | undefined }[] = [];
  const frames: Frame[] = [{ marks: new Set() }];
  const put = (text: string): void => {
    const { marks, link, reference, margin } = frames.at(-1)!;
    if (text === '') return;
    let last = found.at(-1);
    if (!last || last.reference !== reference || last.margin !== margin) {
      last = { spans: [], reference, margin };
      found.push(last);
    }
    last.spans.push(span(text, [...marks], link));
  };
  const pieces = marked.split(/([\ue000-\ue0ff])/);
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!;
    if (i % 2 === 0) put(piece);
    else if (piece === END) {
      if (frames.length > 1) frames.pop();
    } else {
      const kind = KINDS[piece.charCodeAt(0) - 0xe000];
      if (kind === undefined) continue;
      const frame = frames.at(-1)!;
      const mark = MARKS[kind];
      if (mark) {
        const marks = new Set(frame.marks);
        if (mark[1]) marks.add(mark[0]);
        else marks.delete(mark[0]);
        frames.push({ ...frame, marks });
      } else if (kind === 'cite' || kind === 'link') {
        const value = pieces[i + 1] ?? '';
        // The value and its sign are behind us.
        i += 2;
        const link = kind === 'link' ? webLink(value) : frame.link;
        frames.push({
          ...frame,
          ...(kind === 'cite' ? { reference: value } : {}),
          ...(link ? { link } : {}),
        });
      } else {
        // A block of its own is a sentence of its own here.
        if (kind === 'block' || kind === 'indent' || kind === 'right') spaced(found);
        frames.push(kind === 'margin' ? { ...frame, margin: true } : frame);
      }
    }
  }
  return found.map(({ spans, reference, margin }) => ({
    content: normalInline(spans) as readonly Span[],
    ...(reference === undefined ? {} : { reference }),
    ...(margin ? { margin } : {}),
  }));
}

function spaced(found: readonly { spans: Span[]; margin?: true | undefined }[]): void {
  const last = found.at(-1);
  if (last && !last.margin && !/\s$/.test(last.spans.at(-1)?.text ?? ' ')) last.spans.push({ text: ' ' });
}
