/** Tells whether a process that left a note of itself still runs, though its number may have been given anew. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { uptime } from 'node:os';

export interface ProcessIdentity {
  readonly pid: number;
  /** When it was started, in the system's own terms; absent where the system isn't asked (Windows). */
  readonly start?: string;
  /** When this was noted; milliseconds since 1970. */
  readonly noted: number;
}

/** Field 22 of proc(5)'s stat, with the boot that it counts from. A process that is dead but unburied has none. */
function startOnLinux(pid: number): string | undefined {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return undefined;
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return `${boot}/${fields[19]}`;
}

function processStart(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') return startOnLinux(pid);
    if (process.platform === 'win32') return undefined;
    const words = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      timeout: 2000,
    });
    return words.trim() === '' ? undefined : words.trim();
  } catch {
    return undefined;
  }
}

export function ownIdentity(): ProcessIdentity {
  const start = processStart(process.pid);
  return { pid: process.pid, ...(start === undefined ? {} : { start }), noted: Date.now() };
}

function exists(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

export function isRunning({ pid, start, noted }: ProcessIdentity): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || !exists(pid)) return false;
  if (start !== undefined) return processStart(pid) === start;
  return noted > Date.now() - uptime() * 1000;
}
