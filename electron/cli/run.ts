import { annotate } from './annotate.ts';
import { parseCommand } from './arguments.ts';
import { check } from './check.ts';
import { exportProject } from './export.ts';
import { HELP } from './help.ts';
import { importLetters } from './import.ts';
import { locateSelectors } from './locate.ts';
import { reply } from './reply.ts';
import { version } from './version.ts';
import { UsageError, type ExitStatus, type Terminal } from './terminal.ts';

/** @param argv The arguments after the program's name. Rejects only where the program itself is at fault. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  try {
    const command = parseCommand(argv);
    switch (command.verb) {
      case 'help':
        terminal.write(HELP);
        return 0;
      case 'version':
        terminal.write(`${await version()}\n`);
        return 0;
      case 'import':
        return await importLetters(command.options, terminal);
      case 'reply':
        return await reply(command.options, terminal);
      case 'export':
        return await exportProject(command.options, terminal);
      case 'check':
        return await check(command.options, terminal);
      case 'locate':
        return await locateSelectors(command.options, terminal);
      case 'annotate':
        return await annotate(command.options, terminal);
    }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.say(error.message);
    if (argv.length === 0) terminal.say(`\n${HELP}`);
    return 2;
  }
}
