/** A finished rebuttal taken in: its quotations are found in the letters and become points. */
import type { MissingDecision } from '../../core/import/draft/part-reader.ts';
import type { Draft } from '../../core/import/draft/read-draft.ts';
import { ownTexts } from '../../core/document/find.ts';
import type { Highlight } from '../../core/document/letter.ts';
import { en } from '../../core/messages/en.ts';
import { addAssets, addSection, insert, set } from '../../core/operations/edits.ts';
import type { Operation } from '../../core/operations/operation.ts';
import type { FrontMatter, Project, Section } from '../../core/document/project.ts';
import type { ChosenFile } from '../../core/ipc/contract.ts';
import { bridge } from '../platform/bridge.ts';
import type { DraftReply } from '../platform/search-orders.ts';
import { replyInLetters } from '../platform/search-worker-client.ts';
import { atLeisure, keepPictures } from './arrivals.ts';
import { edit } from './edit.ts';
import { say } from './messages.ts';
import { readDraftFile } from './reading.ts';
import { whileSearching } from './searching.ts';
import { app, openProjectState } from './store.ts';

/** A draft that has been read, with what was found of it in the letters; nothing is changed yet. */
export interface DraftReview {
  /** The letters that it was looked for in. */
  readonly letters: Project['letters'];
  readonly draft: Draft;
  readonly reply: DraftReply;
}

/** On the quotations that weren't found, by their place among them. */
export type DraftDecisions = ReadonlyMap<number, MissingDecision>;

export async function takeDraftFromFile(): Promise<void> {
  const file = await bridge.chooseFile('draft');
  if (file?.ok) await takeDraft(file.value);
  else if (file) say(file.failure.message, { tone: 'error' });
}

export async function takeDraftFromClipboard(): Promise<void> {
  const { html, text } = await bridge.readClipboard();
  const rich = html.trim() !== '' && !text.includes('\n> ');
  if ((rich ? html : text).trim() === '') return say(en.files.emptyClipboard, { tone: 'warning' });
  await takeDraft({
    name: rich ? 'draft.html' : 'draft.md',
    bytes: new TextEncoder().encode(rich ? html : text),
  });
}

async function takeDraft(file: ChosenFile): Promise<void> {
  if (openProjectState().letters.length === 0) return say(en.draft.noLetters, { tone: 'warning' });
  const [read] = (await readDraftFile(file)) ?? [];
  if (!read) return;
  if (!read.ok) return say(read.failure.message, { tone: 'error' });
  await review(read.draft);
}

/** Looks for the draft's quotations and shows what was found. */
async function review(draft: Draft): Promise<void> {
  const { id, letters } = openProjectState();
  const reply = await whileSearching(en.draft.looking, () => replyOf(draft));
  if (!reply) return;
  await atLeisure();
  const now = app.get().project;
  if (now?.id !== id) return;
  if (now.letters !== letters) return review(draft);
  app.set({ dialog: { kind: 'draft', review: { letters, draft, reply } } });
}

function replyOf(draft: Draft, decisions?: DraftDecisions): Promise<DraftReply> {
  const project = openProjectState();
  return replyInLetters({
    letters: project.letters,
    draft,
    references: project.references,
    projectId: project.id,
    language: project.settings.language,
    categories: project.categories.map(({ name }) => name),
    taken: idsOf(project),
    ...(decisions ? { decisions } : {}),
  });
}

function idsOf(project: Project): ReadonlySet<string> {
  return new Set([
    ...project.sections.flatMap((section) => [section.id, ...section.points.map(({ id }) => id)]),
    ...ownTexts(project).flatMap(({ text }) => text.map(({ id }) => id)),
  ]);
}

/** Puts what the draft gave behind what is there, as one step; fields of the title page only where they are empty. */
export async function putDraft({ draft, letters }: DraftReview, decisions: DraftDecisions): Promise<void> {
  const { id } = openProjectState();
  const assets = await keepPictures({ imported: draft });
  const reply = await whileSearching(en.draft.looking, () => replyOf(draft, decisions));
  const project = app.get().project;
  if (!reply || project?.id !== id) return;
  // What was decided was about the letters as they were.
  if (project.letters !== letters) return review(draft);
  const { project: made } = reply;
  const operations: Operation[] = [...addAssets(project, assets)];
  const marked = markedAlready(project, made.highlights);
  made.highlights
    .filter(({ id }) => !marked.has(id))
    .forEach((highlight, i) => {
      const category = project.categories[0]?.id ?? '';
      operations.push(
        insert<'highlights'>({ of: 'highlights' }, project.highlights.length + i, { ...highlight, category }),
      );
    });
  for (const text of ['introduction', 'conclusion'] as const) {
    if (made[text].length === 0) continue;
    const index = project[text].length;
    operations.push({ type: 'splice', text: { of: text }, index, removed: [], inserted: made[text] });
  }
  made.sections.forEach((section, i) => {
    operations.push(...addSection(project, quotingOf(section, marked), project.sections.length + i));
  });
  for (const field of Object.keys(made.front) as (keyof FrontMatter)[]) {
    if (project.front[field] === '') operations.push(...set({ of: 'front' }, field, '', made.front[field]));
  }
  const [first] = made.sections;
  const place = first ? ({ kind: 'section', id: first.id } as const) : null;
  edit(operations, { label: en.edits.draft, after: { place, highlight: null, text: undefined } });
  if (place) app.set({ reveal: { place } });
}

/** Passages that the writer has marked before exactly so: the id of each made anew, with the id that it has. */
function markedAlready(project: Project, made: readonly Highlight[]): ReadonlyMap<string, string> {
  const keyOf = ({ letter, ranges }: Highlight) => `${letter} ${JSON.stringify(ranges)}`;
  const known = new Map(project.highlights.map((highlight) => [keyOf(highlight), highlight.id]));
  return new Map(
    made.flatMap((highlight) => {
      const id = known.get(keyOf(highlight));
      return id === undefined ? [] : [[highlight.id, id] as const];
    }),
  );
}

function quotingOf(section: Section, instead: ReadonlyMap<string, string>): Section {
  return {
    ...section,
    points: section.points.map((point) => ({
      ...point,
      quotations: point.quotations.map((quotation) => ({
        ...quotation,
        highlight: instead.get(quotation.highlight) ?? quotation.highlight,
      })),
    })),
  };
}
