/** What the passage bar and its keys do, to a new selection or to a passage that is there. */
import type { Category } from '../../../core/document/letter.ts';
import { en } from '../../../core/messages/en.ts';
import type { TextRange } from '../../../core/text/canonical.ts';
import { commentOn } from '../../state/comments.ts';
import { referTo } from '../../state/cross-references.ts';
import { say } from '../../state/messages.ts';
import {
  answerPassage,
  answerRange,
  highlightRange,
  quotePassage,
  quoteRange,
  removePassage,
  setCategory,
} from '../../state/passages.ts';
import { askAnswer, askAnswerOfWords } from '../../state/masters.ts';
import { app } from '../../state/store.ts';

export type PassageAct =
  | {
      readonly kind:
        'answer' | 'quote' | 'note' | 'tags' | 'comment' | 'waive' | 'remove' | 'by-master' | 'refer';
    }
  | { readonly kind: 'category'; readonly category: string };

/** What is acted on: words just selected, or a passage. */
export type Target =
  | { readonly kind: 'range'; readonly letter: string; readonly range: TextRange }
  | { readonly kind: 'passage'; readonly id: string };

/** The passage's small form that is open: for its note and tags, of which one takes the focus, or for the reason. */
export type PassageForm = { readonly kind: 'note' | 'tags' | 'waive'; readonly id: string };

/** Does it; gives the form that should open next, if any. */
export function perform(act: PassageAct, target: Target): PassageForm | null {
  const isRange = target.kind === 'range';
  switch (act.kind) {
    case 'answer':
      if (isRange) answerRange(target.letter, target.range);
      else answerPassage(target.id);
      return null;
    case 'quote': {
      const quoted = isRange ? quoteRange(target.letter, target.range) : quotePassage(target.id);
      if (quoted === 'no-point') say(en.passage.quoteNowhere);
      else if (quoted !== 'quoted') say(en.passage.quotedAlready(quoted.already));
      return null;
    }
    case 'category':
      if (isRange) highlightRange(target.letter, target.range, act.category);
      else setCategory(target.id, act.category);
      return null;
    case 'note':
    case 'tags':
    case 'waive': {
      const id = isRange ? highlightRange(target.letter, target.range) : target.id;
      app.set({ highlight: id });
      return { kind: act.kind, id };
    }
    case 'comment': {
      const id = isRange ? highlightRange(target.letter, target.range) : target.id;
      app.set({ highlight: id });
      commentOn({ kind: 'highlight', id });
      return null;
    }
    case 'by-master':
      if (isRange) askAnswerOfWords(target.letter, target.range);
      else askAnswer({ places: [{ kind: 'passage', id: target.id }] });
      return null;
    case 'refer':
      // Words that aren't a passage are referred to by the paragraph that they begin in.
      referTo(
        isRange
          ? { kind: 'place', letter: target.letter, id: target.range.start.block }
          : { kind: 'passage', id: target.id },
      );
      return null;
    case 'remove':
      if (!isRange) removePassage(target.id);
      return null;
  }
}

/** The act of a key pressed while the bar is shown. */
export function actOfKey(event: KeyboardEvent, categories: readonly Category[]): PassageAct | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  switch (event.key) {
    case 'a':
    case 'A':
    case 'Enter':
      return { kind: 'answer' };
    case 'q':
    case 'Q':
      return { kind: 'quote' };
    case 'm':
    case 'M':
      return { kind: 'by-master' };
    case 'r':
    case 'R':
      return { kind: 'refer' };
    case 'n':
    case 'N':
      return { kind: 'note' };
    case 't':
    case 'T':
      return { kind: 'tags' };
    case 'c':
    case 'C':
      return { kind: 'comment' };
    case 'w':
    case 'W':
      return { kind: 'waive' };
    case 'Delete':
    case 'Backspace':
      return { kind: 'remove' };
    default: {
      const category = /^[1-6]$/.test(event.key) ? categories[Number(event.key) - 1] : undefined;
      return category && { kind: 'category', category: category.id };
    }
  }
}
