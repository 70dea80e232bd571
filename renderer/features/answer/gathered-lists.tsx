/** The named lists, gathered where the writer wants them: each entry leads to where it stands. */
import { crossReferenceText } from '../../../core/derived/cross-reference.ts';
import { gatheredLists, listName, type Gathered, type GatheredList } from '../../../core/derived/lists.ts';
import type { TextRef } from '../../../core/document/find.ts';
import type { Project } from '../../../core/document/project.ts';
import { publicationWords } from '../../../core/export/words.ts';
import { en } from '../../../core/messages/en.ts';
import { blockText } from '../../../core/text/canonical.ts';
import { putCaret } from '../../state/navigation.ts';
import { useSettled } from '../../state/settled.ts';
import { app } from '../../state/store.ts';

interface Props {
  readonly at: Gathered['at'];
  /** Those that stand after this one, and what is nested in it. */
  readonly section?: string;
}

export function GatheredLists({ at, section }: Props) {
  const lists = useSettled(({ project }) => project && gatheredLists(project));
  return lists
    ?.filter(
      ({ items, withdrawn, gathered }) =>
        items.length + withdrawn.length > 0 &&
        gathered.at === at &&
        (gathered.at !== 'section' || gathered.last === section),
    )
    .map((gathered) => <GatheredListView key={gathered.list.id} {...gathered} />);
}

function GatheredListView({ list, items, withdrawn }: GatheredList) {
  const project = useSettled((state) => state.project);
  if (!project) return null;
  const words = publicationWords(project.settings.language);
  const title = listName(list, words);
  return (
    <section className="matter" data-place={`list:${list.id}`} aria-label={title}>
      <div className="part-line">
        <h2 className="matter-title">{title}</h2>
        <button type="button" className="list-edit" onClick={() => app.set({ dialog: { kind: 'lists' } })}>
          {en.commands.lists}
        </button>
      </div>
      <ol className="entry-list">
        {items.map(({ ref, block, entry }) => (
          <li key={block.id}>
            <button
              type="button"
              onClick={() => {
                const start = { block: block.id, offset: 0 };
                putCaret(ref, { anchor: start, focus: start });
              }}
            >
              <span className="number">{entry.code}</span>
              <span className="words" dir="auto">
                {blockText(block)} <span className="from">{from(project, ref)}</span>
              </span>
            </button>
          </li>
        ))}
      </ol>
      {withdrawn.length > 0 && (
        <p className="withdrawn">{words.withdrawn.replace('{codes}', () => withdrawn.join(', '))}</p>
      )}
    </section>
  );
}

/** "from point 4", in the document's language. */
function from(project: Project, ref: TextRef): string {
  const words = publicationWords(project.settings.language);
  return words.from.replace('{place}', () => {
    switch (ref.of) {
      case 'answer':
        return crossReferenceText(project, { kind: 'point', id: ref.id }, words).text;
      case 'lead':
        return crossReferenceText(project, { kind: 'section', id: ref.id }, words).text;
      case 'introduction':
        return words.introduction;
      default:
        return words.conclusion;
    }
  });
}
