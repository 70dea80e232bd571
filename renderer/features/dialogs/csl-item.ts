import type { CslItem } from '../../../core/document/letter.ts';

/** The item with fields as they are now in a form; a field that was emptied is left out. */
export function withFields(item: CslItem, fields: Partial<CslItem>): CslItem {
  const isEmpty = (value: unknown) =>
    value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  const entries = Object.entries({ ...item, ...fields }).filter(([, value]) => !isEmpty(value));
  return { ...Object.fromEntries(entries), type: item.type };
}
