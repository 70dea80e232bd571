/** Checks of what windows say: shapes of all arguments, and who may say it. */
import { z } from 'zod';
import { COMMANDS, type CommandId } from '../../core/ipc/commands.ts';
import { EXPORT_KINDS, type MainCalls } from '../../core/ipc/contract.ts';
import type { Project } from '../../core/document/project.ts';
import { assetSchema as asset } from '../../core/storage/schema.ts';
import { isBinaryPath, letterOfPath, PROJECT_PATH } from '../../core/storage/paths.ts';

const LONGEST = 512 * 1024 * 1024;

const bytes = z.instanceof(Uint8Array).refine((value) => value.byteLength <= LONGEST);
const size = z.number().int().min(0).max(LONGEST);
const piece = z.object({ at: size, of: size });
const words = z.string().max(10_000);
const id = z.string().regex(/^[a-z0-9-]{1,64}$/i);
const command = z.enum(Object.keys(COMMANDS) as [CommandId, ...CommandId[]]);

/**
 * Projects come whole from the window's model; what is published or stored from them is checked where it is used
 * (print data, HTML, the reading of files), so their outline is enough here.
 */
const project = z.custom<Project>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    ['letters', 'highlights', 'sections', 'introduction', 'conclusion', 'references', 'assets'].every(
      (list) => Array.isArray((value as Record<string, unknown>)[list]),
    ),
);
const binaryPath = z.string().refine(isBinaryPath);
const entryPath = z.string().refine((path) => path === PROJECT_PATH || letterOfPath(path) !== undefined);
const commands = z.array(command).max(200);

export const ARGUMENTS = {
  start: z.tuple([]),
  beginProject: z.tuple([project]),
  openProject: z.tuple([]),
  openRecent: z.tuple([id]),
  openSample: z.tuple([]),
  openBytes: z.tuple([z.object({ name: words, bytes })]),
  restore: z.tuple([id]),
  discard: z.tuple([id]),
  save: z.tuple([
    z.object({
      entries: z.array(z.object({ path: entryPath, text: z.string().max(LONGEST) })).max(10_000),
      assets: z.array(asset).max(10_000).optional(),
      title: words,
      as: z.enum(['same', 'new-name', 'autosave']),
    }),
  ]),
  journal: z.tuple([z.string().max(LONGEST), z.boolean()]),
  addBinary: z.tuple([binaryPath, bytes, piece.optional()]),
  readBinary: z.tuple([binaryPath, size]),
  saveBinary: z.tuple([binaryPath, words]),
  chooseLetters: z.tuple([]),
  chooseAnnotations: z.tuple([]),
  choosePictures: z.tuple([]),
  readChosen: z.tuple([id, size]),
  chooseFile: z.tuple([z.enum(['version', 'draft'])]),
  readClipboard: z.tuple([]),
  exportProject: z.tuple([
    z.enum(EXPORT_KINDS),
    project,
    z.object({ withNotes: z.boolean(), letter: id.optional(), cited: z.boolean().optional() }).optional(),
  ]),
  showExported: z.tuple([]),
  openPreview: z.tuple([project]),
  closePreview: z.tuple([]),
  preview: z.tuple([]),
  openLink: z.tuple([z.string().max(8000)]),
  setMenu: z.tuple([
    z.object({
      disabled: commands,
      checked: z.partialRecord(command, z.boolean()),
      labels: z.partialRecord(command, z.string().max(200)),
    }),
  ]),
  setDocumentState: z.tuple([z.object({ title: words, edited: z.boolean() })]),
  closeNow: z.tuple([]),
  askToSave: z.tuple([words]),
  confirm: z.tuple([z.object({ message: words, detail: words, confirm: words })]),
  perform: z.tuple([command]),
} satisfies Record<keyof MainCalls, z.ZodType>;

/** The arguments if they have the shape of the call's, else undefined. */
export function checkArguments(
  name: keyof MainCalls,
  values: readonly unknown[],
): readonly unknown[] | undefined {
  const checked = ARGUMENTS[name].safeParse(values);
  return checked.success ? (checked.data as readonly unknown[]) : undefined;
}
