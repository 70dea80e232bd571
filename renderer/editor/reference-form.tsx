/** What a cross reference says and where it leads. */
import { ArrowUpRight, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { REFERENCE_FORMS, type CrossReferenceAtom } from '../../core/text/block.ts';
import type { ReferenceChoice } from './editor-props.ts';
import { editorMessages } from './messages.ts';
import { Picker } from './picker.tsx';
import type { Search } from './use-searched.ts';
import './reference-form.css';

interface ReferenceFormProps {
  readonly reference: CrossReferenceAtom;
  /** As it reads in each form; undefined when what it leads to is gone. */
  readonly reads: ((form: CrossReferenceAtom['form']) => string) | undefined;
  readonly choices: () => readonly ReferenceChoice[];
  readonly search: Search<ReferenceChoice>;
  onChange(reference: CrossReferenceAtom): void;
  /** Another thing was chosen. */
  onPick(reference: CrossReferenceAtom): void;
  onGo(): void;
  onLeave(): void;
  remove(): void;
}

const FORMS = [undefined, ...REFERENCE_FORMS] as const;

export function ReferenceForm(props: ReferenceFormProps): ReactNode {
  const { reference, reads, choices, search, onChange, onPick, onGo, onLeave, remove } = props;
  const { reference: words } = editorMessages;
  const [choosing, setChoosing] = useState(!reads);
  if (choosing || !reads) {
    return (
      <div className="reference-form">
        {!reads && <p className="panel-hint">{words.gone}</p>}
        <Picker
          label={words.search}
          none={words.none}
          choices={choices}
          search={search}
          onPick={({ target }) => onPick({ ...reference, target })}
          onLeave={onLeave}
        />
        <div className="panel-foot">
          <RemoveButton remove={remove} />
        </div>
      </div>
    );
  }
  return (
    <div className="reference-form">
      <fieldset className="reference-forms">
        <legend>{words.form}</legend>
        {FORMS.map((form) => (
          <label key={form ?? 'name'}>
            <input
              type="radio"
              name="reference-form"
              autoFocus={form === reference.form}
              checked={form === reference.form}
              onChange={() => {
                const { form: _, ...rest } = reference;
                onChange(form === undefined ? rest : { ...rest, form });
              }}
            />
            <span>{words.forms[form ?? 'name']}</span>
            <span className="reference-reads" dir="auto">
              {reads(form)}
            </span>
          </label>
        ))}
      </fieldset>
      <div className="panel-foot">
        <button type="button" className="panel-button" onClick={onGo}>
          <ArrowUpRight size={15} aria-hidden />
          {words.go}
        </button>
        <button type="button" className="panel-button" onClick={() => setChoosing(true)}>
          {words.change}
        </button>
        <RemoveButton remove={remove} />
      </div>
    </div>
  );
}

function RemoveButton({ remove }: { remove(): void }): ReactNode {
  const label = editorMessages.reference.remove;
  return (
    <button type="button" className="panel-icon" aria-label={label} title={label} onClick={remove}>
      <Trash2 size={15} aria-hidden />
    </button>
  );
}
