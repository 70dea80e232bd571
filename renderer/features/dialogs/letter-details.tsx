/** What is known of a letter: found by the import or typed by the writer. One undo step for the whole form. */
import { useState } from 'react';
import { LETTER_KINDS, type CslItem, type Letter, type LetterKind } from '../../../core/document/letter.ts';
import { en } from '../../../core/messages/en.ts';
import { safeUrl } from '../../../core/text/block.ts';
import { setLetterDetails } from '../../state/letters.ts';
import { app } from '../../state/store.ts';
import { Modal } from '../../ui/modal.tsx';
import { withFields } from './csl-item.ts';
import { dateToText, namesToText, textToDate, textToNames } from './names.ts';

interface Props {
  readonly letter: Letter;
  onClose(): void;
}

export function LetterDetails({ letter, onClose }: Props) {
  const { item } = letter;
  const [found] = useState({
    code: letter.code,
    kind: letter.kind as string,
    title: item.title ?? '',
    authors: namesToText(item.author),
    addressee: letter.addressee,
    date: dateToText(item.issued),
    published: item['container-title'] ?? '',
    url: item.URL ?? '',
    language: letter.language,
    direction: letter.direction as string,
  });
  const [fields, setFields] = useState(found);
  const put = (field: keyof typeof fields) => (event: { target: { value: string } }) =>
    setFields({ ...fields, [field]: event.target.value });
  const code = fields.code.trim();
  const taken =
    app.get().project?.letters.some((other) => other.id !== letter.id && other.code === code) ?? false;
  const codeError = taken
    ? en.details.codeTaken(code)
    : /^[\p{L}\p{N}]{1,8}$/u.test(code)
      ? ''
      : en.details.codeWrong;
  const link = fields.url.trim();
  const linkError = link === '' || safeUrl(link) !== undefined ? '' : en.details.linkWrong;

  const save = () => {
    if (codeError || linkError) return;
    // A field that wasn't touched stays as it was found, however it was written there.
    const changed = (field: keyof typeof fields) => fields[field] !== found[field];
    const itemChanges: Partial<CslItem> = {
      ...(changed('title') ? { title: fields.title.trim() } : {}),
      ...(changed('authors') ? { author: textToNames(fields.authors) } : {}),
      ...(changed('date') ? { issued: textToDate(fields.date) } : {}),
      ...(changed('published') ? { 'container-title': fields.published.trim() } : {}),
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

  const text = (
    field: 'code' | 'title' | 'addressee' | 'date' | 'published' | 'url' | 'language',
    wide = false,
  ) => (
    <label className={wide ? 'wide' : undefined}>
      <span>{en.details.fields[field]}</span>
      <input type="text" dir="auto" value={fields[field]} onChange={put(field)} />
      {field === 'date' && <span className="hint">{en.details.dateHint}</span>}
      {field === 'code' && codeError && <span className="field-error">{codeError}</span>}
      {field === 'url' && linkError && <span className="field-error">{linkError}</span>}
    </label>
  );

  return (
    <Modal
      title={en.details.title(letter.code)}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="outlined" onClick={onClose}>
            {en.details.cancel}
          </button>
          <button
            type="submit"
            form="letter-details"
            className="primary"
            disabled={Boolean(codeError || linkError)}
          >
            {en.details.save}
          </button>
        </>
      }
    >
      <form
        id="letter-details"
        data-own-undo
        className="fields"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {text('title', true)}
        <label>
          <span>{en.details.fields.authors}</span>
          <textarea rows={2} dir="auto" value={fields.authors} onChange={put('authors')} />
          <span className="hint">{en.details.authorsHint}</span>
        </label>
        {text('date')}
        {text('addressee')}
        {text('published')}
        {text('url', true)}
        {text('code')}
        <label>
          <span>{en.details.fields.kind}</span>
          <select value={fields.kind} onChange={put('kind')}>
            {LETTER_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {en.details.kinds[kind]}
              </option>
            ))}
          </select>
        </label>
        {text('language')}
        <label>
          <span>{en.details.fields.direction}</span>
          <select value={fields.direction} onChange={put('direction')}>
            <option value="ltr">{en.details.ltr}</option>
            <option value="rtl">{en.details.rtl}</option>
          </select>
        </label>
      </form>
    </Modal>
  );
}
