/** Replacing what was found: the place that the writer is at, or all of them in one step. Letters keep their words. */
import { replaceFound, type FoundWords } from '../../core/find/replace.ts';
import type { Project } from '../../core/document/project.ts';
import { en } from '../../core/messages/en.ts';
import type { FoundPlace } from '../platform/find-orders.ts';
import { find } from '../platform/find-worker-client.ts';
import { closeEdit, edit } from './edit.ts';
import { keysIn, look, lookAnew, lookBeyond, searchableOf, stepFound, textsOf, useFind } from './find.ts';
import { say } from './messages.ts';
import { settle } from './settled.ts';
import { app, openProjectState } from './store.ts';

/** Whether the words of a place may be replaced. */
export function isReplaceable({ key }: FoundPlace): boolean {
  return !key.startsWith('letter:');
}

const replacementNow = () => {
  const { replacement, query, keepCase } = useFind.getState();
  return { text: replacement, pattern: query.pattern, keepCase };
};

/** Looks once more, in the project as it is, for the places and what is put there; undefined where that fails. */
function placesToReplace(
  project: Project,
  keys: readonly string[],
): Promise<readonly FoundPlace[] | undefined> {
  const { query } = useFind.getState();
  const found: FoundPlace[] = [];
  return new Promise((resolve) =>
    find(
      {
        texts: textsOf(project),
        keys,
        query,
        language: project.settings.language,
        limit: Infinity,
        replacement: replacementNow(),
      },
      {
        onFound: (more) => void found.push(...more),
        onEnd: ({ end }) => resolve(end === 'done' ? found : undefined),
      },
    ),
  );
}

function wordsAt(project: Project, places: readonly FoundPlace[]): readonly FoundWords[] {
  return places.flatMap(({ key, part, from, to, words }) => {
    const text = searchableOf(project, key);
    return text && words !== undefined ? [{ place: text.place, part, from, to, words }] : [];
  });
}

/** Replaces the place that the writer is at, and goes to the next one. */
export async function replaceCurrent(): Promise<void> {
  settle();
  const project = openProjectState();
  const { found, at } = useFind.getState();
  const place = found[at];
  if (!place) return;
  if (!isReplaceable(place)) {
    say(en.findText.leftLetters(1));
    return stepFound(1);
  }
  const now = await placesToReplace(project, [place.key]);
  const same = now?.find(
    ({ part, from, to }) => part === place.part && from === place.from && to === place.to,
  );
  if (!same || app.get().project !== project) return look();
  const { operations, left } = replaceFound(project, wordsAt(project, [same]));
  if (left.atom > 0) say(en.findText.leftAtoms(1));
  if (left.cells > 0) say(en.findText.leftCells(1));
  if (operations.length === 0) return stepFound(1);
  closeEdit();
  edit(operations, { label: en.edits.replace });
  closeEdit();
  lookBeyond(place, same.words?.length ?? 0);
}

/** Replaces every place in one step, and tells how many there were and what was left. */
export async function replaceAll(): Promise<void> {
  settle();
  const project = openProjectState();
  const keys = keysIn(project);
  const places = await placesToReplace(project, keys);
  if (!places || app.get().project !== project) return look();
  const { operations, count, left } = replaceFound(project, wordsAt(project, places));
  closeEdit();
  edit(operations, { label: en.edits.replaceAll });
  closeEdit();
  const told = [
    en.findText.replaced(count),
    ...(left.letters > 0 ? [en.findText.leftLetters(left.letters)] : []),
    ...(left.atom > 0 ? [en.findText.leftAtoms(left.atom)] : []),
    ...(left.cells > 0 ? [en.findText.leftCells(left.cells)] : []),
  ];
  say(told.join(' '));
  lookAnew();
}
