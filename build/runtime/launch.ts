/** How Electron is started on this machine: the arguments it needs, and a display where there is none. */

export interface Command {
  readonly command: string;
  readonly args: readonly string[];
}

const linux = process.platform === 'linux';

/** Chromium's sandbox refuses to run as root, so only there it is left off. */
export function electronArguments(): string[] {
  return linux && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
}

/** True where a window needs Xvfb. */
export function lacksDisplay(): boolean {
  return linux && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
}

/** The command itself, or, on a Linux machine without a display, the command under a virtual one. */
export function withDisplay(command: string, args: readonly string[]): Command {
  if (!lacksDisplay()) return { command, args };
  return { command: 'xvfb-run', args: ['-a', '-s', '-screen 0 1600x1000x24', command, ...args] };
}
