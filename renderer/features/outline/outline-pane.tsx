/** The outline: letters with how much of each is answered, and the pamphlet's parts and points, to go to and to reorder. */
import { FileText, ListFilter, Plus } from 'lucide-react';
import { gatheredLists, listName } from '../../../core/derived/lists.ts';
import { publicationWords } from '../../../core/export/words.ts';
import type { Letter } from '../../../core/document/letter.ts';
import { en } from '../../../core/messages/en.ts';
import { useCoverage } from '../../state/coverage.ts';
import { showLetter, showPlace } from '../../state/navigation.ts';
import { beginPoint, beginSection } from '../../state/points.ts';
import { useIsCurrent } from '../../state/one-of-many.ts';
import { openOutlineFilter, useFilterIsOpen } from '../../state/point-filters.ts';
import { useSettled } from '../../state/settled.ts';
import { app, useApp, type Place } from '../../state/store.ts';
import { keyText } from '../../ui/key-text.ts';
import { CoverageRing } from '../../ui/coverage-ring.tsx';
import { OutlineTree } from './outline-tree.tsx';
import './outline.css';

interface Props {
  onAddLetter(): void;
}

export function OutlinePane({ onAddLetter }: Props) {
  const letters = useSettled((state) => state.project?.letters);
  const hasPoints = useSettled(({ project }) => project?.sections.some(({ points }) => points.length > 0));
  const isFiltered = useFilterIsOpen();
  if (!letters) return null;
  return (
    <nav className="outline" aria-label={en.panes.outline}>
      <h2 className="outline-title">{en.outline.letters}</h2>
      {letters.length === 0 && <p className="hint outline-hint">{en.outline.noLetters}</p>}
      <ul>
        {letters.map((letter) => (
          <LetterRow key={letter.id} letter={letter} />
        ))}
      </ul>
      <button type="button" className="outline-add" onClick={onAddLetter}>
        <Plus aria-hidden /> {en.outline.addLetter}
      </button>
      <div className="outline-head">
        <h2 className="outline-title">{en.outline.pamphlet}</h2>
        {hasPoints && !isFiltered && (
          <button
            type="button"
            className="icon"
            title={`${en.commands['outline-filter'].replace('…', '')} (${keyText('outline-filter')})`}
            aria-label={en.commands['outline-filter'].replace('…', '')}
            onClick={openOutlineFilter}
          >
            <ListFilter aria-hidden />
          </button>
        )}
      </div>
      <ul>
        <li>
          <button type="button" className="row" onClick={() => app.set({ dialog: { kind: 'title-page' } })}>
            <FileText aria-hidden /> <span className="name">{en.outline.titlePage}</span>
          </button>
        </li>
        <PlaceRow place={{ kind: 'introduction' }} name={en.outline.introduction} />
      </ul>
      <OutlineTree />
      <ul>
        <PlaceRow place={{ kind: 'conclusion' }} name={en.outline.conclusion} />
        <ListRows />
        <WorksRow />
      </ul>
      <button type="button" className="outline-add" onClick={() => beginPoint()}>
        <Plus aria-hidden /> {en.outline.addPoint}
      </button>
      <button type="button" className="outline-add" onClick={() => beginSection()}>
        <Plus aria-hidden /> {en.outline.addSection}
      </button>
    </nav>
  );
}

function LetterRow({ letter }: { letter: Letter }) {
  const current = useApp((state) => state.letter === letter.id);
  const covered = useCoverage(letter);
  const told = covered ? en.coverage.percent(covered.percent) : en.coverage.counting;
  const title = letter.item.title || en.untitledLetter;
  return (
    <li>
      <button
        type="button"
        className="row letter-row"
        aria-current={current || undefined}
        onClick={() => showLetter(letter.id)}
        onDoubleClick={() => app.set({ dialog: { kind: 'letter-details', letter: letter.id } })}
        title={`${letter.code} ${title} · ${told}`}
      >
        <span className="number">{letter.code}</span>
        <span className="name" dir="auto">
          {title}
        </span>
        <CoverageRing coverage={covered} label={told} />
      </button>
    </li>
  );
}

function PlaceRow({ place, name }: { place: Place; name: string }) {
  const current = useIsCurrent(place);
  return (
    <li>
      <button
        type="button"
        className="row"
        aria-current={current || undefined}
        onClick={() => showPlace(place)}
      >
        <span className="name">{name}</span>
      </button>
    </li>
  );
}

/** Lists that have entries, and the way to all of them. */
function ListRows() {
  const lists = useSettled(({ project }) => project && gatheredLists(project));
  const language = useSettled(({ project }) => project?.settings.language ?? 'en');
  const words = publicationWords(language);
  return lists
    ?.filter(({ items }) => items.length > 0)
    .map(({ list, items }) => (
      <PlaceRow
        key={list.id}
        place={{ kind: 'list', id: list.id }}
        name={en.outline.list(listName(list, words), items.length)}
      />
    ));
}

function WorksRow() {
  const count = useSettled((state) => state.project?.references.length ?? 0);
  return (
    <li>
      <button type="button" className="row" onClick={() => app.set({ dialog: { kind: 'works' } })}>
        <span className="name">{en.outline.works(count)}</span>
      </button>
    </li>
  );
}
