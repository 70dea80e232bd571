/** What goes between the main process and the one that makes publications. */
import type { Project } from '../../core/document/project.ts';
import type { ExportChoices, ExportKind, PreviewPages } from '../../core/ipc/contract.ts';

/** Pictures by asset id. */
export type Pictures = readonly (readonly [id: string, bytes: Uint8Array])[];

export type PressOrder =
  /** The project that is previewed from now on. */
  | { readonly type: 'project'; readonly project: Project; readonly pictures: Pictures }
  | { readonly type: 'operations'; readonly operations: string }
  | { readonly type: 'picture'; readonly id: string; readonly bytes: Uint8Array }
  | { readonly type: 'close' }
  | { readonly type: 'preview'; readonly id: number }
  | {
      readonly type: 'export';
      readonly id: number;
      readonly kind: ExportKind;
      readonly project: Project;
      readonly pictures: Pictures;
      readonly choices: ExportChoices | undefined;
    };

export interface ExportedFile {
  readonly bytes: Uint8Array;
  /** In a writer's words. */
  readonly warnings: readonly string[];
}

export type PressAnswer =
  | { readonly id: number; readonly ok: true; readonly value: PreviewPages | ExportedFile }
  /** A newer preview was asked for before this one was begun. */
  | { readonly id: number; readonly ok: true; readonly value: undefined }
  | { readonly id: number; readonly ok: false; readonly message: string };
