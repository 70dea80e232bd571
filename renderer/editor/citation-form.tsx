import { Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { CitationAtom } from '../../core/text/block.ts';
import type { EditKind } from './block-edit.ts';
import type { CitationChoice } from './editor-props.ts';
import { editorMessages } from './messages.ts';
import { Picker } from './picker.tsx';

interface CitationFormProps {
  readonly citation: CitationAtom;
  readonly choices: readonly CitationChoice[];
  onChange(citation: CitationAtom, kind: EditKind): void;
  remove(): void;
}

/** Without the fields that are empty. */
function citationOf(
  reference: string,
  prefix: string | undefined,
  locator: string | undefined,
): CitationAtom {
  return { type: 'citation', reference, ...(locator ? { locator } : {}), ...(prefix ? { prefix } : {}) };
}

export function CitationForm({ citation, choices, onChange, remove }: CitationFormProps): ReactNode {
  const { citation: words } = editorMessages;
  const [choosing, setChoosing] = useState(false);
  const { reference, prefix, locator } = citation;
  if (choosing) {
    return (
      <Picker
        label={words.search}
        none={words.none}
        choices={() => choices}
        onLeave={() => setChoosing(false)}
        onPick={({ id }) => {
          onChange(citationOf(id, prefix, locator), 'other');
          setChoosing(false);
        }}
      />
    );
  }
  const work = choices.find(({ id }) => id === reference);
  return (
    <div className="citation-form">
      <p className="panel-title">{work?.label ?? reference}</p>
      {work?.detail && <p className="panel-detail">{work.detail}</p>}
      <div className="panel-row">
        <label>
          <span>{words.prefix}</span>
          <input
            value={prefix ?? ''}
            placeholder={words.prefixPlaceholder}
            onChange={(event) => onChange(citationOf(reference, event.target.value, locator), 'type')}
          />
        </label>
        <label>
          <span>{words.locator}</span>
          <input
            autoFocus
            value={locator ?? ''}
            placeholder={words.locatorPlaceholder}
            onChange={(event) => onChange(citationOf(reference, prefix, event.target.value), 'type')}
          />
        </label>
      </div>
      <div className="panel-foot">
        <button type="button" className="panel-button" onClick={() => setChoosing(true)}>
          {words.change}
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
