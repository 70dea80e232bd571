/** A picture in a text that is being written: its caption is written under it, what it shows beside it. */
import { ImageUp, Trash2 } from 'lucide-react';
import { useContext, useId, type KeyboardEvent, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { Transforms, type Editor } from 'slate';
import type { Picture as PictureBlock } from '../../core/text/block.ts';
import { Picture } from '../ui/picture.tsx';
import { BlockPartsContext } from './block-parts.ts';
import { atCellEdge } from './caret-lines.ts';
import { deleteBlock } from './deleting.ts';
import { focusEditable } from './focus-editor.ts';
import { StaticContent } from './inline-view.tsx';
import { editorMessages } from './messages.ts';
import type { VoidElement } from './nodes.ts';
import { replacePicture } from './picture-edits.ts';
import { setFields } from './set-fields.ts';
import { leaveFor } from './table-view.tsx';
import { TextContext } from './text-context.ts';
import { useCells } from './use-cells.ts';
import { VoidView } from './void-view.tsx';

interface PictureViewProps {
  readonly element: VoidElement;
  readonly picture: PictureBlock;
  readonly selected: boolean;
}

export function PictureView(props: PictureViewProps): ReactNode {
  const parts = useContext(BlockPartsContext);
  return parts ? <EditablePicture {...props} /> : <VoidView block={props.picture} />;
}

const CAPTION = 'caption';

function EditablePicture({ element, picture, selected }: PictureViewProps): ReactNode {
  useContext(TextContext);
  const cells = useCells(element, {
    write: (block, _, content) => (block.type === 'picture' ? { ...block, content } : block),
    startOf: () => 0,
    at: (offset) => ({ key: CAPTION, offset }),
  });
  const { editor, parts, active, pointed, setPointed } = cells;
  const words = editorMessages.picture;
  const Caption = parts?.CellEditor;
  const answer = parts?.props.current;
  const edited = active !== null || pointed !== null || selected;

  const onKey = (event: KeyboardEvent, inner: Editor): boolean => {
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
    if (shiftKey || ctrlKey || metaKey || altKey) return false;
    if (key === 'Escape') cells.leave('block');
    else if (key === 'Enter') cells.leave('down');
    else {
      const edge = atCellEdge(inner, key);
      if (edge === undefined) return false;
      cells.leave(edge > 0 ? 'down' : 'block');
    }
    return true;
  };
  return (
    <figure
      onPointerEnter={() => flushSync(() => setPointed(CAPTION))}
      onPointerLeave={() => setPointed(null)}
    >
      <Picture asset={picture.asset} alternative={picture.alternative} />
      {(edited || picture.content.length > 0) && (
        <figcaption>
          {edited && Caption && answer ? (
            <Caption
              id={`${picture.id}-caption`}
              content={picture.content}
              label={words.caption}
              placeholder={words.captionPlaceholder}
              answer={answer}
              caret={active?.caret}
              onChange={(content, edit) => cells.change(CAPTION, content, edit)}
              onFocus={() => cells.focused(CAPTION)}
              onBlur={() => cells.blurred(CAPTION)}
              onSelect={(selection) => answer.onSelect?.(cells.placed(CAPTION, selection))}
              onKey={onKey}
              onCommand={(command) => leaveFor(editor, command)}
            />
          ) : (
            <StaticContent content={picture.content} />
          )}
        </figcaption>
      )}
      {selected && <Words cells={cells} picture={picture} />}
    </figure>
  );
}

/** What the picture shows, in words, or that it shows nothing that matters. */
function Words({ cells, picture }: { cells: ReturnType<typeof useCells>; picture: PictureBlock }): ReactNode {
  const { editor, parts, place } = cells;
  const words = editorMessages.picture;
  const field = useId();
  const change = (changes: Partial<PictureBlock>, kind: 'type' | 'other'): void => {
    const { decorative: _, ...rest } = { ...picture, ...changes };
    const { decorative = picture.decorative } = changes;
    editor.settle();
    setFields(editor, [place()], { block: decorative ? { ...rest, decorative } : rest });
    editor.settle(kind);
  };
  const files = parts?.props.current.pictures;
  const replace = async (): Promise<void> => {
    const [asset] = (await files?.choose()) ?? [];
    if (asset) replacePicture(editor, place(), asset);
  };
  return (
    <div
      className="picture-words"
      data-editor-bar=""
      // After a click Slate puts the caret into its own text, which takes the focus from these fields.
      onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => event.key === 'Escape' && cells.leave('block')}
    >
      <label htmlFor={field}>{words.alternative}</label>
      <input
        id={field}
        type="text"
        dir="auto"
        value={picture.alternative}
        disabled={picture.decorative}
        placeholder={words.alternativePlaceholder}
        onChange={(event) => change({ alternative: event.target.value }, 'type')}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) cells.leave('down');
        }}
      />
      <label className="panel-check">
        <input
          type="checkbox"
          checked={picture.decorative ?? false}
          onChange={(event) =>
            change({ decorative: event.target.checked || undefined } as Partial<PictureBlock>, 'other')
          }
        />
        {words.decorative}
      </label>
      {files && (
        <button
          type="button"
          className="panel-icon"
          aria-label={words.replace}
          title={words.replace}
          onClick={() => void replace()}
        >
          <ImageUp size={15} aria-hidden />
        </button>
      )}
      <button
        type="button"
        className="panel-icon"
        aria-label={words.remove}
        title={words.remove}
        onClick={() => {
          editor.settle();
          Transforms.select(editor, { path: [place(), 0], offset: 0 });
          deleteBlock(editor);
          editor.settle('other');
          focusEditable(editor);
        }}
      >
        <Trash2 size={15} aria-hidden />
      </button>
    </div>
  );
}
