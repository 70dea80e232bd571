/** The main process's side of the press: starts its process when it is first needed, and again if it ended. */
import { join } from 'node:path';
import { utilityProcess, type UtilityProcess } from 'electron';
import type { Project } from '../../core/document/project.ts';
import type { AnnotationChoices, ExportKind, PreviewPages } from '../../core/ipc/contract.ts';
import { en } from '../../core/messages/en.ts';
import type { ExportedFile, Pictures, PressAnswer, PressOrder } from './press-messages.ts';

interface Waiting {
  resolve(value: PreviewPages | ExportedFile | undefined): void;
  reject(error: Error): void;
}

/** Milliseconds; a typesetter can't be interrupted, so one that takes longer is ended and begun anew. */
const LONGEST = 180_000;

export class Press {
  #process: UtilityProcess | undefined;
  #waiting = new Map<number, Waiting>();
  #count = 0;
  #previewing = false;

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
    choices?: AnnotationChoices,
  ): Promise<ExportedFile> {
    const order = { type: 'export', kind, project, pictures, choices } as const;
    return (await this.#ask((id) => ({ ...order, id }))) as ExportedFile;
  }

  stop(): void {
    this.#process?.kill();
  }

  #ask(order: (id: number) => PressOrder): Promise<PreviewPages | ExportedFile | undefined> {
    const id = ++this.#count;
    return new Promise((resolve, reject) => {
      const limit = setTimeout(() => this.#process?.kill(), LONGEST);
      const settled =
        <V>(settle: (value: V) => void) =>
        (value: V) => {
          clearTimeout(limit);
          settle(value);
        };
      this.#waiting.set(id, { resolve: settled(resolve), reject: settled(reject) });
      this.#send(order(id));
    });
  }

  #send(order: PressOrder): void {
    this.#process ??= this.#start();
    this.#process.postMessage(order);
  }

  #start(): UtilityProcess {
    const started = utilityProcess.fork(join(import.meta.dirname, 'pdf-process.js'), [], {
      serviceName: 'press',
    });
    started.on('message', (message: PressAnswer) => {
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message.ok) waiting?.resolve(message.value);
      else waiting?.reject(new Error(message.message));
    });
    started.once('exit', () => {
      if (this.#process !== started) return;
      this.#process = undefined;
      this.#previewing = false;
      for (const { reject } of this.#waiting.values()) reject(new Error(en.preview.failed));
      this.#waiting.clear();
    });
    return started;
  }
}
