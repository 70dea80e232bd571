/** Tables of pastes: what a program puts on the clipboard, and the blocks that it becomes. */
import { expect, it } from 'vitest';
import { countingIds } from '../../../../core/document/id.ts';
import { importHtml } from '../../../../core/import/html.ts';
import { sketch } from '../sketch.ts';

export const read = (html: string) => importHtml(html, countingIds('b'));

/** Name, HTML, blocks as `sketch` writes them. */
export type Paste = readonly [name: string, html: string, ...blocks: string[]];

export function pastes(cases: readonly Paste[]): void {
  it.each(cases)('keeps %s', (_name, html, ...blocks) => {
    expect(sketch(read(html).blocks)).toEqual(blocks);
  });
}
