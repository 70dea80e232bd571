import type { ReactNode } from 'react';
import type { VoidBlock } from './nodes.ts';
import { StaticContent } from './inline-view.tsx';
import { Picture } from '../ui/picture.tsx';

/** A table, picture or rule as it is shown; none of them is edited here. */
export function VoidView({ block }: { block: VoidBlock }): ReactNode {
  if (block.type === 'rule') return <hr />;
  if (block.type === 'picture') {
    return (
      <figure>
        <Picture asset={block.asset} alternative={block.alternative} />
        {block.content.length > 0 && (
          <figcaption>
            <StaticContent content={block.content} />
          </figcaption>
        )}
      </figure>
    );
  }
  return (
    <table>
      <tbody>
        {block.rows.map((row, i) => (
          <tr key={i}>
            {row.map((cell, j) => {
              const Cell = cell.header ? 'th' : 'td';
              return (
                <Cell key={j} colSpan={cell.columns} rowSpan={cell.rows}>
                  <StaticContent content={cell.content} />
                </Cell>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
