/** `import`: letters, normalised. */
import { emptyProject } from '../../core/document/project.ts';
import { canonicalText } from '../../core/text/canonical.ts';
import { exportHtml } from '../export/html.ts';
import { put, readBytes } from './files.ts';
import { readLetters } from './letters.ts';
import { json, type ExitStatus, type Terminal } from './terminal.ts';

export const LETTER_FORMS = ['json', 'html', 'text'] as const;
export type LetterForm = (typeof LETTER_FORMS)[number];

export interface ImportOptions {
  readonly files: readonly string[];
  readonly to: LetterForm;
  readonly output?: string;
  readonly language: string;
}

export async function importLetters(options: ImportOptions, terminal: Terminal): Promise<ExitStatus> {
  const files = await Promise.all(options.files.map(readBytes));
  const { letters, assets, binaries } = await readLetters(files, options.language, terminal);
  switch (options.to) {
    case 'json':
      await put(options.output, json({ letters }), terminal);
      return 0;
    case 'text': {
      const texts = letters.map(({ blocks }) => `${canonicalText(blocks)}\n`);
      await put(options.output, texts.join('\f'), terminal);
      return 0;
    }
    case 'html': {
      const [first] = letters;
      const empty = emptyProject('letters', first?.language ?? options.language, []);
      const front = { ...empty.front, title: letters.length === 1 ? (first?.item.title ?? '') : '' };
      const pictures = new Map(assets.flatMap(({ id }) => pictureEntry(id, binaries)));
      const page = await exportHtml({ ...empty, front, letters, assets }, pictures);
      await put(options.output, page, terminal);
      return 0;
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
