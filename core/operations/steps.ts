import type { Project } from '../document/project.ts';
import { applyOperations } from './apply.ts';
import type { Operation } from './operation.ts';

/** Edits made one after another, each on the project that the ones before it gave; together one step. */
export class Steps {
  readonly operations: Operation[] = [];
  project: Project;

  constructor(project: Project) {
    this.project = project;
  }

  /** Does what `make` says of the project as it is now. */
  add(make: (project: Project) => readonly Operation[]): this {
    const operations = make(this.project);
    if (operations.length > 0) {
      this.project = applyOperations(this.project, operations);
      this.operations.push(...operations);
    }
    return this;
  }
}
