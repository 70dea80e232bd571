/** The popover of a citation: its works, each with a place and words before and after it. */
import { ArrowLeftRight, Plus, Trash2, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { CitationAtom, CitationItem } from '../../core/text/block.ts';
import type { EditKind } from './block-edit.ts';
import { CitationItemFields } from './citation-item-fields.tsx';
import type { CitationChoice } from './editor-props.ts';
import { editorMessages } from './messages.ts';
import { Picker } from './picker.tsx';

interface CitationFormProps {
  readonly citation: CitationAtom;
  readonly choices: readonly CitationChoice[];
  onChange(citation: CitationAtom, kind: EditKind): void;
  remove(): void;
}

export function CitationForm({ citation, choices, onChange, remove }: CitationFormProps): ReactNode {
  const { citation: words } = editorMessages;
  const { items } = citation;
  /** The place in the citation that a work is being chosen for; its length for one more. */
  const [choosing, setChoosing] = useState<number>();
  const put = (changed: readonly CitationItem[], kind: EditKind): void =>
    onChange({ ...citation, items: changed }, kind);

  if (choosing !== undefined) {
    return (
      <Picker
        label={words.search}
        none={words.none}
        choices={() => choices}
        onLeave={() => setChoosing(undefined)}
        onPick={({ id: reference }) => {
          put(items.toSpliced(choosing, 1, { ...items[choosing], reference }), 'other');
          setChoosing(undefined);
        }}
      />
    );
  }
  return (
    <div className="citation-form">
      {items.map((item, index) => {
        const work = choices.find(({ id }) => id === item.reference);
        return (
          <fieldset key={index}>
            <legend className="visually-hidden">{work?.label ?? words.unknown}</legend>
            <div className="citation-work">
              <p dir="auto">
                <strong>{work?.label ?? words.unknown}</strong> <span>{work?.detail ?? item.reference}</span>
              </p>
              <button
                type="button"
                className="panel-icon"
                aria-label={words.change}
                title={words.change}
                onClick={() => setChoosing(index)}
              >
                <ArrowLeftRight size={15} aria-hidden />
              </button>
              {items.length > 1 && (
                <button
                  type="button"
                  className="panel-icon"
                  aria-label={words.removeItem}
                  title={words.removeItem}
                  onClick={() => put(items.toSpliced(index, 1), 'other')}
                >
                  <X size={15} aria-hidden />
                </button>
              )}
            </div>
            <CitationItemFields
              item={item}
              takesFocus={index === items.length - 1}
              onChange={(changed, kind) => put(items.with(index, changed), kind)}
            />
          </fieldset>
        );
      })}
      <label className="panel-check">
        <input
          type="checkbox"
          checked={citation.mode === 'narrative'}
          onChange={({ target }) => {
            const { mode: _, ...rest } = citation;
            onChange(target.checked ? { ...rest, mode: 'narrative' } : rest, 'other');
          }}
        />
        {words.narrative}
      </label>
      <div className="panel-foot">
        <button type="button" className="panel-button" onClick={() => setChoosing(items.length)}>
          <Plus size={15} aria-hidden />
          {words.add}
        </button>
        <button
          type="button"
          className="panel-icon"
          aria-label={words.remove}
          title={words.remove}
          onClick={remove}
        >
          <Trash2 size={15} aria-hidden />
        </button>
      </div>
    </div>
  );
}
