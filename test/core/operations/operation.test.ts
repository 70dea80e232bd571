import { deepStrictEqual } from 'node:assert/strict';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { emptyProject } from '../../../core/document/project.ts';
import { applyOperations, applyOperation, OperationMismatch } from '../../../core/operations/apply.ts';
import { invertOperations, type Operation } from '../../../core/operations/operation.ts';
import { checkProject } from '../../../core/storage/invariants.ts';
import { projects } from '../../support/arbitraries.ts';
import { operationsFrom, operationSeeds, workedOn } from '../../support/arbitrary-operations.ts';
import { checkOperation } from '../../support/check-operation.ts';

/** A busy machine isn't a fault. */
vi.setConfig({ testTimeout: 60_000 });

describe('operations', () => {
  it('are undone exactly, whatever the project (O2 to O5)', () => {
    fc.assert(
      fc.property(projects, operationSeeds, (project, seed) => {
        let current = project;
        for (const operation of operationsFrom(project, seed)) current = checkOperation(current, operation);
      }),
      { numRuns: 200 },
    );
  });

  it('in a row, inverted in reverse, give the project as it was (O6)', () => {
    fc.assert(
      fc.property(projects, fc.array(operationSeeds, { maxLength: 20 }), (project, seeds) => {
        const worked = workedOn(project, seeds);
        deepStrictEqual(applyOperations(worked.project, invertOperations(worked.batches.flat())), project);
      }),
      { numRuns: 150 },
    );
  });

  it('made by the app keep every invariant', () => {
    fc.assert(
      fc.property(projects, fc.array(operationSeeds, { maxLength: 20 }), (project, seeds) => {
        expect(checkProject(workedOn(project, seeds).project).problems).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it('of all five kinds come up in these tests', () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(projects, operationSeeds, (project, seed) => {
        for (const { type } of operationsFrom(project, seed)) kinds.add(type);
      }),
      // Few seeds find a thing that nothing leads to, and so can be taken out.
      { numRuns: 500 },
    );
    expect([...kinds].sort()).toEqual(['insert', 'move', 'remove', 'set', 'splice']);
  });
});

describe('an operation that does not fit', () => {
  const project = emptyProject('p', 'en', ['Claim']);
  const category = { id: 'category-1', name: 'Claim', style: 1 } as const;
  const cases: Record<string, Operation> = {
    'inserts past the end of a list': {
      type: 'insert',
      list: { of: 'categories' },
      index: 2,
      item: category,
    },
    'removes another thing than it says': {
      type: 'remove',
      list: { of: 'categories' },
      index: 0,
      item: { ...category, id: 'category-2' },
    },
    'moves between lists of different kinds': {
      type: 'move',
      from: { of: 'categories' },
      fromIndex: 0,
      to: { of: 'letters' },
      toIndex: 0,
    },
    'sets a field of nothing': {
      type: 'set',
      target: { of: 'letter', id: 'l' },
      field: 'code',
      before: 'A1',
      after: 'A2',
    },
    'replaces blocks that are not there': {
      type: 'splice',
      text: { of: 'introduction' },
      index: 0,
      removed: [{ id: 'b', type: 'rule' }],
      inserted: [],
    },
  };
  it.each(Object.entries(cases))('throws when it %s (O7)', (_, operation) => {
    expect(() => applyOperation(project, operation)).toThrow(OperationMismatch);
  });
});
