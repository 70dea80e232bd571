/** A finished rebuttal taken in: its quotations are found in the letters and become points. */
import type { Draft } from '../../core/import/draft/read-draft.ts';
import { replyFromDraft, type Reply } from '../../core/import/draft/reply.ts';
import { en } from '../../core/messages/en.ts';
import { addSection, insert, set } from '../../core/operations/edits.ts';
import type { Operation } from '../../core/operations/operation.ts';
import type { FrontMatter } from '../../core/document/project.ts';
import type { ChosenFile } from '../../core/ipc/contract.ts';
import { bridge } from '../platform/bridge.ts';
import { chooseLetters } from '../platform/chosen-files.ts';
import { newId } from '../platform/ids.ts';
import { edit } from './edit.ts';
import { say } from './messages.ts';
import { readDraftFile } from './reading.ts';
import { app, openProjectState } from './store.ts';

export async function takeDraftFromFile(): Promise<void> {
  const [file] = await chooseLetters();
  if (file) await takeDraft(file);
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
  const { letters } = openProjectState();
  if (letters.length === 0) return say(en.draft.noLetters, { tone: 'warning' });
  const [read] = (await readDraftFile(file)) ?? [];
  if (!read) return;
  if (!read.ok) return say(read.failure.message, { tone: 'error' });
  app.set({ dialog: { kind: 'draft', reply: replyOf(read.draft) } });
}

function replyOf(draft: Draft): Reply {
  const project = openProjectState();
  return replyFromDraft({
    letters: project.letters,
    draft,
    references: project.references,
    assets: project.assets,
    projectId: project.id,
    language: project.settings.language,
    categories: project.categories.map(({ name }) => name),
    ids: newId,
  });
}

/** Puts what the draft gave behind what is there, as one step; fields of the title page only where they are empty. */
export function putReply({ project: made }: Reply): void {
  const project = openProjectState();
  const category = project.categories[0]?.id ?? '';
  const operations: Operation[] = [];
  made.highlights.forEach((highlight, i) => {
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
    operations.push(...addSection(project, section, project.sections.length + i));
  });
  for (const field of Object.keys(made.front) as (keyof FrontMatter)[]) {
    if (project.front[field] === '') operations.push(...set({ of: 'front' }, field, '', made.front[field]));
  }
  edit(operations, { label: en.edits.draft, after: { place: null, text: undefined } });
}
