/** `import`: letters, normalised. */
import type { LetterKind } from '../../core/document/letter.ts';
import { emptyProject } from '../../core/document/project.ts';
import { canonicalText } from '../../core/text/canonical.ts';
import { exportHtml } from '../export/html.ts';
import { put, readBytes, type NamedBytes } from './files.ts';
import { readLetters, type ReadLetters } from './letters.ts';
import { json, UsageError, type ExitStatus, type Terminal } from './terminal.ts';

export const LETTER_FORMS = ['json', 'html', 'text'] as const;
export type LetterForm = (typeof LETTER_FORMS)[number];

export interface ImportOptions {
  readonly files: readonly string[];
  readonly to: LetterForm;
  /** Of all of them, whatever the files say; else what each says. */
  readonly kind?: LetterKind;
  readonly output?: string;
  readonly language: string;
}

/** One file that can't be read doesn't keep the others out: it is named, and the status is 2. */
export async function importLetters(options: ImportOptions, terminal: Terminal): Promise<ExitStatus> {
  let bad = 0;
  const refuse = (message: string) => {
    bad++;
    terminal.say(message);
  };
  const files: NamedBytes[] = [];
  for (const path of options.files) {
    try {
      files.push(await readBytes(path));
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      refuse(error.message);
    }
  }
  const read = await readLetters(files, options, terminal, (name, message) =>
    refuse(message.includes(name) ? message : `${name}: ${message}`),
  );
  if (bad > 0 && options.files.length > 1)
    terminal.say(`${bad} of ${options.files.length} files couldn’t be read; the others were.`);
  if (read.letters.length === 0) return 2;
  await write(read, options, terminal);
  return bad > 0 ? 2 : 0;
}

async function write(
  { letters, assets, binaries }: ReadLetters,
  options: ImportOptions,
  terminal: Terminal,
): Promise<void> {
  switch (options.to) {
    case 'json':
      await put(options.output, json({ letters }), terminal);
      return;
    case 'text': {
      const texts = letters.map(({ blocks }) => `${canonicalText(blocks)}\n`);
      await put(options.output, texts.join('\f'), terminal);
      return;
    }
    case 'html': {
      const [first] = letters;
      const empty = emptyProject('letters', first?.language ?? options.language, []);
      const front = { ...empty.front, title: letters.length === 1 ? (first?.item.title ?? '') : '' };
      const pictures = new Map(assets.flatMap(({ id }) => pictureEntry(id, binaries)));
      const page = await exportHtml({ ...empty, front, letters, assets }, pictures);
      await put(options.output, page, terminal);
      return;
    }
  }
}

function pictureEntry(
  id: string,
  binaries: ReadonlyMap<string, Uint8Array>,
): readonly (readonly [string, Uint8Array])[] {
  const bytes = binaries.get(`assets/${id}`);
  return bytes ? [[id, bytes]] : [];
}
