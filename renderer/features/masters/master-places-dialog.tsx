/** The passages of all letters, to be ticked where a master response answers them. */
import { useMemo, useState } from 'react';
import { numbering } from '../../../core/derived/numbering.ts';
import { highlightStates } from '../../../core/derived/usage.ts';
import { highlightMap } from '../../../core/document/find.ts';
import type { Project } from '../../../core/document/project.ts';
import { en } from '../../../core/messages/en.ts';
import { rankChoices } from '../../editor/rank-choices.ts';
import { answerPlacesBy, withdraw } from '../../state/masters.ts';
import { useApp } from '../../state/store.ts';
import { TagLine } from '../../ui/tag-line.tsx';
import { Modal } from '../../ui/modal.tsx';

/** More than these are counted, not listed. */
const LISTED = 100;

interface Props {
  /** The master response. */
  readonly point: string;
  onClose(): void;
}

export function MasterPlacesDialog({ point, onClose }: Props) {
  const project = useApp((state) => state.project);
  const [query, setQuery] = useState('');
  const [onlyOpen, setOnlyOpen] = useState(false);
  /** Those that were ticked when the dialog came: a box that is unticked doesn't go from under the pointer. */
  const [before] = useState(() => new Set(project ? answeredBy(project, point) : []));
  const passages = useMemo(() => (project ? passagesOf(project) : []), [project]);
  const found = useMemo(() => {
    if (!project) return [];
    const states = highlightStates(project);
    const wanted = onlyOpen
      ? passages.filter(({ id }) => states.get(id) === 'open' || before.has(id))
      : passages;
    const ranked = rankChoices(wanted, query);
    return query.trim() === ''
      ? [...ranked].sort((a, b) => Number(before.has(b.id)) - Number(before.has(a.id)))
      : ranked;
  }, [project, passages, onlyOpen, query, before]);
  if (!project) return null;
  const code = numbering(project).pointCodes.get(point) ?? '';
  const quoted = new Set(quotedBy(project, point));
  return (
    <Modal
      title={en.masters.placesTitle(code)}
      hint={en.masters.placesHint}
      onClose={onClose}
      footer={
        <button type="button" className="primary" onClick={onClose}>
          {en.masters.done}
        </button>
      }
    >
      <div className="master-places">
        <div className="find-row">
          <input
            type="search"
            value={query}
            placeholder={en.masters.findPassage}
            aria-label={en.masters.findPassage}
            onChange={(event) => setQuery(event.target.value)}
          />
          <label className="check">
            <input
              type="checkbox"
              checked={onlyOpen}
              onChange={(event) => setOnlyOpen(event.target.checked)}
            />
            <span>{en.masters.onlyOpen}</span>
          </label>
        </div>
        <ul>
          {found.slice(0, LISTED).map(({ id, label, detail, tags, named }) => (
            <li key={id}>
              <label className="check">
                <input
                  type="checkbox"
                  checked={quoted.has(id) || named.includes(point)}
                  // What it quotes, it answers.
                  disabled={quoted.has(id)}
                  onChange={(event) => {
                    const place = { kind: 'passage', id } as const;
                    if (event.target.checked) answerPlacesBy({ places: [place] }, point, true);
                    else withdraw(place, point);
                  }}
                />
                <span className="code">{label}</span>
                <span className="words" dir="auto">
                  {detail}
                </span>
                <TagLine tags={tags} />
              </label>
            </li>
          ))}
        </ul>
        <p className="hint" role="status">
          {found.length === 0
            ? en.masters.noPassages
            : found.length > LISTED
              ? en.masters.more(found.length - LISTED)
              : en.masters.all(found.length)}
        </p>
      </div>
    </Modal>
  );
}

const pointOf = (project: Project, id: string) =>
  project.sections.flatMap(({ points }) => points).find((point) => point.id === id);

const quotedBy = (project: Project, id: string): readonly string[] =>
  pointOf(project, id)?.quotations.map(({ highlight }) => highlight) ?? [];

const answeredBy = (project: Project, id: string): readonly string[] => [
  ...quotedBy(project, id),
  ...project.highlights.filter(({ seeMaster }) => seeMaster?.includes(id)).map((highlight) => highlight.id),
];

/** In the order of the letters, found by code, words, category and tags. */
function passagesOf(project: Project) {
  const highlights = highlightMap(project);
  const categories = new Map(project.categories.map(({ id, name }) => [id, name]));
  return [...numbering(project).passageCodes].flatMap(([id, label]) => {
    const highlight = highlights.get(id);
    if (!highlight) return [];
    const { quote, category, tags = [], seeMaster: named = [] } = highlight;
    const words = [categories.get(category) ?? '', ...tags].join(' ');
    return [{ id, label, detail: quote, words, tags, named }];
  });
}
