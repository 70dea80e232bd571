/** The press as the main process sees it, with real processes in place of Electron's. */
import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyProject } from '../../../core/document/project.ts';
import { en } from '../../../core/messages/en.ts';
import type { PressAnswer, PressOrder } from '../../../electron/pdf/press-messages.ts';
import { Press, type PressLimits, type PressProcess } from '../../../electron/pdf/press.ts';

const project = emptyProject('p', 'en', []);

/** Sets pages at once; loops without end, fills memory or ends, as the project's title asks. */
const SETTER = `
const kept = [];
let title = '';
process.on('message', (order) => {
  if (order.type === 'project') title = order.project.front.title;
  if (order.type === 'export') title = order.project.front.title;
  if (order.id === undefined) return;
  if (title === 'end') process.exit(7);
  if (title === 'loop') for (;;) {}
  if (title === 'fill') {
    const more = () => {
      kept.push(Buffer.alloc(8 * 1024 * 1024, 1));
      process.send({ held: process.memoryUsage().rss });
      setTimeout(more, 5);
    };
    return more();
  }
  process.send({ id: order.id, ok: true, value: { pages: 1, bytes: [], warnings: [title] } });
});
`;

class Child implements PressProcess {
  readonly process: ChildProcess;
  /** Bytes that the process told; what Electron tells of the app's. */
  held: number | undefined;

  constructor(script: string) {
    this.process = fork(script, { execArgv: [] });
    this.process.on('message', ({ held }: { held?: number }) => (this.held = held ?? this.held));
  }
  postMessage(order: PressOrder) {
    this.process.send(order);
  }
  on(_: 'message', listener: Parameters<PressProcess['on']>[1]) {
    this.process.on('message', listener as (message: unknown) => void);
  }
  once(_: 'exit', listener: () => void) {
    this.process.once('exit', listener);
  }
  kill() {
    this.process.kill('SIGKILL');
  }
}

let folder: string;
let children: Child[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pamphleteer-press-'));
  children = [];
  writeFileSync(join(folder, 'setter.cjs'), SETTER);
});
afterEach(() => {
  for (const child of children) child.kill();
  rmSync(folder, { recursive: true, force: true });
});

const ample: PressLimits = { longest: 20_000, most: Infinity, look: 20 };

function pressWith(limits: PressLimits, memory: (child: Child) => number | undefined = () => 0) {
  return new Press<Child>({
    start: () => {
      const child = new Child(join(folder, 'setter.cjs'));
      children.push(child);
      return child;
    },
    kill: (child) => child.kill(),
    memory,
    limits,
  });
}

const titled = (title: string) => ({ ...project, front: { ...project.front, title } });

async function works(press: Press<Child>): Promise<void> {
  press.open(titled('sound'), []);
  expect(await press.preview()).toMatchObject({ pages: 1 });
  expect(await press.export('pdf', titled('sound'), [])).toMatchObject({ warnings: ['sound'] });
}

describe('the press', () => {
  it('ends a typesetter that takes too long, says so to all who wait, and begins anew', async () => {
    const limits = { ...ample, longest: 400 };
    const press = pressWith(limits);
    press.open(titled('loop'), []);
    const both = await Promise.allSettled([press.preview(), press.export('pdf', titled('loop'), [])]);
    for (const { status, reason } of both as PromiseRejectedResult[]) {
      expect(status).toBe('rejected');
      expect((reason as Error).message).toBe(en.preview.tooLong(400 / 60_000));
    }
    expect(press.previewing).toBe(false);
    await expect.poll(() => children[0]?.process.signalCode).toBe('SIGKILL');
    limits.longest = ample.longest;
    await works(press);
  });

  it('ends one that takes more memory than it may, and begins anew', async () => {
    const press = pressWith({ ...ample, most: 256 * 1024 * 1024 }, ({ held }) => held);
    await expect(press.export('pdf', titled('fill'), [])).rejects.toThrow(en.preview.tooMuch);
    await works(press);
    expect(children).toHaveLength(2);
  });

  it('says that one has ended by itself, and begins anew', async () => {
    const press = pressWith(ample);
    press.open(titled('end'), []);
    await expect(press.preview()).rejects.toThrow(en.preview.ended);
    expect(press.previewing).toBe(false);
    await works(press);
  });

  it('watches only while somebody waits', async () => {
    vi.useFakeTimers();
    try {
      let answer: (message: PressAnswer) => void = () => {};
      const still: PressProcess = {
        postMessage: () => {},
        on: (_, listener) => (answer = listener),
        once: () => {},
      };
      const press = new Press({ start: () => still, kill: () => {}, memory: () => 0, limits: ample });
      const exported = press.export('pdf', project, []);
      expect(vi.getTimerCount()).toBe(2);
      answer({ id: 1, ok: true, value: { bytes: new Uint8Array(), warnings: [] } });
      await exported;
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });
});
