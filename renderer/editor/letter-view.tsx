/** How a letter is drawn while it is corrected: the boxes and classes of the reading pane. */
import {
  createContext,
  useContext,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type ReactNode,
} from 'react';
import { useSelected, useSlateStatic, type RenderElementProps, type RenderLeafProps } from 'slate-react';
import type { Block } from '../../core/text/block.ts';
import { marked } from './inline-view.tsx';
import type { LetterDrawing } from './letter-drawing.ts';
import type { LetterLists } from './letter-lists.ts';
import { isSection, isTextBlock, sectionsOf, type SectionElement } from './letter-nodes.ts';
import { passagesOfLeaf, type LetterPart, type LetterPassages } from './letter-passages.ts';
import type { AtomElement, BlockElement, TextElement, VoidElement } from './nodes.ts';

export interface LetterSurroundings {
  readonly lists: LetterLists;
  readonly passages: LetterPassages;
  readonly drawing: LetterDrawing;
  /** How a table, picture or rule is drawn, with its passages. */
  readonly renderVoid: (block: Block, parts: readonly LetterPart[]) => ReactNode;
}

export const LetterContext = createContext<LetterSurroundings | null>(null);

function useSurroundings(): LetterSurroundings {
  const surroundings = useContext(LetterContext);
  if (!surroundings) throw new Error('a letter is drawn by LetterEditor only');
  return surroundings;
}

interface ViewProps<E> {
  readonly attributes: RenderElementProps['attributes'];
  readonly children: ReactNode;
  readonly element: E;
}

/** About how high the blocks will be, in CSS pixels, until they have been laid out once. */
function estimate({ children }: SectionElement): number {
  let height = 0;
  for (const block of children) {
    let length = 1;
    if (isTextBlock(block))
      for (const child of block.children) if ('text' in child) length += child.text.length;
    height += 14 + 27 * Math.ceil(length / 66);
  }
  return height;
}

/** Pixels beyond the view at which a section that isn't drawn yet is drawn without waiting. */
const NEAR = '1500px';

function SectionView({ attributes, children, element }: ViewProps<SectionElement>): ReactNode {
  const { drawing } = useSurroundings();
  const editor = useSlateStatic();
  const latest = useRef(element);
  const box = useRef<HTMLElement | null>(null);
  const [height] = useState(() => estimate(element));
  const [drawn, setDrawn] = useState(() => {
    const index = sectionsOf(editor).indexOf(element);
    const { anchor, focus } = editor.selection ?? {};
    return anchor?.path[0] === index || focus?.path[0] === index || drawing.atOnce(index);
  });
  useLayoutEffect(() => {
    latest.current = element;
  });
  // Before the editor's own effects, which may ask for it at once.
  useLayoutEffect(() => {
    if (drawn || !box.current) return undefined;
    const index = () => sectionsOf(editor).indexOf(latest.current);
    const draw = () => setDrawn(true);
    const stop = drawing.wait(index, draw);
    const sight = new IntersectionObserver(
      (entries) => entries.some(({ isIntersecting }) => isIntersecting) && draw(),
      { rootMargin: NEAR },
    );
    sight.observe(box.current);
    return () => {
      stop();
      sight.disconnect();
    };
  }, [drawn, drawing, editor]);
  const { ref, ...rest } = attributes;
  return (
    <div
      {...rest}
      ref={(node) => {
        box.current = node;
        (ref as (node: HTMLElement | null) => void)(node);
      }}
      className="chunk"
      style={drawn ? { containIntrinsicBlockSize: `auto ${height}px` } : { blockSize: height }}
    >
      {drawn ? children : null}
    </div>
  );
}

function TextBlockView({ attributes, children, element }: ViewProps<TextElement>): ReactNode {
  const { dir: _, ...own } = attributes;
  const { type, id, quoted, direction } = element;
  const shared = {
    ...own,
    className: `block ${type}`,
    'data-block': id,
    'data-quoted': quoted,
    dir: direction,
  };
  switch (type) {
    case 'heading': {
      const Tag = `h${Math.min(element.level + 1, 6)}` as 'h2';
      return (
        <Tag {...shared} data-level={element.level}>
          {children}
        </Tag>
      );
    }
    case 'item':
      return (
        <ItemView shared={shared} id={id} level={element.level}>
          {children}
        </ItemView>
      );
    case 'note':
      return (
        <p {...shared} data-marker={element.label}>
          {children}
        </p>
      );
    case 'paragraph':
      return (
        <p {...shared} data-indent={element.indent || undefined}>
          {children}
        </p>
      );
    case 'preformatted':
      return <pre {...shared}>{children}</pre>;
    default:
      return <div {...shared}>{children}</div>;
  }
}

interface ItemProps {
  readonly shared: object;
  readonly id: string;
  readonly level: number;
  readonly children: ReactNode;
}

function ItemView({ shared, id, level, children }: ItemProps): ReactNode {
  const { lists } = useSurroundings();
  const marker = useSyncExternalStore(lists.subscribe, () => lists.marker(id));
  return (
    <div {...shared} data-level={level} data-marker={marker}>
      {children}
    </div>
  );
}

const NO_PARTS: readonly LetterPart[] = [];

function VoidBlockView({ attributes, children, element }: ViewProps<VoidElement>): ReactNode {
  const { passages, renderVoid } = useSurroundings();
  const selected = useSelected();
  return (
    <div {...attributes} className="void-block" data-selected={selected || undefined}>
      {children}
      <div contentEditable={false}>
        {renderVoid(element.block, passages.parts.get(element.id) ?? NO_PARTS)}
      </div>
    </div>
  );
}

function NoteMarkView({ attributes, children, element }: ViewProps<AtomElement>): ReactNode {
  const { lists } = useSurroundings();
  const { atom } = element;
  const label = useSyncExternalStore(lists.subscribe, () =>
    atom.type === 'note-mark' ? lists.label(atom.note) : undefined,
  );
  return (
    <sup {...attributes} className="note-mark" data-label={label ?? '*'}>
      {children}
    </sup>
  );
}

export function renderLetterElement(props: RenderElementProps): React.JSX.Element {
  const { attributes, children } = props;
  const element = props.element as BlockElement | AtomElement | SectionElement;
  const shared = { attributes, children: children as ReactNode };
  if (isSection(element)) return <SectionView {...shared} element={element} />;
  if (element.type === 'atom') return <NoteMarkView {...shared} element={element} />;
  if (element.type === 'void') return <VoidBlockView {...shared} element={element} />;
  return <TextBlockView {...shared} element={element} />;
}

export function renderLetterLeaf({ attributes, children, leaf }: RenderLeafProps): React.JSX.Element {
  const inner = marked(leaf, leaf.link, children as ReactNode);
  const passages = passagesOfLeaf(leaf);
  const last = passages.at(-1);
  if (!last) return <span {...attributes}>{inner}</span>;
  const overlapping = passages.length > 1 ? ' overlapping' : '';
  return (
    <mark
      {...attributes}
      className={`passage style-${last.style} ${last.state}${overlapping}`}
      data-passages={passages.map(({ id }) => id).join(' ')}
    >
      {inner}
    </mark>
  );
}
