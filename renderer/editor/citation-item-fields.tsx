/** Where in a cited work, and what is said before and after it. */
import type { ReactNode } from 'react';
import { LOCATOR_LABELS, type CitationItem, type LocatorLabel } from '../../core/text/block.ts';
import { parseLocator } from '../../core/text/locator.ts';
import type { EditKind } from './block-edit.ts';
import { editorMessages } from './messages.ts';

interface CitationItemFieldsProps {
  readonly item: CitationItem;
  readonly takesFocus: boolean;
  onChange(item: CitationItem, kind: EditKind): void;
}

/** Without the fields that are empty, and without the label of what isn't there. */
function itemOf(item: CitationItem): CitationItem {
  const kept = Object.entries(item).filter(([, value]) => value !== '' && value !== undefined);
  const { label, ...rest } = Object.fromEntries(kept) as unknown as CitationItem;
  return label && label !== 'page' && rest.locator !== undefined ? { ...rest, label } : rest;
}

export function CitationItemFields({ item, takesFocus, onChange }: CitationItemFieldsProps): ReactNode {
  const { citation: words } = editorMessages;
  const put = (
    change: { readonly [K in keyof CitationItem]?: CitationItem[K] | undefined },
    kind: EditKind,
  ) => onChange(itemOf({ ...item, ...change } as CitationItem), kind);
  const text = (field: 'prefix' | 'suffix'): ReactNode => (
    <label>
      <span>{words[field]}</span>
      <input
        dir="auto"
        value={item[field] ?? ''}
        placeholder={words[`${field}Placeholder`]}
        onChange={({ target }) => put({ [field]: target.value }, 'type')}
      />
    </label>
  );
  return (
    <>
      <div className="panel-row citation-locator">
        <label>
          <span>{words.label}</span>
          <select
            value={item.label ?? 'page'}
            // Of nothing there is nothing to count.
            disabled={item.locator === undefined}
            onChange={({ target }) => put({ label: target.value as LocatorLabel }, 'other')}
          >
            {LOCATOR_LABELS.map((label) => (
              <option key={label} value={label}>
                {words.labels[label]}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{words.locator}</span>
          <input
            autoFocus={takesFocus}
            value={item.locator ?? ''}
            placeholder={words.locatorPlaceholder}
            onChange={({ target }) => {
              // "ch. 2" says itself what it counts.
              const { locator, label } = parseLocator(target.value);
              const told = locator !== target.value.trim();
              put(told ? { locator, label } : { locator: target.value }, 'type');
            }}
          />
        </label>
      </div>
      <div className="panel-row">
        {text('prefix')}
        {text('suffix')}
      </div>
      <label className="panel-check">
        <input
          type="checkbox"
          checked={item.authorOut === true}
          onChange={({ target }) => put({ authorOut: target.checked ? true : undefined }, 'other')}
        />
        {words.authorOut}
      </label>
    </>
  );
}
