import { useState, type FormEvent, type ReactNode } from 'react';
import { editorMessages } from './messages.ts';

interface ListNumberFormProps {
  readonly number: number;
  /** Undefined lets the item follow the one before it. */
  onApply(start: number | undefined): void;
}

/** The number that a list goes on with. */
export function ListNumberForm({ number, onApply }: ListNumberFormProps): ReactNode {
  const { listNumber } = editorMessages;
  const [written, setWritten] = useState(String(number));
  const apply = (event: FormEvent): void => {
    event.preventDefault();
    const wanted = Math.trunc(Number(written));
    if (written.trim() !== '' && wanted >= 0 && wanted <= 9999) onApply(wanted);
  };
  return (
    <form onSubmit={apply} noValidate>
      <div className="panel-row">
        <label>
          <span>{listNumber.number}</span>
          <input
            autoFocus
            type="number"
            min={0}
            max={9999}
            value={written}
            onFocus={(event) => event.target.select()}
            onChange={(event) => setWritten(event.target.value)}
          />
        </label>
        <button type="submit" className="panel-button">
          {listNumber.apply}
        </button>
      </div>
      <div className="panel-foot">
        <button type="button" className="panel-button" onClick={() => onApply(undefined)}>
          {listNumber.follow}
        </button>
      </div>
    </form>
  );
}
