import { Fragment, useContext, type ReactNode } from 'react';
import type { FormattedCitation } from '../../core/derived/citation-order.ts';
import { isSpan, MARKS, type Atom, type Inline, type Mark, type Span } from '../../core/text/block.ts';
import { useFormattedCitation } from '../state/citations.ts';
import { editorMessages } from './messages.ts';
import { TextContext } from './text-context.ts';

const TAGS = {
  strong: 'strong',
  emphasis: 'em',
  underline: 'u',
  strike: 's',
  superscript: 'sup',
  subscript: 'sub',
  code: 'code',
} as const;

/** Wraps what is shown of a run of characters in the elements of its marks; the link is outermost. */
export function marked(
  marks: { readonly [M in Mark]?: true },
  link: string | undefined,
  text: ReactNode,
): ReactNode {
  let inner = text;
  for (const mark of MARKS.toReversed()) {
    if (!marks[mark]) continue;
    if (mark === 'smallcaps') inner = <span className="smallcaps">{inner}</span>;
    else {
      const Tag = TAGS[mark];
      inner = <Tag>{inner}</Tag>;
    }
  }
  if (link === undefined) return inner;
  return (
    <a href={link} title={link} draggable={false} tabIndex={-1}>
      {inner}
    </a>
  );
}

/** The class of an atom's outer element. */
export function atomClass(atom: Atom, { missing, look }: Pick<AtomLabel, 'missing' | 'look'>): string {
  return `atom ${atom.type}${look ? ` ${look}` : ''}${missing ? ' missing' : ''}`;
}

/** @param number of the note that it becomes; @param plain stands until it has been formatted */
function citationLabel(
  formatted: FormattedCitation | undefined,
  number: number | undefined,
  plain: () => { readonly text: string; readonly missing: boolean },
): AtomLabel {
  if (!formatted && number === undefined) return plain();
  const words =
    formatted?.content.flatMap(({ content }) => content.map(({ text }) => text)).join('') ?? plain().text;
  const missing = formatted?.missing ?? plain().missing;
  if (number !== undefined) {
    const sign = <sup className="citation-note">{number}</sup>;
    const text = formatted?.lead ? [formatted.lead, <Fragment key="note">{sign}</Fragment>] : sign;
    return {
      text,
      label: `${editorMessages.note.mark(number)}: ${words}`,
      title: words,
      look: 'as-note',
      missing,
    };
  }
  const text = formatted!.content.flatMap(({ content }, i) =>
    content.map((span, j) => (
      <Fragment key={`${i} ${j}`}>{marked(marksOf(span), undefined, span.text)}</Fragment>
    )),
  );
  return { text, missing };
}

const marksOf = ({ marks = [] }: Span): { readonly [M in Mark]?: true } =>
  Object.fromEntries(marks.map((mark) => [mark, true]));

export interface AtomLabel {
  readonly text: ReactNode;
  readonly label?: string;
  /** In a tooltip. */
  readonly title?: string;
  /** Beside `atom`, the class of what it looks like. */
  readonly look?: string;
  readonly missing: boolean;
}

/** The words or sign that stand for an atom, and whether what it points to is gone. */
export function useAtomLabel(atom: Atom): AtomLabel {
  const { describeReference, describeCitation, noteNumber, noteLabel } = useContext(TextContext);
  const formatted = useFormattedCitation(atom.type === 'citation' ? atom.id : '');
  switch (atom.type) {
    case 'note': {
      const number = noteNumber?.(atom.id);
      return { text: number?.toString() ?? '†', label: editorMessages.note.mark(number), missing: false };
    }
    case 'note-mark':
      return { text: noteLabel?.(atom.note) ?? '*', missing: false };
    case 'citation':
      return citationLabel(formatted, noteNumber?.(atom.id), () => describeCitation(atom));
    case 'cross-reference': {
      const described = describeReference(atom);
      const { gone, hint } = editorMessages.reference;
      return { ...described, title: described.missing ? gone : hint };
    }
  }
}

function StaticAtom({ atom }: { atom: Atom }): ReactNode {
  const shown = useAtomLabel(atom);
  return (
    <span className={atomClass(atom, shown)} aria-label={shown.label} title={shown.title}>
      {shown.text}
    </span>
  );
}

/** Slate keeps a zero-width place beside every atom; the same stands in static text, so that lines break alike. */
const Joint = () => <span className="joint">{'\uFEFF'}</span>;

export function StaticContent({ content }: { content: readonly Inline[] }): ReactNode {
  if (content.length === 0) {
    return (
      <span className="joint">
        {'\uFEFF'}
        <br />
      </span>
    );
  }
  const bare = (inline: Inline | undefined): boolean => inline === undefined || !isSpan(inline);
  return content.map((inline, i) => {
    const last = i === content.length - 1;
    if (!isSpan(inline)) {
      return (
        <Fragment key={i}>
          {bare(content[i - 1]) && <Joint />}
          <StaticAtom atom={inline} />
          {last && <Joint />}
        </Fragment>
      );
    }
    // A line feed at a block's end shows only with another one after it.
    const text = last && inline.text.endsWith('\n') ? `${inline.text}\n` : inline.text;
    return <span key={i}>{marked(marksOf(inline), inline.link, <span>{text}</span>)}</span>;
  });
}
