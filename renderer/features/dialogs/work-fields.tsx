/** The form of one work: the fields that its kind has, and others where they hold something. */
import { useState } from 'react';
import type { CslItem } from '../../../core/document/letter.ts';
import type { Reference } from '../../../core/document/project.ts';
import { en } from '../../../core/messages/en.ts';
import { setWork } from '../../state/works.ts';
import { withFields } from './csl-item.ts';
import { dateToText, namesToText, textToDate, textToNames } from './names.ts';

type TextField =
  | 'title'
  | 'publisher'
  | 'publisher-place'
  | 'container-title'
  | 'edition'
  | 'volume'
  | 'issue'
  | 'page'
  | 'URL'
  | 'DOI'
  | 'ISBN';

const { fields: names } = en.works;
const LABELS: readonly (readonly [field: TextField, label: string])[] = [
  ['container-title', names.container],
  ['volume', names.volume],
  ['issue', names.issue],
  ['page', names.page],
  ['edition', names.edition],
  ['publisher', names.publisher],
  ['publisher-place', names.place],
  ['URL', names.url],
  ['DOI', names.doi],
  ['ISBN', names.isbn],
];
const JOURNAL: readonly TextField[] = ['container-title', 'volume', 'issue', 'page', 'URL', 'DOI'];
const FIELDS: Readonly<Record<string, readonly TextField[]>> = {
  book: ['publisher', 'publisher-place', 'edition', 'volume', 'URL', 'ISBN'],
  chapter: ['container-title', 'page', 'publisher', 'publisher-place', 'edition', 'volume', 'URL', 'ISBN'],
  'article-journal': JOURNAL,
  'article-magazine': JOURNAL,
  'article-newspaper': ['container-title', 'publisher-place', 'page', 'URL'],
  webpage: ['container-title', 'URL'],
  legislation: ['container-title', 'volume', 'page', 'URL'],
  personal_communication: ['URL'],
};
const OTHERS: readonly TextField[] = ['publisher', 'publisher-place', 'page', 'URL', 'DOI'];

/** What was typed as long as it says what the project has: else an undo would be hidden by it. */
function shown<T>(typed: string, parse: (text: string) => T, value: T, write: (value: T) => string): string {
  return JSON.stringify(parse(typed)) === JSON.stringify(value) ? typed : write(value);
}

export function WorkFields({ work }: { work: Reference }) {
  const { item } = work;
  const [typedDate, setDate] = useState('');
  const put = (change: Partial<CslItem>) => setWork(work.id, withFields(item, change));
  const own = FIELDS[item.type] ?? OTHERS;
  const types: Readonly<Record<string, string>> = en.works.types;
  return (
    <div className="fields work-fields">
      <label className="wide">
        <span>{en.works.type}</span>
        <select
          value={item.type}
          onChange={(event) => setWork(work.id, { ...item, type: event.target.value })}
        >
          {!(item.type in types) && <option value={item.type}>{item.type}</option>}
          {Object.entries(types).map(([type, name]) => (
            <option key={type} value={type}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="wide">
        <span>{names.title}</span>
        <input
          type="text"
          dir="auto"
          value={item.title ?? ''}
          onChange={(event) => put({ title: event.target.value })}
        />
      </label>
      <Names label={names.authors} value={item.author} onChange={(author) => put({ author })} />
      {(item.type === 'chapter' || item.type === 'book' || item.editor) && (
        <Names label={names.editors} value={item.editor} onChange={(editor) => put({ editor })} />
      )}
      <label>
        <span>{names.year}</span>
        <input
          type="text"
          value={shown(typedDate, textToDate, item.issued, dateToText)}
          onChange={(event) => {
            setDate(event.target.value);
            put({ issued: textToDate(event.target.value) });
          }}
        />
      </label>
      {LABELS.filter(([field]) => own.includes(field) || item[field]).map(([field, label]) => (
        <label key={field}>
          <span>{label}</span>
          <input
            type="text"
            dir="auto"
            value={item[field] ?? ''}
            onChange={(event) => put({ [field]: event.target.value })}
          />
        </label>
      ))}
    </div>
  );
}

interface NamesProps {
  readonly label: string;
  readonly value: CslItem['author'];
  onChange(names: NonNullable<CslItem['author']>): void;
}

function Names({ label, value, onChange }: NamesProps) {
  const [typed, setTyped] = useState('');
  return (
    <label>
      <span>{label}</span>
      <textarea
        rows={2}
        dir="auto"
        value={shown(typed, textToNames, value ?? [], namesToText)}
        onChange={(event) => {
          setTyped(event.target.value);
          onChange(textToNames(event.target.value));
        }}
      />
      <span className="hint">{en.details.authorsHint}</span>
    </label>
  );
}
