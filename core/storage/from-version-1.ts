/** What changed between versions 1 and 2 of the format, besides fields that may be absent. */
import type { Migration } from './migrate.ts';

export const fromVersion1: Migration = (raw) => raw;
