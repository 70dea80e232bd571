/** What is known of a letter: found by the import or typed by the writer. One undo step for the whole form. */
import { useMemo, useState, type ReactNode } from 'react';
import {
  KIND_CODES,
  LETTER_KINDS,
  type CslItem,
  type Letter,
  type LetterKind,
} from '../../../core/document/letter.ts';
import { nextLetterCode } from '../../../core/operations/edits.ts';
import { furtherLetters } from '../../../core/import/beginnings.ts';
import { en } from '../../../core/messages/en.ts';
import { safeUrl } from '../../../core/text/block.ts';
import { useArrivals } from '../../state/arrivals.ts';
import { setLetterDetails } from '../../state/letters.ts';
import { lookAgain } from '../../state/originals.ts';
import { app } from '../../state/store.ts';
import { Modal, ModalActions } from '../../ui/modal.tsx';
import { withFields } from './csl-item.ts';
import { foundByField, openFields, type DetailField, type DetailFields } from './found-fields.ts';
import { FoundNotes } from './found-notes.tsx';
import { ImportReport } from './import-report.tsx';
import { dateToText, namesToText, textToDate, textToNames } from './names.ts';

interface Props {
  readonly letter: Letter;
  onClose(): void;
}

/** Blocks of a letter in which others are looked for, unasked: it must take no time. */
const LOOKED_THROUGH = 5000;

function fieldsOf({ code, kind, item, addressee, language, direction }: Letter): DetailFields {
  return {
    code,
    kind,
    title: item.title ?? '',
    authors: namesToText(item.author),
    addressee,
    date: dateToText(item.issued),
    published: item['container-title'] ?? '',
    publisher: item.publisher ?? '',
    url: item.URL ?? '',
    language,
    direction,
  };
}

export function LetterDetails({ letter, onClose }: Props) {
  const { item } = letter;
  const [before] = useState(() => fieldsOf(letter));
  const [fields, setFields] = useState(before);
  const metadata = useArrivals((state) => state.found.get(letter.id));
  const found = useMemo(() => foundByField(metadata ?? []), [metadata]);
  const further = useMemo(
    () => (metadata && letter.blocks.length <= LOOKED_THROUGH ? furtherLetters(letter.blocks) : 0),
    [metadata, letter.blocks],
  );
  const open = openFields(fields, found);
  const put = (field: DetailField) => (event: { target: { value: string } }) =>
    setFields({ ...fields, [field]: event.target.value });
  const code = fields.code.trim();
  const taken =
    app.get().project?.letters.some((other) => other.id !== letter.id && other.code === code) ?? false;
  const codeError = taken
    ? en.details.codeTaken(code)
    : /^[\p{L}\p{N}]{1,8}$/u.test(code)
      ? ''
      : en.details.codeWrong;
  const offered = offeredCode(letter, fields.kind as LetterKind, code);
  const link = fields.url.trim();
  const linkError = link === '' || safeUrl(link) !== undefined ? '' : en.details.linkWrong;

  const save = () => {
    if (codeError || linkError) return;
    // A field that wasn't touched stays as it was found, however it was written there.
    const changed = (field: DetailField) => fields[field] !== before[field];
    const itemChanges: Partial<CslItem> = {
      ...(changed('title') ? { title: fields.title.trim() } : {}),
      ...(changed('authors') ? { author: textToNames(fields.authors) } : {}),
      ...(changed('date') ? { issued: textToDate(fields.date) } : {}),
      ...(changed('published') ? { 'container-title': fields.published.trim() } : {}),
      ...(changed('publisher') ? { publisher: fields.publisher.trim() } : {}),
      ...(changed('url') ? { URL: safeUrl(link) } : {}),
    };
    setLetterDetails(letter.id, {
      code,
      kind: fields.kind as LetterKind,
      addressee: fields.addressee.trim(),
      language: fields.language.trim() || letter.language,
      direction: fields.direction === 'rtl' ? 'rtl' : 'ltr',
      ...(Object.keys(itemChanges).length > 0 ? { item: withFields(item, itemChanges) } : {}),
    });
    onClose();
  };

  const field = (name: DetailField, control: ReactNode, { wide = false, hint = '', error = '' } = {}) => (
    <div className={wide ? 'wide' : undefined}>
      <label>
        <span>{en.details.fields[name]}</span>
        {control}
        {hint && <span className="hint">{hint}</span>}
        {error && <span className="field-error">{error}</span>}
      </label>
      <FoundNotes
        field={name}
        value={fields[name]}
        found={found.get(name)}
        {...(name === 'kind' ? { shown: kindName } : {})}
        use={(value) => setFields({ ...fields, [name]: value })}
      />
    </div>
  );
  const text = (
    name: DetailField,
    options: { readonly wide?: boolean; readonly hint?: string; readonly error?: string } = {},
  ) => field(name, <input type="text" dir="auto" value={fields[name]} onChange={put(name)} />, options);

  return (
    <Modal
      title={en.details.title(letter.code)}
      onClose={onClose}
      footer={
        <ModalActions
          label={en.details.save}
          disabled={Boolean(codeError || linkError)}
          form="letter-details"
          onCancel={onClose}
        />
      }
    >
      {Object.keys(open).length > 0 && (
        <p className="found-all">
          <span>{en.details.open(Object.keys(open).length)}</span>
          <button type="button" className="outlined" onClick={() => setFields({ ...fields, ...open })}>
            {en.details.useAll}
          </button>
        </p>
      )}
      <form
        id="letter-details"
        data-own-undo
        className="fields"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {text('title', { wide: true })}
        {field('authors', <textarea rows={2} dir="auto" value={fields.authors} onChange={put('authors')} />, {
          hint: en.details.authorsHint,
        })}
        {text('date', { hint: en.details.dateHint })}
        {text('addressee')}
        {text('published')}
        {text('publisher')}
        {text('url', { error: linkError })}
        <div>
          {text('code', { error: codeError })}
          {offered !== undefined && (
            <button
              type="button"
              className="outlined"
              onClick={() => setFields({ ...fields, code: offered })}
            >
              {en.details.useCode(offered)}
            </button>
          )}
        </div>
        {field(
          'kind',
          <select value={fields.kind} onChange={put('kind')}>
            {LETTER_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {en.details.kinds[kind]}
              </option>
            ))}
          </select>,
        )}
        {text('language')}
        {field(
          'direction',
          <select value={fields.direction} onChange={put('direction')}>
            <option value="ltr">{en.details.ltr}</option>
            <option value="rtl">{en.details.rtl}</option>
          </select>,
        )}
      </form>
      {further > 0 && (
        <p className="found-all">
          <span>{en.details.further(further)}</span>
          <button
            type="button"
            className="outlined"
            disabled={Boolean(codeError || linkError)}
            onClick={() => {
              save();
              app.set({ dialog: { kind: 'split', letter: letter.id } });
            }}
          >
            {en.commands['letter-split']}
          </button>
        </p>
      )}
      {letter.original && !metadata && (
        <p className="found-all">
          <span>{en.details.lookAgainHint}</span>
          <button type="button" className="outlined" onClick={() => void lookAgain(letter.id)}>
            {en.details.lookAgain}
          </button>
        </p>
      )}
      <ImportReport letter={letter} />
    </Modal>
  );
}

/** The next code of a kind that was just chosen; none when the code is of that kind, or has been published. */
function offeredCode(letter: Letter, kind: LetterKind, code: string): string | undefined {
  const { project } = app.get();
  if (!project || project.frozen || kind === letter.kind) return undefined;
  if (new RegExp(`^${KIND_CODES[kind]}\\d+$`).test(code)) return undefined;
  return nextLetterCode(
    project.letters.filter(({ id }) => id !== letter.id),
    kind,
  );
}

function kindName(kind: string): string {
  const known = LETTER_KINDS.find((each) => each === kind);
  return known ? en.details.kinds[known] : kind;
}
