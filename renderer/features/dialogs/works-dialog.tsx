/** The works that answers cite: added, filled in and removed here. */
import { useState } from 'react';
import { Plus, Trash2 } from 'lucide-react';
import { citedReferences } from '../../../core/derived/citations-in-order.ts';
import { workLabel } from '../../../core/derived/work-label.ts';
import type { CslItem } from '../../../core/document/letter.ts';
import type { Reference } from '../../../core/document/project.ts';
import { en } from '../../../core/messages/en.ts';
import { addWork, removeWork, setWork } from '../../state/works.ts';
import { useApp } from '../../state/store.ts';
import { Modal } from '../../ui/modal.tsx';
import { withFields } from './csl-item.ts';
import { dateToText, namesToText, textToDate, textToNames } from './names.ts';

export function WorksDialog({ onClose }: { onClose(): void }) {
  const project = useApp((state) => state.project);
  const [open, setOpen] = useState<string | null>(null);
  if (!project) return null;
  const cited = citedReferences(project);
  return (
    <Modal
      title={en.works.title}
      hint={en.works.hint}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="outlined" onClick={() => setOpen(addWork())}>
            <Plus aria-hidden /> {en.works.add}
          </button>
          <button type="button" className="primary" onClick={onClose}>
            {en.works.done}
          </button>
        </>
      }
    >
      {project.references.length === 0 && <p className="hint">{en.works.empty}</p>}
      <ul className="works">
        {project.references.map((work) => (
          <li key={work.id}>
            <div className="work-head">
              <button
                type="button"
                className="work-name"
                aria-expanded={open === work.id}
                onClick={() => setOpen(open === work.id ? null : work.id)}
              >
                <strong>{workLabel(work.item, project.settings.language) || en.untitledWork}</strong>{' '}
                <span dir="auto">{work.item.title}</span>
              </button>
              <span className="hint">{cited.has(work.id) ? '' : en.works.cited(0)}</span>
              <button
                type="button"
                className="icon"
                aria-label={`${en.works.remove} ${work.item.title ?? ''}`}
                title={cited.has(work.id) ? en.works.removeCited : en.works.remove}
                disabled={cited.has(work.id)}
                onClick={() => removeWork(work.id)}
              >
                <Trash2 aria-hidden />
              </button>
            </div>
            {open === work.id && <WorkFields key={work.id} work={work} />}
          </li>
        ))}
      </ul>
    </Modal>
  );
}

function shown<T>(typed: string, parse: (text: string) => T, value: T, write: (value: T) => string): string {
  return JSON.stringify(parse(typed)) === JSON.stringify(value) ? typed : write(value);
}

type TextField = 'title' | 'publisher' | 'publisher-place' | 'container-title' | 'URL';

function WorkFields({ work }: { work: Reference }) {
  const { item } = work;
  // What was typed is shown as long as it says what the project has: else an undo would be hidden by it.
  const [typedAuthors, setAuthors] = useState('');
  const [typedDate, setDate] = useState('');
  const authors = shown(typedAuthors, textToNames, item.author ?? [], namesToText);
  const date = shown(typedDate, textToDate, item.issued, dateToText);
  const put = (change: Partial<CslItem>) => setWork(work.id, withFields(item, change));
  const text = (field: TextField, label: string, wide = false) => (
    <label className={wide ? 'wide' : undefined}>
      <span>{label}</span>
      <input
        type="text"
        dir="auto"
        value={item[field] ?? ''}
        onChange={(event) => put({ [field]: event.target.value })}
      />
    </label>
  );
  return (
    <div className="fields work-fields">
      {text('title', en.works.fields.title, true)}
      <label>
        <span>{en.works.fields.authors}</span>
        <textarea
          rows={2}
          dir="auto"
          value={authors}
          onChange={(event) => {
            setAuthors(event.target.value);
            put({ author: textToNames(event.target.value) });
          }}
        />
        <span className="hint">{en.details.authorsHint}</span>
      </label>
      <label>
        <span>{en.works.fields.year}</span>
        <input
          type="text"
          value={date}
          onChange={(event) => {
            setDate(event.target.value);
            put({ issued: textToDate(event.target.value) });
          }}
        />
      </label>
      {text('publisher', en.works.fields.publisher)}
      {text('publisher-place', en.works.fields.place)}
      {text('container-title', en.works.fields.container)}
      {text('URL', en.works.fields.url)}
    </div>
  );
}
