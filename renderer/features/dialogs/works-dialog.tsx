/** The works that answers cite: listed, searched, added, filled in and removed here; and the style of citations. */
import { useMemo, useState } from 'react';
import { FileInput, FileOutput, Plus, Trash2 } from 'lucide-react';
import { citationsInOrder } from '../../../core/derived/citations-in-order.ts';
import { workLabel } from '../../../core/derived/work-label.ts';
import type { Project, Reference } from '../../../core/document/project.ts';
import { en } from '../../../core/messages/en.ts';
import { addWork, removeWork } from '../../state/works.ts';
import { app, useApp } from '../../state/store.ts';
import { Modal } from '../../ui/modal.tsx';
import { ImportWorks } from './import-works.tsx';
import { StyleChooser } from './style-chooser.tsx';
import { WorkFields } from './work-fields.tsx';

/** More than these are searched, not scrolled. */
const LISTED = 200;

export function WorksDialog({ work, onClose }: { readonly work: string | undefined; onClose(): void }) {
  const project = useApp((state) => state.project);
  return project && <OpenWorks project={project} first={work ?? null} onClose={onClose} />;
}

interface OpenProps {
  readonly project: Project;
  /** The work whose fields are shown at first. */
  readonly first: string | null;
  onClose(): void;
}

function OpenWorks({ project, first, onClose }: OpenProps) {
  const [open, setOpen] = useState(first);
  const [importing, setImporting] = useState(false);
  const [query, setQuery] = useState('');
  const cited = useMemo(() => timesCited(project), [project]);
  const { language } = project.settings;
  const found = project.references.filter((work) => work.id === open || matches(work, query, language));
  return (
    <Modal
      title={en.works.title}
      hint={en.works.hint}
      onClose={onClose}
      footer={
        <>
          <button
            type="button"
            className="outlined"
            onClick={() => {
              setQuery('');
              setOpen(addWork());
            }}
          >
            <Plus aria-hidden /> {en.works.add}
          </button>
          <button
            type="button"
            className="outlined"
            aria-expanded={importing}
            onClick={() => setImporting(!importing)}
          >
            <FileInput aria-hidden /> {en.works.import}
          </button>
          <button
            type="button"
            className="outlined"
            disabled={project.references.length === 0}
            onClick={() => app.set({ dialog: { kind: 'export-works' } })}
          >
            <FileOutput aria-hidden /> {en.works.export}
          </button>
          <button type="button" className="primary" onClick={onClose}>
            {en.works.done}
          </button>
        </>
      }
    >
      <StyleChooser project={project} />
      {importing && <ImportWorks />}
      {project.references.length === 0 && <p className="hint">{en.works.empty}</p>}
      {project.references.length > 8 && (
        <input
          type="search"
          className="works-search"
          aria-label={en.works.search}
          placeholder={en.works.search}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      )}
      <ul className="works">
        {found.slice(0, LISTED).map((work) => (
          <Work
            key={work.id}
            work={work}
            label={workLabel(work.item, language)}
            cited={cited.get(work.id) ?? 0}
            open={open === work.id}
            toggle={() => setOpen(open === work.id ? null : work.id)}
          />
        ))}
      </ul>
      {project.references.length > 0 && found.length === 0 && <p className="hint">{en.works.none}</p>}
      {found.length > LISTED && <p className="hint">{en.works.more(found.length - LISTED)}</p>}
    </Modal>
  );
}

function timesCited(project: Project): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { citation } of citationsInOrder(project))
    for (const { reference } of citation.items) counts.set(reference, (counts.get(reference) ?? 0) + 1);
  return counts;
}

function matches({ item }: Reference, query: string, language: string): boolean {
  const text =
    `${workLabel(item, language)} ${item.title ?? ''} ${item['container-title'] ?? ''}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

interface WorkProps {
  readonly work: Reference;
  readonly label: string;
  readonly cited: number;
  readonly open: boolean;
  toggle(): void;
}

function Work({ work, label, cited, open, toggle }: WorkProps) {
  const [asking, setAsking] = useState(false);
  const { title } = work.item;
  return (
    <li>
      <div className="work-head">
        <button type="button" className="work-name" aria-expanded={open} onClick={toggle}>
          <strong>{label || (title ? '' : en.untitledWork)}</strong> <span dir="auto">{title}</span>
        </button>
        <span className="hint">{en.works.cited(cited)}</span>
        <button
          type="button"
          className="icon"
          aria-label={`${en.works.remove} ${title ?? ''}`}
          title={en.works.remove}
          onClick={() => (cited > 0 ? setAsking(true) : removeWork(work.id))}
        >
          <Trash2 aria-hidden />
        </button>
      </div>
      {asking && (
        <div className="work-removing" role="alert">
          <p>{en.works.removeCited(cited)}</p>
          <button type="button" className="outlined" onClick={() => removeWork(work.id)}>
            {en.works.removeAnyway}
          </button>
          <button type="button" className="outlined" autoFocus onClick={() => setAsking(false)}>
            {en.works.keep}
          </button>
        </div>
      )}
      {open && <WorkFields work={work} />}
    </li>
  );
}
