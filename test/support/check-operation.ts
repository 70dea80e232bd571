/** The one way in which operations are tested (rules O2 to O5 of core/SPEC.md). */
import { deepStrictEqual } from 'node:assert/strict';
import type { Project } from '../../core/document/project.ts';
import { applyOperation } from '../../core/operations/apply.ts';
import { invertOperation, type Operation } from '../../core/operations/operation.ts';

/** Freezes a value of plain JSON at every depth. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}

const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/**
 * Applies the operation; holds it to be undone exactly by its inverse, to be the same after a way through JSON, and
 * to change neither itself nor the project that it's applied to.
 *
 * @returns the project after the operation.
 */
export function checkOperation(project: Project, operation: Operation): Project {
  deepFreeze(project);
  deepFreeze(operation);
  const after = applyOperation(project, operation);

  const inverse = invertOperation(operation);
  deepStrictEqual(applyOperation(after, inverse), project, 'undone');
  deepStrictEqual(invertOperation(inverse), operation, 'inverted twice');

  const replayed = applyOperation(throughJson(project), throughJson(operation));
  deepStrictEqual(replayed, throughJson(after), 'replayed');
  deepStrictEqual(throughJson(after), after, 'plain JSON');
  return after;
}
