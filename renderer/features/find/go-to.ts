/** Brings a place before the writer's eyes, and puts the caret there when she leaves the bar. */
import { changeMap } from '../../../core/document/find.ts';
import type { Project } from '../../../core/document/project.ts';
import { placeOfComment } from '../../../core/derived/comments.ts';
import type { FieldRef } from '../../../core/find/fields.ts';
import type { FindPlace } from '../../../core/find/places.ts';
import { partOfKey } from '../../../core/text/parts.ts';
import type { FoundPlace } from '../../platform/find-orders.ts';
import { searchableOf } from '../../state/find.ts';
import { commentById, goToComment } from '../../state/comments.ts';
import { putCaret, showLetter, showPane, showPassage, showPlace } from '../../state/navigation.ts';
import { openDetails } from '../../state/point-details.ts';
import { app, type Place } from '../../state/store.ts';
import { rangesIn } from '../../ui/block-dom.ts';

/** Milliseconds in which a text should have been drawn. */
const LONGEST_WAIT = 3000;

/** Where in the pamphlet it is; undefined for what stands elsewhere. */
function placeIn(place: FindPlace): Place | undefined {
  if ('text' in place) {
    const { text } = place;
    switch (text.of) {
      case 'introduction':
      case 'conclusion':
        return { kind: text.of };
      case 'lead':
        return { kind: 'section', id: text.id };
      case 'answer':
        return { kind: 'point', id: text.id };
      case 'change': {
        const { project } = app.get();
        const point = project && changeMap(project).get(text.id)?.point;
        return point ? { kind: 'point', id: point.id } : undefined;
      }
      case 'letter':
        return undefined;
    }
  }
  const { field } = place;
  switch (field.of) {
    case 'section-title':
    case 'section-topic':
      return { kind: 'section', id: field.id };
    case 'point-title':
    case 'point-note':
    case 'point-tags':
      return { kind: 'point', id: field.id };
    default:
      return undefined;
  }
}

/** The passage whose private words a field holds. */
function passageOf(place: FindPlace): string | undefined {
  if ('text' in place) return undefined;
  const { field } = place;
  return field.of === 'passage-note' || field.of === 'passage-tags' || field.of === 'waived-reason'
    ? field.id
    : undefined;
}

/** The comment that a field is of. */
function commentOf(place: FindPlace): string | undefined {
  if ('text' in place) return undefined;
  const { field } = place;
  return field.of === 'comment' ? field.id : field.of === 'reply' ? field.comment : undefined;
}

/** Brings what a comment is about before the writer's eyes. */
function showCommented(project: Project, id: string): void {
  const comment = commentById(project, id);
  const about = comment && placeOfComment(project, comment.about);
  if (about?.kind === 'highlight') return showPassage(about.id);
  const to =
    about?.kind === 'point'
      ? ({ kind: 'point', id: about.id } as const)
      : about?.kind === 'text' && placeIn({ text: about.ref });
  if (to) showPlace(to);
}

let looking = 0;

/** Calls `act` with what `find` finds as soon as it does; not when something else was asked for meanwhile. */
function whenDrawn<E>(find: () => E | null | undefined, act: (element: E) => void): void {
  cancelAnimationFrame(looking);
  const until = performance.now() + LONGEST_WAIT;
  const look = (): void => {
    const element = find();
    if (element) act(element);
    else if (performance.now() < until) looking = requestAnimationFrame(look);
  };
  looking = requestAnimationFrame(look);
}

const partElement = (view: string, found: FoundPlace): HTMLElement | null => {
  const { block, note } = partOfKey(found.part);
  return (
    document.querySelector<HTMLElement>(`${view} [data-block="${CSS.escape(block)}"]`) ??
    (note === undefined ? null : document.querySelector<HTMLElement>(`[data-note="${CSS.escape(note)}"]`))
  );
};

/** Scrolls so that the words are in view; elsewhere nothing moves. */
export function showFound(project: Project, found: FoundPlace): void {
  const text = searchableOf(project, found.key);
  if (!text) return;
  const { place } = text;
  if ('text' in place && place.text.of === 'letter') {
    const { block } = partOfKey(found.part);
    return showLetter(place.text.id, {
      start: { block, offset: found.from },
      end: { block, offset: found.to },
    });
  }
  const passage = passageOf(place);
  if (passage !== undefined) return showPassage(passage);
  const comment = commentOf(place);
  if (comment !== undefined) return showCommented(project, comment);
  const to = placeIn(place);
  if (!to) return;
  showPane('answer');
  app.set({ place: to, turnedFrom: null, reveal: { place: to } });
  if (!('text' in place)) return;
  whenDrawn(
    () => partElement('.answer-scroll .own-text', found),
    (block) => {
      // The pane has gone to the place's beginning with this frame.
      requestAnimationFrame(() => {
        const view = block.closest('.answer-scroll');
        const [range] = rangesIn(block, [found]);
        const box = (range ?? block).getBoundingClientRect();
        const bounds = view?.getBoundingClientRect();
        if (!view || !bounds) return;
        if (box.top < bounds.top + 20 || box.bottom > bounds.bottom - 40)
          view.scrollTop += box.top - bounds.top - bounds.height / 2;
      });
    },
  );
}

/** Where words are written that stand nowhere in the panes. */
const DIALOG_OF: Partial<Record<FieldRef['of'], 'title-page' | 'works' | 'lists' | 'answer-types'>> = {
  front: 'title-page',
  work: 'works',
  'list-name': 'lists',
  'list-label': 'lists',
  'answer-type': 'answer-types',
};

/** Puts the focus there, the words selected. */
export function enterFound(project: Project, found: FoundPlace): void {
  const text = searchableOf(project, found.key);
  if (!text) return;
  const { place } = text;
  const { block } = partOfKey(found.part);
  if ('text' in place) {
    if (place.text.of !== 'letter') {
      putCaret(place.text, {
        anchor: { block, offset: found.from },
        focus: { block, offset: found.to },
      });
      return;
    }
    showFound(project, found);
    return whenDrawn(
      () => partElement('.letter-scroll', found),
      (element) => {
        element.closest<HTMLElement>('.letter-scroll')?.focus({ preventScroll: true });
        const [range] = rangesIn(element, [found]);
        const selection = getSelection();
        selection?.removeAllRanges();
        if (range) selection?.addRange(range);
      },
    );
  }
  const { field } = place;
  const dialog = DIALOG_OF[field.of];
  if (dialog) return app.set({ dialog: { kind: dialog } });
  const comment = commentOf(place);
  if (comment !== undefined) return goToComment(comment);
  if (field.of === 'point-note' || field.of === 'point-tags') return openDetails(field.id);
  showFound(project, found);
  const [title, holder] =
    field.of === 'point-title'
      ? ['.point-title', `point:${field.id}`]
      : field.of === 'section-title'
        ? ['.part-title', `section:${field.id}`]
        : [];
  if (!title) return;
  whenDrawn(
    () =>
      document.querySelector<HTMLTextAreaElement>(
        `.answer-scroll [data-place="${CSS.escape(holder ?? '')}"] :is(textarea, input)${title}`,
      ),
    (input) => {
      input.focus();
      input.setSelectionRange(found.from, found.to);
    },
  );
}
