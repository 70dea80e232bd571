/**
 * The system libraries and tools that a fresh Linux machine lacks. As root on Debian and its kin they are installed;
 * elsewhere a sentence says what to install. Nothing to do on other systems.
 *
 * `npx tsx build/runtime/debian.ts [run|test|package]` does it by itself.
 */
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { collect, show } from './child.ts';
import { lacksDisplay } from './launch.ts';
import { speak } from './speak.ts';

/** What the machine is to do: open a window, run the tests, or make packages. */
export type Purpose = 'run' | 'test' | 'package';

interface Need {
  /** Debian's package. */
  readonly name: string;
  readonly present: (libraries: string) => boolean;
}

const library = (name: string, file: string): Need => ({ name, present: (list) => list.includes(file) });
const tool = (name: string, command: string): Need => ({ name, present: () => onPath(command) });

const window: Need[] = [
  library('libgtk-3-0', 'libgtk-3.so.0'),
  library('libnss3', 'libnss3.so'),
  library('libasound2', 'libasound.so.2'),
  library('libgbm1', 'libgbm.so.1'),
  library('libxss1', 'libXss.so.1'),
  library('libatk-bridge2.0-0', 'libatk-bridge-2.0.so.0'),
  library('libdrm2', 'libdrm.so.2'),
  { name: 'fonts-dejavu-core', present: () => hasFonts('/usr/share/fonts') },
];
const display: Need[] = [tool('xvfb', 'Xvfb'), tool('xauth', 'xauth')];
const archives: Need[] = [tool('p7zip-full', '7za')];
const pages: Need[] = [tool('poppler-utils', 'pdftoppm')];

const needs: Record<Purpose, Need[]> = {
  run: window,
  test: [...window, ...display, ...archives, ...pages],
  package: archives,
};

/** Makes sure that all is there for `purpose`; throws a message for the person at the terminal where it can't. */
export async function ensureLibraries(purpose: Purpose): Promise<void> {
  if (process.platform !== 'linux') return;
  const wanted = purpose === 'run' && lacksDisplay() ? [...needs.run, ...display] : needs[purpose];
  const libraries = await collect('/sbin/ldconfig', ['-p']).then(
    ({ output }) => output,
    () => '',
  );
  const missing = wanted.filter((need) => !need.present(libraries)).map(({ name }) => name);
  if (missing.length === 0) return;

  if (!onPath('apt-get')) {
    throw new Error(
      `This needs what Debian calls ${missing.join(', ')}: install it with your package manager.`,
    );
  }
  if (process.getuid?.() !== 0) {
    throw new Error(
      `Missing system packages; install them with\n  sudo apt-get install -y ${missing.join(' ')}`,
    );
  }
  console.error(`Installing ${missing.join(', ')} …`);
  await apt(['update', '-qq']);
  await apt([
    'install',
    '-y',
    '-qq',
    '--no-install-recommends',
    ...(await Promise.all(missing.map(currentName))),
  ]);
}

/** Since 2024 some libraries bear the suffix t64 on Debian's kin, and not all of them answer to the old name. */
async function currentName(name: string): Promise<string> {
  const { status } = await collect('apt-cache', ['show', `${name}t64`]);
  return status === 0 ? `${name}t64` : name;
}

async function apt(args: string[]): Promise<void> {
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { status } = await show('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], { env: environment });
  if (status !== 0) throw new Error(`apt-get ${args[0]} failed with status ${status}.`);
}

function onPath(command: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, command)));
}

function hasFonts(folder: string): boolean {
  return (
    existsSync(folder) &&
    readdirSync(folder, { recursive: true }).some((name) => /\.(ttf|otf|ttc)$/i.test(String(name)))
  );
}

if (process.argv[1] === import.meta.filename) {
  await speak(async () => {
    await ensureLibraries((process.argv[2] ?? 'run') as Purpose);
    return 0;
  });
}
