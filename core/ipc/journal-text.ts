/**
 * Operations as one line of JSON: so they cross to the main process and go into the recovery journal. A text crosses
 * far quicker than the tree of objects that it tells, and the main process needn't make the tree at all.
 */
import type { Operation } from '../operations/operation.ts';
import { blocksText, letterText } from '../storage/serialise.ts';

export function journalText(operations: readonly Operation[]): string {
  return `[${operations.map(operationText).join(',')}]`;
}

/** Whether a text may be one of {@link journalText}: what it tells is checked where it's read. */
export function mayBeJournalText(text: string): boolean {
  return text.startsWith('[') && text.endsWith(']') && !text.includes('\n');
}

/** Of whole letters the texts that are at hand already are taken. */
function operationText(operation: Operation): string {
  if ((operation.type === 'insert' || operation.type === 'remove') && operation.list.of === 'letters') {
    const { item, ...rest } = operation as Extract<typeof operation, { list: { of: 'letters' } }>;
    return withFields(rest, { item: letterText(item) });
  }
  if (operation.type === 'splice' && operation.text.of === 'letter') {
    const { removed, inserted, ...rest } = operation;
    return withFields(rest, { removed: blocksText(removed), inserted: blocksText(inserted) });
  }
  return JSON.stringify(operation);
}

function withFields(rest: object, fields: Readonly<Record<string, string>>): string {
  const more = Object.entries(fields).map(([name, json]) => `,"${name}":${json}`);
  return `${JSON.stringify(rest).slice(0, -1)}${more.join('')}}`;
}
