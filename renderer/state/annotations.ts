/** Annotations of other programs taken in as highlights: looked for first, then looked through, then put in. */
import type { Refusal } from '../../core/anchoring/annotation-rules.ts';
import type { ReadAnnotation } from '../../core/anchoring/web-annotation.ts';
import { letterById } from '../../core/document/find.ts';
import { letterOfAnnotation } from '../../core/export/annotations.ts';
import type { ChosenFile } from '../../core/ipc/contract.ts';
import { en } from '../../core/messages/en.ts';
import {
  annotatePlaced,
  highlighting,
  type Annotated,
  type PlacedAnnotation,
} from '../../core/operations/annotate-letter.ts';
import { chooseAnnotations } from '../platform/chosen-files.ts';
import { newId } from '../platform/ids.ts';
import { placeAnnotations, readAnnotationFile } from '../platform/search-worker-client.ts';
import { edit } from './edit.ts';
import { originalFile } from './originals.ts';
import { say } from './messages.ts';
import { refused } from './reading.ts';
import { whileSearching } from './searching.ts';
import { app, openProjectState } from './store.ts';

/** Annotations that have been read and looked for; nothing is changed yet. */
export interface AnnotationReview {
  readonly letter: string;
  readonly placed: readonly PlacedAnnotation[];
  readonly known: readonly PlacedAnnotation[];
  readonly unplaced: readonly ReadAnnotation[];
  readonly refused: readonly Refusal[];
}

/** Reads a file of annotations for the letter and shows what would become of each. */
export async function importAnnotations(letter: string): Promise<void> {
  const file = await chooseAnnotations();
  if (file) await takeAnnotationFile(letter, file);
}

/** The same of a file that is at hand. */
export async function takeAnnotationFile(letter: string, file: ChosenFile): Promise<void> {
  const failure = refused(file);
  if (failure || 'unread' in file)
    return say(failure?.message ?? en.annotations.couldNotRead, { tone: 'error' });
  await whileSearching(en.annotations.looking, async () => {
    const read = await readAnnotationFile(file.bytes);
    if (!read) return say(`${en.files.importFailed(file.name)} ${en.annotations.notJson}`, { tone: 'error' });
    const all = await place(letter, read.annotations);
    if (!letterById(openProjectState(), letter)) return;
    app.set({
      dialog: {
        kind: 'annotations',
        review: {
          letter,
          refused: read.refused,
          placed: all.flatMap(({ placed }) => placed),
          known: all.flatMap(({ known }) => known),
          unplaced: all.flatMap(({ unplaced }) => unplaced),
        },
      },
    });
  });
}

/** Letter by letter: an annotation goes to the letter that it says it is of, else to the one asked for. */
async function place(letter: string, annotations: readonly ReadAnnotation[]): Promise<readonly Annotated[]> {
  const project = openProjectState();
  if (!letterById(project, letter)) return [];
  const groups = new Map<string, ReadAnnotation[]>();
  for (const annotation of annotations) {
    const id = letterOfAnnotation(project, annotation) ?? letter;
    const group = groups.get(id);
    if (group) group.push(annotation);
    else groups.set(id, [annotation]);
  }
  const all: Annotated[] = [];
  for (const [id, group] of groups) {
    const page = /\.x?html?$/i.test(letterById(project, id)?.original?.name ?? '');
    const original = page ? await originalFile(id) : undefined;
    const places = await placeAnnotations(project.letters, id, group, original);
    const now = openProjectState();
    // The letter was removed or corrected while its passages were looked for.
    if (letterById(now, id)?.blocks !== letterById(project, id)?.blocks) return place(letter, annotations);
    all.push(annotatePlaced(now, id, group, places, newId));
  }
  return all;
}

/** Makes the placed annotations highlights, as one step. */
export function takeAnnotations(placed: readonly PlacedAnnotation[]): void {
  edit(highlighting(openProjectState(), placed), { label: en.edits.annotations });
  say(en.annotations.taken(placed.length));
}
