/** The program without a window, in plain Node: `pamphleteer import|reply|export|check`. */
import { run } from './run.ts';

process.exitCode = await run(process.argv.slice(2), {
  write: (result) => process.stdout.write(result),
  say: (words) => process.stderr.write(`${words}\n`),
});
