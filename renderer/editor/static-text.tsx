/** A text without an editor: the same boxes, so that an editor can take its place without moving a line. */
import { memo, useContext, useMemo, type ReactNode } from 'react';
import { hasContent, type Block, type BlockId, type RichText } from '../../core/text/block.ts';
import { blockLook } from './block-look.ts';
import { StaticContent } from './inline-view.tsx';
import { listMarkers } from '../../core/text/list-markers.ts';
import { TextContext, type TextDescriptions } from './text-context.ts';
import { VoidView } from './void-view.tsx';
import './editor.css';

const StaticBlock = memo(function StaticBlock({
  block,
  marker,
}: {
  block: Block;
  marker: string | undefined;
}) {
  const { entryName } = useContext(TextContext);
  const { tag: Tag, props } = blockLook(block, { marker, entry: entryName?.(block.id) });
  return (
    <Tag {...props}>
      {hasContent(block) && block.type !== 'picture' ? (
        <StaticContent content={block.content} />
      ) : (
        <VoidView block={block} />
      )}
    </Tag>
  );
});

interface BlocksProps {
  readonly text: RichText;
  /** What stands before each item, by the id of its block. */
  readonly markers: ReadonlyMap<BlockId, string>;
}

/** The blocks alone, for a text that stands within another thing. */
export function StaticBlocks({ text, markers }: BlocksProps): ReactNode {
  return text.map((block) => <StaticBlock key={block.id} block={block} marker={markers.get(block.id)} />);
}

export interface StaticTextProps extends TextDescriptions {
  readonly text: RichText;
  /** BCP 47. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** Shown for an empty text. */
  readonly placeholder?: string;
}

export function StaticText({
  text,
  language,
  direction,
  placeholder,
  ...descriptions
}: StaticTextProps): ReactNode {
  const { describeReference, describeCitation, noteNumber, noteLabel, entryName } = descriptions;
  const context = useMemo(
    () => ({ describeReference, describeCitation, noteNumber, noteLabel, entryName }),
    [describeReference, describeCitation, noteNumber, noteLabel, entryName],
  );
  return (
    <TextContext value={context}>
      <div className="text-frame" lang={language} dir={direction}>
        <div className="text static">
          <StaticBlocks text={text} markers={listMarkers(text)} />
          {text.length === 0 && (
            <p className="block paragraph">
              <span className="placeholder">{placeholder}</span>
              <StaticContent content={[]} />
            </p>
          )}
        </div>
      </div>
    </TextContext>
  );
}
