/** Finding a work or a part of the pamphlet in a field of its own, where a command asked for it. */
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { ChoiceList, useChoosing } from './choice-list.tsx';
import type { Choice } from './rank-choices.ts';
import type { Search } from './use-searched.ts';

interface PickerProps<C> {
  readonly label: string;
  readonly none: string;
  readonly choices: () => readonly C[];
  readonly search?: Search<C> | undefined;
  onPick(choice: C): void;
  /** The picker is left without a choice. */
  onLeave(): void;
}

export function Picker<C extends Choice>({
  label,
  none,
  choices: offered,
  search: offeredSearch,
  onPick,
  onLeave,
}: PickerProps<C>): ReactNode {
  const [choices] = useState(offered);
  const [search] = useState(() => offeredSearch);
  const [query, setQuery] = useState('');
  const choosing = useChoosing(choices, query, onPick, search);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const leaving = event.key === 'Escape' || (event.key === 'Backspace' && query === '');
    if (!leaving && !choosing.onKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
    if (leaving) onLeave();
  };
  return (
    <div className="picker">
      <input
        autoFocus
        role="combobox"
        aria-expanded
        aria-autocomplete="list"
        aria-controls={choosing.id}
        aria-activedescendant={choosing.activeId}
        aria-label={label}
        placeholder={label}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <ChoiceList choosing={choosing} label={label} none={none} onPick={onPick} />
    </div>
  );
}
