/** The selectors of the W3C Web Annotation model and its neighbours that can be resolved in a text. */
import type { TextPositionSelector } from './selectors.ts';

export type Selector =
  | {
      readonly type: 'TextQuoteSelector';
      readonly exact: string;
      readonly prefix?: string;
      readonly suffix?: string;
    }
  /** In code points. */
  | TextPositionSelector
  /** In UTF-16 units, as programs give it that keep no standard. */
  | { readonly type: 'UnitPosition'; readonly start: number; readonly end: number }
  /** Paths are XPaths into a page; offsets count UTF-16 units of the text of the node that they lead to. */
  | {
      readonly type: 'RangeSelector';
      readonly startPath: string;
      readonly startOffset: number;
      readonly endPath: string;
      readonly endOffset: number;
    }
  | ({ readonly type: 'TextFragment' } & TextFragment);

/** One text directive of a URL: `text=prefix-,start,end,-suffix`, decoded. */
export interface TextFragment {
  readonly prefix?: string;
  readonly start: string;
  readonly end?: string;
  readonly suffix?: string;
}

/**
 * The text directives of a URL, a fragment or a directive alone ("#:~:text=…", "text=…"), after the URL Fragment Text
 * Directives draft of the WICG. Empty where there is none.
 */
export function textFragments(value: string): readonly TextFragment[] {
  const marker = value.indexOf(':~:');
  const directives = marker < 0 ? value.replace(/^#/, '') : value.slice(marker + 3);
  return directives.split('&').flatMap((directive) => {
    if (!directive.startsWith('text=')) return [];
    const terms = directive.slice(5).split(',');
    const prefix =
      terms[0]?.endsWith('-') && terms.length > 1 ? decode(terms.shift()?.slice(0, -1)) : undefined;
    const suffix =
      terms.at(-1)?.startsWith('-') && terms.length > 1 ? decode(terms.pop()?.slice(1)) : undefined;
    const [start, end] = terms.map(decode);
    if (!start || terms.length > 2) return [];
    return [{ start, ...(prefix ? { prefix } : {}), ...(end ? { end } : {}), ...(suffix ? { suffix } : {}) }];
  });
}

function decode(term: string | undefined = ''): string {
  try {
    return decodeURIComponent(term);
  } catch {
    return term;
  }
}
