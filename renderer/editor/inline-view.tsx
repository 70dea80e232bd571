import { Fragment, useContext, type ReactNode } from 'react';
import { isSpan, MARKS, type Atom, type Inline, type Mark } from '../../core/text/block.ts';
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
export function atomClass(atom: Atom, missing: boolean): string {
  return `atom ${atom.type}${missing ? ' missing' : ''}`;
}

/** The words or sign that stand for an atom, and whether what it points to is gone. */
export function useAtomLabel(atom: Atom): {
  readonly text: string;
  readonly label?: string;
  readonly missing: boolean;
} {
  const { describeReference, describeCitation, noteNumber, noteLabel } = useContext(TextContext);
  switch (atom.type) {
    case 'note': {
      const number = noteNumber?.(atom.id);
      return { text: number?.toString() ?? '†', label: editorMessages.note.mark(number), missing: false };
    }
    case 'note-mark':
      return { text: noteLabel?.(atom.note) ?? '*', missing: false };
    case 'citation':
      return describeCitation(atom);
    case 'cross-reference':
      return describeReference(atom.target);
  }
}

function StaticAtom({ atom }: { atom: Atom }): ReactNode {
  const { text, label, missing } = useAtomLabel(atom);
  return (
    <span className={atomClass(atom, missing)} aria-label={label}>
      {text}
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
    const marks: { [M in Mark]?: true } = {};
    for (const mark of inline.marks ?? []) marks[mark] = true;
    // A line feed at a block's end shows only with another one after it.
    const text = last && inline.text.endsWith('\n') ? `${inline.text}\n` : inline.text;
    return <span key={i}>{marked(marks, inline.link, <span>{text}</span>)}</span>;
  });
}
