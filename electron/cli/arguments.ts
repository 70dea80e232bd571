/** The command line as one of the commands, or a complaint. */
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { LETTER_KINDS } from '../../core/document/letter.ts';
import { PAPERS } from '../../core/document/project.ts';
import type { AnnotateOptions } from './annotate.ts';
import type { CheckOptions } from './check.ts';
import { EXPORT_FORMS, type ExportOptions } from './export.ts';
import { LETTER_FORMS, type ImportOptions } from './import.ts';
import type { LocateOptions } from './locate.ts';
import type { ReplyOptions } from './reply.ts';
import { UsageError } from './terminal.ts';

export type Command =
  | { readonly verb: 'help' }
  | { readonly verb: 'version' }
  | { readonly verb: 'import'; readonly options: ImportOptions }
  | { readonly verb: 'reply'; readonly options: ReplyOptions }
  | { readonly verb: 'export'; readonly options: ExportOptions }
  | { readonly verb: 'check'; readonly options: CheckOptions }
  | { readonly verb: 'locate'; readonly options: LocateOptions }
  | { readonly verb: 'annotate'; readonly options: AnnotateOptions };

const OUTPUT = { output: { type: 'string', short: 'o' } } as const;
const LANGUAGE = { language: { type: 'string', default: 'en' } } as const;
const JSON_RESULT = { json: { type: 'boolean', default: false } } as const;
const HELP = { help: { type: 'boolean', short: 'h', default: false } } as const;

/** @throws {UsageError} for anything but a well-formed command. */
export function parseCommand(argv: readonly string[]): Command {
  const [verb, ...args] = argv;
  if (verb === undefined)
    throw new UsageError('Say what to do: import, reply, export, check, locate or annotate.');
  if (verb === '--help' || verb === '-h' || verb === 'help') return { verb: 'help' };
  if (verb === '--version' || verb === '-V' || verb === 'version') return { verb: 'version' };
  const parse = parsers[verb];
  if (!parse)
    throw new UsageError(
      `There is no command “${verb}”; there are import, reply, export, check, locate and annotate.`,
    );
  return args.includes('--help') || args.includes('-h') ? { verb: 'help' } : parse(args);
}

function parsed<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** A value that is one of a few. */
function oneOf<T extends string>(option: string, allowed: readonly T[], value: string): T {
  const known = allowed.find((each) => each === value);
  if (known === undefined) throw new UsageError(`${option} can be ${allowed.join(', ')}; not “${value}”.`);
  return known;
}

function languageTag(value: string): string {
  if (!/^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(value))
    throw new UsageError(`“${value}” is no language tag like en-GB.`);
  return value;
}

/** `--letter` takes every file up to the next option: each gets the option of its own that parseArgs wants. */
export function spread(args: readonly string[], option: string): string[] {
  const result: string[] = [];
  let within = false;
  for (const arg of args) {
    if (arg === option) {
      within = true;
      continue;
    }
    if (arg.startsWith('-') && arg !== '-') within = false;
    if (within) result.push(option);
    result.push(arg);
  }
  return result;
}

const parsers: Readonly<Record<string, (args: string[]) => Command>> = {
  import: (args) => {
    const options = {
      ...OUTPUT,
      ...LANGUAGE,
      ...HELP,
      to: { type: 'string', default: 'json' },
      kind: { type: 'string' },
    } as const;
    const { values, positionals } = parsed({ args, allowPositionals: true, options });
    if (positionals.length === 0) throw new UsageError('import wants the names of files.');
    return {
      verb: 'import',
      options: {
        files: positionals,
        to: oneOf('--to', LETTER_FORMS, values.to),
        ...(values.kind === undefined ? {} : { kind: oneOf('--kind', LETTER_KINDS, values.kind) }),
        ...(values.output === undefined ? {} : { output: values.output }),
        language: languageTag(values.language),
      },
    };
  },
  reply: (args) => {
    const options = {
      ...OUTPUT,
      ...LANGUAGE,
      ...JSON_RESULT,
      ...HELP,
      letter: { type: 'string', multiple: true },
      kind: { type: 'string' },
      draft: { type: 'string' },
      references: { type: 'string' },
    } as const;
    const { values } = parsed({ args: spread(args, '--letter'), options });
    const { letter: letters = [], draft, output, references } = values;
    if (letters.length === 0) throw new UsageError('reply wants the letters: --letter FILE…');
    if (draft === undefined) throw new UsageError('reply wants the draft: --draft FILE');
    if (output === undefined) throw new UsageError('reply wants to know where to write: -o OUT.pamphlet');
    if (output === '-' && values.json)
      throw new UsageError('--json and -o - would both write to the standard output.');
    return {
      verb: 'reply',
      options: {
        letters,
        ...(values.kind === undefined ? {} : { kind: oneOf('--kind', LETTER_KINDS, values.kind) }),
        draft,
        output,
        ...(references === undefined ? {} : { references }),
        language: languageTag(values.language),
        json: values.json,
      },
    };
  },
  export: (args) => {
    const options = {
      ...OUTPUT,
      ...HELP,
      to: { type: 'string' },
      paper: { type: 'string' },
      'with-notes': { type: 'boolean', default: false },
      bom: { type: 'boolean', default: false },
      cited: { type: 'boolean', default: false },
    } as const;
    const { values, positionals } = parsed({ args, allowPositionals: true, options });
    const [project, ...others] = positionals;
    if (project === undefined || others.length > 0)
      throw new UsageError('export wants the name of one project.');
    if (values.to === undefined) throw new UsageError(`export wants --to ${EXPORT_FORMS.join('|')}.`);
    return {
      verb: 'export',
      options: {
        project,
        to: oneOf('--to', EXPORT_FORMS, values.to),
        withNotes: values['with-notes'],
        bom: values.bom,
        cited: values.cited,
        ...(values.paper === undefined ? {} : { paper: oneOf('--paper', PAPERS, values.paper) }),
        ...(values.output === undefined ? {} : { output: values.output }),
      },
    };
  },
  check: (args) => {
    const { values, positionals } = parsed({
      args,
      allowPositionals: true,
      options: { ...JSON_RESULT, ...HELP },
    });
    const [project, ...others] = positionals;
    if (project === undefined || others.length > 0)
      throw new UsageError('check wants the name of one project.');
    return { verb: 'check', options: { project, json: values.json } };
  },
  locate: (args) => {
    const options = {
      ...OUTPUT,
      ...HELP,
      in: { type: 'string' },
      selectors: { type: 'string' },
      letter: { type: 'string' },
    } as const;
    const { values } = parsed({ args, options });
    const { in: file, selectors, letter, output } = values;
    if (file === undefined) throw new UsageError('locate wants the text: --in FILE');
    if (selectors === undefined) throw new UsageError('locate wants the selectors: --selectors FILE.json');
    return {
      verb: 'locate',
      options: {
        file,
        selectors,
        ...(letter === undefined ? {} : { letter }),
        ...(output === undefined ? {} : { output }),
      },
    };
  },
  annotate: (args) => {
    const options = {
      ...OUTPUT,
      ...JSON_RESULT,
      ...HELP,
      letter: { type: 'string' },
      annotations: { type: 'string' },
    } as const;
    const { values, positionals } = parsed({ args, allowPositionals: true, options });
    const [project, ...others] = positionals;
    const { letter, annotations, output, json } = values;
    if (project === undefined || others.length > 0)
      throw new UsageError('annotate wants the name of one project.');
    if (letter === undefined) throw new UsageError('annotate wants the letter’s code: --letter A1');
    if (annotations === undefined)
      throw new UsageError('annotate wants the annotations: --annotations FILE.json');
    if (output === undefined) throw new UsageError('annotate wants to know where to write: -o OUT.pamphlet');
    if (output === '-' && json)
      throw new UsageError('--json and -o - would both write to the standard output.');
    return { verb: 'annotate', options: { project, letter, annotations, output, json } };
  },
};
