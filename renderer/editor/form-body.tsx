/** The small forms of commands that ask for a number. */
import type { ReactNode } from 'react';
import { Transforms, type Editor } from 'slate';
import { listOrdinals } from '../../core/text/list-markers.ts';
import { blockIndex } from './blocks.ts';
import { toBlock } from './convert.ts';
import { ListNumberForm } from './list-number-form.tsx';
import type { BlockElement } from './nodes.ts';
import type { Panel } from './panel.ts';
import { setFields } from './set-fields.ts';
import { insertTable } from './table-edits.ts';
import { TableForm } from './table-form.tsx';

interface FormBodyProps {
  readonly editor: Editor;
  readonly panel: Extract<Panel, { kind: 'form' }>;
  close(focus: boolean): void;
}

export function FormBody({ editor, panel, close }: FormBodyProps): ReactNode {
  /** Does it at the place that the form was opened for, as an edit of its own. */
  const apply = (change: () => void): void => {
    const range = panel.range.current;
    close(true);
    if (!range) return;
    Transforms.select(editor, range);
    editor.settle();
    change();
    editor.settle('other');
  };
  if (panel.what === 'table') {
    return (
      <TableForm
        onApply={(rows, columns, header) => apply(() => insertTable(editor, rows, columns, header))}
      />
    );
  }
  const index = panel.range.current ? blockIndex(panel.range.current.anchor) : 0;
  const text = (editor.children as BlockElement[]).map(toBlock);
  return (
    <ListNumberForm
      number={listOrdinals(text).get(text[index]?.id ?? '') ?? 1}
      onApply={(start) => apply(() => setFields(editor, [index], { start: start ?? null }))}
    />
  );
}
