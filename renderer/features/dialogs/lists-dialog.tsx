/** The named lists of the project. What is changed here is in the project at once, and can be undone like the rest. */
import { useState } from 'react';
import { DropdownMenu } from 'radix-ui';
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { numbering } from '../../../core/derived/numbering.ts';
import { listsOf } from '../../../core/document/lists.ts';
import { ENTRY_NUMBERINGS, type Project, type ProjectList } from '../../../core/document/project.ts';
import { listPresets } from '../../../core/export/list-presets.ts';
import { publicationWords } from '../../../core/export/words.ts';
import { en } from '../../../core/messages/en.ts';
import { beginList, changeList, countEntries, deleteList, nameOfList, shiftList } from '../../state/lists.ts';
import { useApp } from '../../state/store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Modal } from '../../ui/modal.tsx';
import './lists.css';

export function ListsDialog({ onClose }: { onClose(): void }) {
  const project = useApp((state) => state.project);
  const [removing, setRemoving] = useState<string | null>(null);
  if (!project) return null;
  const lists = listsOf(project);
  const remove = (id: string) => {
    if (countEntries(project, id) > 0) setRemoving(id);
    else deleteList(id, undefined);
  };
  return (
    <Modal
      title={en.lists.title}
      hint={en.lists.hint}
      onClose={onClose}
      footer={
        <>
          <AddList project={project} />
          <button type="button" className="primary" onClick={onClose}>
            {en.lists.done}
          </button>
        </>
      }
    >
      <ul className="lists">
        {lists.map((list, i) => (
          <li key={list.id}>
            <ListForm
              list={list}
              project={project}
              first={i === 0}
              last={i === lists.length - 1}
              onRemove={() => remove(list.id)}
            />
            {removing === list.id && (
              <Removing list={list} project={project} onDone={() => setRemoving(null)} />
            )}
          </li>
        ))}
      </ul>
    </Modal>
  );
}

interface ListFormProps {
  readonly list: ProjectList;
  readonly project: Project;
  readonly first: boolean;
  readonly last: boolean;
  onRemove(): void;
}

function ListForm({ list, project, first, last, onRemove }: ListFormProps) {
  const words = publicationWords(project.settings.language);
  const { id, gathered } = list;
  const name = nameOfList(list, project);
  const place = gathered === undefined ? 'end' : gathered.at === 'front' ? 'front' : gathered.id;
  return (
    <div className="list-form">
      <label>
        <span>{en.lists.name}</span>
        <input
          type="text"
          dir="auto"
          value={list.name}
          placeholder={words.demands}
          onChange={(event) => changeList(id, 'name', event.target.value)}
        />
      </label>
      <label>
        <span>{en.lists.label}</span>
        <input
          type="text"
          dir="auto"
          value={list.label}
          placeholder={words.demand.replace('{number}', '').trim()}
          onChange={(event) => changeList(id, 'label', event.target.value)}
        />
      </label>
      <label>
        <span>{en.lists.numbering}</span>
        <select
          value={list.numbering ?? 'decimal'}
          onChange={(event) => {
            const style = ENTRY_NUMBERINGS.find((one) => one === event.target.value);
            changeList(id, 'numbering', style === 'decimal' ? undefined : style);
          }}
        >
          {ENTRY_NUMBERINGS.map((style) => (
            <option key={style} value={style}>
              {en.lists.numberings[style]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{en.lists.gathered}</span>
        <select value={place} onChange={(event) => changeList(id, 'gathered', placeOf(event.target.value))}>
          <option value="end">{en.lists.atEnd}</option>
          <option value="front">{en.lists.atFront}</option>
          {project.sections.map((section) => (
            <option key={section.id} value={section.id}>
              {en.lists.afterPart(
                [numbering(project).sectionNumbers.get(section.id), section.title].filter(Boolean).join(' '),
              )}
            </option>
          ))}
        </select>
      </label>
      <div className="list-foot">
        <span className="hint">{en.lists.entries(countEntries(project, id))}</span>
        <IconButton name={en.lists.up(name)} disabled={first} onClick={() => shiftList(id, -1)}>
          <ArrowUp aria-hidden />
        </IconButton>
        <IconButton name={en.lists.down(name)} disabled={last} onClick={() => shiftList(id, 1)}>
          <ArrowDown aria-hidden />
        </IconButton>
        <IconButton
          name={en.lists.remove(name)}
          // Every project has a list.
          disabled={first && last}
          onClick={onRemove}
        >
          <Trash2 aria-hidden />
        </IconButton>
      </div>
    </div>
  );
}

function placeOf(value: string): ProjectList['gathered'] {
  if (value === 'end') return undefined;
  return value === 'front' ? { at: 'front' } : { at: 'section', id: value };
}

/** Asks what becomes of the entries before their list goes. */
function Removing({ list, project, onDone }: { list: ProjectList; project: Project; onDone(): void }) {
  const others = listsOf(project).filter(({ id }) => id !== list.id);
  const go = (to: string | undefined) => {
    deleteList(list.id, to);
    onDone();
  };
  const question = en.lists.removing(nameOfList(list, project), countEntries(project, list.id));
  return (
    <div className="list-removing" role="group" aria-label={question}>
      <p>{question}</p>
      <div className="list-choices">
        {others.map((other, i) => (
          <button key={other.id} type="button" autoFocus={i === 0} onClick={() => go(other.id)}>
            {en.lists.toList(nameOfList(other, project))}
          </button>
        ))}
        <button type="button" onClick={() => go(undefined)}>
          {en.lists.toParagraphs}
        </button>
        <button type="button" onClick={onDone}>
          {en.lists.cancel}
        </button>
      </div>
    </div>
  );
}

function AddList({ project }: { project: Project }) {
  const taken = new Set(listsOf(project).map((list) => nameOfList(list, project)));
  const presets = listPresets(project.settings.language).filter(({ name }) => !taken.has(name));
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <button type="button" className="list-add">
          <Plus aria-hidden /> {en.lists.add}
        </button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="floating menu" align="start" side="top" collisionPadding={8}>
          {presets.map(({ name, label }) => (
            <DropdownMenu.Item key={name} className="menu-item" onSelect={() => beginList(name, label)}>
              <span dir="auto">{name}</span>
            </DropdownMenu.Item>
          ))}
          <DropdownMenu.Item
            className="menu-item"
            onSelect={() => beginList(en.lists.ownName, en.lists.ownLabel)}
          >
            {en.lists.own}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
