/** The main process's side of the press: starts its process when it is first needed, and again if it ended. */
import type { Project } from '../../core/document/project.ts';
import type { ExportChoices, ExportKind, PreviewPages } from '../../core/ipc/contract.ts';
import { en } from '../../core/messages/en.ts';
import type { ExportedFile, Pictures, PressAnswer, PressOrder } from './press-messages.ts';

/** The process in which pages are set: Electron's in the app. */
export interface PressProcess {
  postMessage(order: PressOrder): void;
  on(event: 'message', listener: (answer: PressAnswer) => void): unknown;
  once(event: 'exit', listener: () => void): unknown;
}

export interface PressHost<P extends PressProcess = PressProcess> {
  start(): P;
  /** Ends it whatever it is doing, for a typesetter can't be interrupted. */
  kill(process: P): void;
  /** Bytes that it holds in memory, all that isn't JavaScript's included; undefined while that isn't known. */
  memory(process: P): number | undefined;
  readonly limits: PressLimits;
}

export interface PressLimits {
  /** Milliseconds that an order may take, those before it included. */
  readonly longest: number;
  /** Bytes. */
  readonly most: number;
  /** Milliseconds between two looks at the memory. */
  readonly look: number;
}

interface Waiting {
  resolve(value: PreviewPages | ExportedFile | undefined): void;
  reject(error: Error): void;
}

export class Press<P extends PressProcess = PressProcess> {
  readonly #host: PressHost<P>;
  #process: P | undefined;
  #waiting = new Map<number, Waiting>();
  #count = 0;
  #previewing = false;
  #looking: ReturnType<typeof setInterval> | undefined;

  constructor(host: PressHost<P>) {
    this.#host = host;
  }

  /** Begins a preview of this project. */
  open(project: Project, pictures: Pictures): void {
    this.#previewing = true;
    this.#send({ type: 'project', project, pictures });
  }

  /** Keeps the previewed project up to date; nothing when there is none. @param operations as JSON */
  apply(operations: string): void {
    if (this.#previewing) this.#send({ type: 'operations', operations });
  }

  addPicture(id: string, bytes: Uint8Array): void {
    if (this.#previewing) this.#send({ type: 'picture', id, bytes });
  }

  close(): void {
    if (this.#previewing) this.#send({ type: 'close' });
    this.#previewing = false;
  }

  /** Whether there is a project to set: not after the process has ended, until {@link open}. */
  get previewing(): boolean {
    return this.#previewing;
  }

  /** The pages as they are now; undefined when a newer call overtook this one. Rejects with words for a writer. */
  async preview(): Promise<PreviewPages | undefined> {
    return (await this.#ask((id) => ({ type: 'preview', id }))) as PreviewPages | undefined;
  }

  /** A finished file. Rejects with words for a writer. */
  async export(
    kind: ExportKind,
    project: Project,
    pictures: Pictures,
    choices?: ExportChoices,
  ): Promise<ExportedFile> {
    const order = { type: 'export', kind, project, pictures, choices } as const;
    return (await this.#ask((id) => ({ ...order, id }))) as ExportedFile;
  }

  stop(): void {
    this.#end(en.preview.ended);
  }

  #ask(order: (id: number) => PressOrder): Promise<PreviewPages | ExportedFile | undefined> {
    const id = ++this.#count;
    const { longest } = this.#host.limits;
    return new Promise((resolve, reject) => {
      const limit = setTimeout(() => this.#end(en.preview.tooLong(longest / 60_000)), longest);
      const settled =
        <V>(settle: (value: V) => void) =>
        (value: V) => {
          clearTimeout(limit);
          this.#waiting.delete(id);
          if (this.#waiting.size === 0) this.#rest();
          settle(value);
        };
      this.#waiting.set(id, { resolve: settled(resolve), reject: settled(reject) });
      this.#send(order(id));
      this.#watch();
    });
  }

  #send(order: PressOrder): void {
    this.#process ??= this.#start();
    this.#process.postMessage(order);
  }

  /** Gives up the process, and tells all who wait. */
  #end(reason: string): void {
    const ended = this.#process;
    this.#process = undefined;
    this.#previewing = false;
    if (ended) this.#host.kill(ended);
    for (const { reject } of [...this.#waiting.values()]) reject(new Error(reason));
  }

  /** Looks at the memory as long as there is something to wait for. */
  #watch(): void {
    const { limits } = this.#host;
    this.#looking ??= setInterval(() => {
      const held = this.#process && this.#host.memory(this.#process);
      if (held !== undefined && held > limits.most) this.#end(en.preview.tooMuch);
    }, limits.look);
  }

  #rest(): void {
    clearInterval(this.#looking);
    this.#looking = undefined;
  }

  #start(): P {
    const started = this.#host.start();
    started.on('message', (message: PressAnswer) => {
      const waiting = this.#waiting.get(message.id);
      if (message.ok) waiting?.resolve(message.value);
      else waiting?.reject(new Error(message.message));
    });
    started.once('exit', () => {
      if (this.#process === started) this.#end(en.preview.ended);
    });
    return started;
  }
}
