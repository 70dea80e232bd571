/** Tags as small labels with a field behind them that completes those known already. */
import { X } from 'lucide-react';
import { useId, useState } from 'react';

interface Props {
  readonly tags: readonly string[];
  readonly known: readonly string[];
  readonly label: string;
  removeLabel(tag: string): string;
  onChange(tags: readonly string[]): void;
}

/** Completions that are shown at once. */
const MOST = 6;

export function TagField({ tags, known, label, removeLabel, onChange }: Props) {
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [open, setOpen] = useState(false);
  const list = useId();
  const wanted = typed.trim().toLocaleLowerCase();
  const offered = known
    .filter((tag) => !tags.includes(tag) && tag.toLocaleLowerCase().includes(wanted))
    .slice(0, MOST);
  const shown = open && offered.length > 0;
  const add = (tag: string) => {
    if (tag.trim() !== '') onChange([...tags, tag]);
    setTyped('');
    setAt(0);
  };
  return (
    <div className="tag-field">
      {tags.map((tag) => (
        <span key={tag} className="tag">
          <span dir="auto">{tag}</span>
          <button
            type="button"
            aria-label={removeLabel(tag)}
            title={removeLabel(tag)}
            onClick={() => onChange(tags.filter((each) => each !== tag))}
          >
            <X aria-hidden />
          </button>
        </span>
      ))}
      <span className="tag-entry">
        <input
          type="text"
          dir="auto"
          role="combobox"
          aria-label={label}
          aria-expanded={shown}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={shown ? `${list}-${at}` : undefined}
          placeholder={label}
          value={typed}
          onFocus={() => setOpen(true)}
          onBlur={() => {
            setOpen(false);
            add(typed);
          }}
          onChange={(event) => {
            setTyped(event.target.value);
            setAt(0);
            setOpen(true);
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter' || event.key === ',') {
              if (event.ctrlKey || event.metaKey) return;
              // An empty field leaves Enter to the form around it.
              if (typed.trim() === '') return event.key === ',' ? event.preventDefault() : undefined;
              event.preventDefault();
              event.stopPropagation();
              const same = offered.find((tag) => tag.toLocaleLowerCase() === wanted);
              add(same ?? (at > 0 ? (offered[at - 1] ?? typed) : typed));
            } else if (event.key === 'Backspace' && typed === '') {
              onChange(tags.slice(0, -1));
            } else if (shown && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
              event.preventDefault();
              const count = offered.length + 1;
              setAt((at + (event.key === 'ArrowDown' ? 1 : -1) + count) % count);
            } else if (event.key === 'Escape' && shown && typed !== '') {
              event.stopPropagation();
              setOpen(false);
            }
          }}
        />
        <ul id={list} role="listbox" aria-label={label} className="tag-list floating" hidden={!shown}>
          {shown &&
            offered.map((tag, i) => (
              <li
                key={tag}
                id={`${list}-${i + 1}`}
                role="option"
                aria-selected={at === i + 1}
                dir="auto"
                onMouseDown={(event) => {
                  event.preventDefault();
                  add(tag);
                }}
              >
                {tag}
              </li>
            ))}
        </ul>
      </span>
    </div>
  );
}
