/** Finding a work or a part of the pamphlet by typing a few letters of it. */
import { Command } from 'cmdk';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import type { CrossReferenceTarget } from '../../core/text/block.ts';
import type { CitationChoice, ReferenceChoice } from './editor-props.ts';
import { editorMessages } from './messages.ts';

interface Shared {
  /** What has been typed already. */
  readonly query: string;
  /** The characters in the text that called the picker; empty when a command did. */
  readonly trigger: string;
  /** The picker is left without a choice; `typed` is what was written in it beyond `query`, and meant for the text. */
  onLeave(typed: string): void;
}

interface PickerProps extends Shared {
  readonly label: string;
  readonly none: string;
  readonly rows: readonly { readonly key: string; readonly label: string; readonly detail: string }[];
  onPick(index: number): void;
}

function Picker({ label, none, rows, query, trigger, onPick, onLeave }: PickerProps): ReactNode {
  const [search, setSearch] = useState(query);
  const leave = (typed: string): void => {
    const beyond = typed.startsWith(query) ? typed.slice(query.length) : '';
    onLeave(trigger === '' ? '' : beyond);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const emptied =
      search === '' && (event.key === 'Backspace' || event.key === ' ' || event.key === trigger);
    if (event.key !== 'Escape' && !emptied) return;
    event.preventDefault();
    event.stopPropagation();
    leave(event.key === ' ' || event.key === trigger ? event.key : search);
  };
  return (
    <Command className="picker" label={label} loop onKeyDown={onKeyDown}>
      <Command.Input autoFocus placeholder={label} value={search} onValueChange={setSearch} />
      <Command.List>
        <Command.Empty className="picker-none">{none}</Command.Empty>
        {rows.map((row, index) => (
          <Command.Item
            key={row.key}
            value={row.key}
            keywords={[row.label, row.detail]}
            onSelect={() => onPick(index)}
          >
            <span className="picker-label">{row.label}</span>
            <span className="picker-detail">{row.detail}</span>
          </Command.Item>
        ))}
      </Command.List>
    </Command>
  );
}

interface ReferencePickerProps extends Shared {
  readonly choices: readonly ReferenceChoice[];
  onPick(target: CrossReferenceTarget): void;
}

export function ReferencePicker({ choices, onPick, ...shared }: ReferencePickerProps): ReactNode {
  const { search, none } = editorMessages.reference;
  return (
    <Picker
      {...shared}
      label={search}
      none={none}
      rows={choices.map(({ target, label, detail }) => ({
        key: `${target.kind} ${target.id}`,
        label,
        detail,
      }))}
      onPick={(index) => onPick(choices[index]!.target)}
    />
  );
}

interface CitationPickerProps extends Shared {
  readonly choices: readonly CitationChoice[];
  onPick(reference: string): void;
}

export function CitationPicker({ choices, onPick, ...shared }: CitationPickerProps): ReactNode {
  const { search, none } = editorMessages.citation;
  return (
    <Picker
      {...shared}
      label={search}
      none={none}
      rows={choices.map(({ id, label, detail }) => ({ key: id, label, detail }))}
      onPick={(index) => onPick(choices[index]!.id)}
    />
  );
}
