/**
 * Mammoth numbers foot- and endnotes in one row and puts comments into a list of definitions. Here each kind gets
 * a row of its own (1, i, C1) and the form in which notes of a page are recognised.
 */
import { listMarker } from '../../text/list-markers.ts';
import { elementsOf, type XmlElement } from '../xml.ts';

/** Prefix of every id in mammoth's HTML; notes are recognised behind it. */
export const ID_PREFIX = 'user-content-';

const REFERENCE = /<a href="#user-content-(footnote|endnote|comment)-([^"]+)" id="([^"]+)">\[[^\]]*\]<\/a>/g;
const COMMENT = /<dt id="user-content-comment-([^"]+)">[^<]*<\/dt><dd>([\s\S]*?)<\/dd>/g;

export const isCommentLabel = (label: string) => /^C\d+$/.test(label);

export interface ToldNotes {
  readonly html: string;
  readonly comments: number;
}

/** @param comments The part of comments, for the names of their authors. */
export function tellNotes(html: string, comments: XmlElement | undefined): ToldNotes {
  const authors = new Map(
    elementsOf(comments, 'w:comment').map(({ attributes }) => [
      attributes['w:id'] ?? '',
      attributes['w:author'] ?? '',
    ]),
  );
  const labels = new Map<string, string>();
  const counts = { footnote: 0, endnote: 0, comment: 0 };
  const marked = html.replace(REFERENCE, (_, kind: keyof typeof counts, note: string, id: string) => {
    const key = `${kind}-${note}`;
    let label = labels.get(key);
    if (label === undefined) {
      const count = ++counts[kind];
      label =
        kind === 'endnote'
          ? listMarker('lower-roman', count, 1).slice(0, -1)
          : `${kind === 'comment' ? 'C' : ''}${count}`;
      labels.set(key, label);
    }
    return `<a role="doc-noteref" href="#${ID_PREFIX}${key}" id="${id}">${label}</a>`;
  });
  const told = marked.replace(COMMENT, (_, id: string, body: string) => {
    const author = authors.get(id) ?? '';
    const name = author === '' ? '' : `<p>${escaped(author)}:</p>`;
    return `<dd role="doc-footnote" id="${ID_PREFIX}comment-${id}">${name}${body}</dd>`;
  });
  return { html: told, comments: counts.comment };
}

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
}
