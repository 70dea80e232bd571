/** How Slate's elements and leaves are drawn. The boxes are those of static-text.tsx. */
import { useContext, type ReactNode } from 'react';
import type { Node } from 'slate';
import { Element, Range, type Editor } from 'slate';
import {
  useSelected,
  useSlateSelector,
  useSlateStatic,
  type RenderElementProps,
  type RenderLeafProps,
  type RenderPlaceholderProps,
} from 'slate-react';
import type { RichText } from '../../core/text/block.ts';
import { blockLook } from './block-look.ts';
import { toBlock } from './convert.ts';
import { atomClass, marked, useAtomLabel } from './inline-view.tsx';
import { listMarkers } from '../../core/text/list-markers.ts';
import type { AtomElement, BlockElement, TextElement, VoidElement } from './nodes.ts';
import { PictureView } from './picture-view.tsx';
import { TableView } from './table-view.tsx';
import { TextContext } from './text-context.ts';
import { VoidView } from './void-view.tsx';

interface ViewProps<E> {
  readonly attributes: RenderElementProps['attributes'];
  readonly children: ReactNode;
  readonly element: E;
}

const texts = new WeakMap<object, RichText>();

/** The marker of an item; counted once for each state of the editor. */
function markerOf(editor: Editor, element: BlockElement): string | undefined {
  if (element.type !== 'item') return undefined;
  let text = texts.get(editor.children);
  if (!text) {
    text = (editor.children as BlockElement[]).map(toBlock);
    texts.set(editor.children, text);
  }
  return listMarkers(text).get(element.id);
}

function TextBlockView({ attributes, children, element }: ViewProps<TextElement>): ReactNode {
  const { entryName } = useContext(TextContext);
  const marker = useSlateSelector((editor) => markerOf(editor, element));
  const { tag: Tag, props } = blockLook(element, { marker, entry: entryName?.(element.id) });
  const { dir: _, ...own } = attributes;
  return (
    <Tag {...own} {...props}>
      {children}
    </Tag>
  );
}

function VoidContent({ element, selected }: { element: VoidElement; selected: boolean }): ReactNode {
  const { block } = element;
  if (block.type === 'table') return <TableView element={element} table={block} />;
  if (block.type === 'picture') return <PictureView element={element} picture={block} selected={selected} />;
  return <VoidView block={block} />;
}

/** Whether only this is selected, or more than this. */
function howSelected({ selection }: Editor): 'alone' | 'within' {
  return selection !== null && Range.isCollapsed(selection) ? 'alone' : 'within';
}

function VoidBlockView({ attributes, children, element }: ViewProps<VoidElement>): ReactNode {
  const selected = useSelected();
  const editor = useSlateStatic();
  const { props } = blockLook(element.block, {});
  return (
    <div {...attributes} {...props} data-selected={selected ? howSelected(editor) : undefined}>
      {children}
      <div contentEditable={false}>
        <VoidContent element={element} selected={selected} />
      </div>
    </div>
  );
}

function AtomView({ attributes, children, element }: ViewProps<AtomElement>): ReactNode {
  const selected = useSelected();
  const editor = useSlateStatic();
  const shown = useAtomLabel(element.atom);
  const { noteVerdict } = useContext(TextContext);
  const note = element.atom.type === 'note' ? element.atom.id : undefined;
  return (
    <span
      {...attributes}
      className={atomClass(element.atom, shown)}
      aria-label={shown.label}
      title={shown.title}
      data-note={note}
      data-verdict={note && noteVerdict?.(note)}
      data-selected={selected ? howSelected(editor) : undefined}
    >
      {shown.text}
      {children}
    </span>
  );
}

export function renderElement({ attributes, children, element }: RenderElementProps): React.JSX.Element {
  const shared = { attributes, children };
  if (element.type === 'atom') return <AtomView {...shared} element={element} />;
  if (element.type === 'void') return <VoidBlockView {...shared} element={element} />;
  return <TextBlockView {...shared} element={element} />;
}

export function renderLeaf({ attributes, children, leaf }: RenderLeafProps): React.JSX.Element {
  return (
    <span
      {...attributes}
      className={leaf.held ? 'held' : undefined}
      data-quotation={leaf.quotation}
      data-verdict={leaf.verdict}
      data-changed={leaf.changed}
      data-comment={leaf.comment}
    >
      {marked(leaf, leaf.link, children as ReactNode)}
    </span>
  );
}

export function renderPlaceholder({ attributes, children }: RenderPlaceholderProps): React.JSX.Element {
  const { style: _, ...rest } = attributes;
  return (
    <span {...rest} className="placeholder">
      {children}
    </span>
  );
}

/** The element that a DOM node within the editor belongs to, if it is an atom. */
export function isAtomElement(node: Node): node is AtomElement {
  return Element.isElement(node) && node.type === 'atom';
}
