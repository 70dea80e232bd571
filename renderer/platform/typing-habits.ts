/** What typing does beside writing letters, as the writer wants it on this computer, whatever she writes. */
export interface TypingHabits {
  /** Typed quotation marks, dashes and spaces become those of the language. */
  readonly marks: boolean;
  /** Typed addresses become links. */
  readonly links: boolean;
  /** Signs of Markdown become what they stand for. */
  readonly signs: boolean;
}

export const ALL_HABITS: TypingHabits = { marks: true, links: true, signs: true };

const KEY = 'typing';

export function readTypingHabits(): TypingHabits {
  try {
    const known = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<TypingHabits>;
    return { marks: known.marks !== false, links: known.links !== false, signs: known.signs !== false };
  } catch {
    return ALL_HABITS;
  }
}

export function rememberTypingHabits(habits: TypingHabits): void {
  localStorage.setItem(KEY, JSON.stringify(habits));
}
