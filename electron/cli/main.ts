/** The program without a window, in plain Node: `pamphleteer import|reply|export|check`. */
import { run } from './run.ts';

// Whoever reads the results may stop before the end, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await run(process.argv.slice(2), {
  write: (result) => process.stdout.write(result),
  say: (words) => process.stderr.write(`${words}\n`),
});
