/** Child processes: run a program to its end, with its output shown or collected. */
import { spawn, type SpawnOptions } from 'node:child_process';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

export interface Finished {
  /** The exit status; 1 where a signal ended the process. */
  readonly status: number;
  /** Standard output and error together; empty where they were shown. */
  readonly output: string;
}

/** Runs `command` with its output on this terminal. Rejects only where it can't be started. */
export function show(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<Finished> {
  return finish(command, args, { ...options, stdio: 'inherit' });
}

/** Runs `command` and collects what it prints. Rejects only where it can't be started. */
export function collect(
  command: string,
  args: readonly string[],
  options: SpawnOptions = {},
): Promise<Finished> {
  return finish(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** The path of a script inside an installed package, to be run by this Node: no shell, no `.cmd` files. */
export function packageScript(path: string): string {
  const name = path
    .split('/')
    .slice(0, path.startsWith('@') ? 2 : 1)
    .join('/');
  return require.resolve(`${name}/package.json`).replace(/package\.json$/, path.slice(name.length + 1));
}

function finish(command: string, args: readonly string[], options: SpawnOptions): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, options);
    const chunks: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status: status ?? 1, output: Buffer.concat(chunks).toString() }));
  });
}
