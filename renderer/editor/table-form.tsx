import { useState, type FormEvent, type ReactNode } from 'react';
import { MOST_COLUMNS, MOST_ROWS } from '../../core/text/table.ts';
import { editorMessages } from './messages.ts';

interface TableFormProps {
  onApply(rows: number, columns: number, header: boolean): void;
}

const within = (written: string, most: number): number =>
  Math.min(most, Math.max(1, Math.trunc(Number(written)) || 1));

/** The size of a new table. */
export function TableForm({ onApply }: TableFormProps): ReactNode {
  const { table } = editorMessages;
  const [rows, setRows] = useState('3');
  const [columns, setColumns] = useState('3');
  const [header, setHeader] = useState(true);
  const apply = (event: FormEvent): void => {
    event.preventDefault();
    onApply(within(rows, MOST_ROWS), within(columns, MOST_COLUMNS), header);
  };
  const number = (
    label: string,
    value: string,
    most: number,
    set: (value: string) => void,
    first: boolean,
  ) => (
    <label>
      <span>{label}</span>
      <input
        type="number"
        min={1}
        max={most}
        value={value}
        autoFocus={first}
        onFocus={(event) => event.target.select()}
        onChange={(event) => set(event.target.value)}
      />
    </label>
  );
  return (
    <form onSubmit={apply} noValidate>
      <div className="panel-row">
        {number(table.rows, rows, MOST_ROWS, setRows, true)}
        {number(table.columns, columns, MOST_COLUMNS, setColumns, false)}
      </div>
      <div className="panel-foot">
        <label className="panel-check">
          <input type="checkbox" checked={header} onChange={(event) => setHeader(event.target.checked)} />
          {table.header}
        </label>
        <button type="submit" className="panel-button">
          {table.insert}
        </button>
      </div>
    </form>
  );
}
