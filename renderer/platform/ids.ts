import { randomIds } from '../../core/document/id.ts';

/** New ids for letters, passages, points and blocks. */
export const newId = randomIds((bytes) => crypto.getRandomValues(bytes));
