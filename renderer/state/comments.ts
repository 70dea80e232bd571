/** What the writer does with comments. */
import { create } from 'zustand';
import { ownBlocks, placeOfComment } from '../../core/derived/comments.ts';
import { highlightsByLetter, inReadingOrder } from '../../core/derived/passages.ts';
import type { Comment, CommentSubject, TextSpot } from '../../core/document/comment.ts';
import { ownTexts, pointMap, textOf } from '../../core/document/find.ts';
import type { Project } from '../../core/document/project.ts';
import { en } from '../../core/messages/en.ts';
import { insert, set } from '../../core/operations/edits.ts';
import { blockText, comparePositions, rangeByBlock } from '../../core/text/canonical.ts';
import { readAuthor } from '../platform/author.ts';
import { newId } from '../platform/ids.ts';
import { edit } from './edit.ts';
import { say } from './messages.ts';
import { putCaret, showPassage, showPlace } from './navigation.ts';
import { app, openProjectState, type TextSelection } from './store.ts';
import type { TextRef } from '../../core/document/find.ts';

interface CommentAt {
  /** The comment that is open beside what it is about, or what a new one will be about. */
  readonly at: { readonly id: string } | { readonly about: CommentSubject } | null;
  /** Where the caret goes when it is closed. */
  readonly back: { readonly ref: TextRef; readonly selection: TextSelection } | null;
}

export const useCommentAt = create<CommentAt>()(() => ({ at: null, back: null }));

/** @param returns whether the caret goes back to the words that it is about */
export function closeComment(returns: boolean): void {
  const { back } = useCommentAt.getState();
  useCommentAt.setState({ at: null, back: null });
  if (back && returns) putCaret(back.ref, back.selection);
}

/** What a new comment is about: the selected words, else those around the caret, the passage or the point. */
export function subjectHere(from: 'letter' | 'answer'): CommentSubject | undefined {
  const { project, textSelection, highlight, place } = app.get();
  if (!project) return undefined;
  if (from === 'letter' && highlight) return { kind: 'highlight', id: highlight };
  if (textSelection && textSelection.ref.of !== 'letter') {
    const spots = spotsOf(project, textSelection.ref, textSelection.selection);
    if (spots.length > 0) return { kind: 'text', spots };
  }
  if (place?.kind === 'point') return { kind: 'point', id: place.id };
  return highlight ? { kind: 'highlight', id: highlight } : undefined;
}

function spotsOf(project: Project, ref: TextRef, { anchor, focus }: TextSelection): readonly TextSpot[] {
  const text = textOf(project, ref) ?? [];
  const [start, end] = comparePositions(text, anchor, focus) <= 0 ? [anchor, focus] : [focus, anchor];
  return rangeByBlock(text, { start, end }).map(({ block, from, to }) => ({
    block: block.id,
    from,
    to,
    quote: blockText(block).slice(from, to),
  }));
}

/** Begins a comment beside what it is about. */
export function beginComment(from: 'letter' | 'answer'): void {
  const about = subjectHere(from);
  const { textSelection } = app.get();
  if (!about) return say(en.review.comments.nothingHere);
  const back = from === 'answer' && textSelection ? textSelection : null;
  useCommentAt.setState({ at: { about }, back });
}

/** Begins a comment on a point or a passage. */
export function commentOn(about: CommentSubject): void {
  useCommentAt.setState({ at: { about }, back: null });
}

const said = (text: string) => ({
  id: newId(),
  author: readAuthor(),
  date: new Date().toISOString(),
  text: text.trim(),
});

export function addComment(about: CommentSubject, text: string): string {
  const comment: Comment = { ...said(text), about };
  const index = openProjectState().comments?.length ?? 0;
  edit([insert<'comments'>({ of: 'comments' }, index, comment)], { label: en.edits.addComment });
  return comment.id;
}

export function commentById(project: Project, id: string): Comment | undefined {
  return project.comments?.find((comment) => comment.id === id);
}

export function replyTo(id: string, text: string): void {
  const before = commentById(openProjectState(), id)?.replies;
  edit(set({ of: 'comment', id }, 'replies', before, [...(before ?? []), said(text)]), {
    label: en.edits.replyComment,
  });
}

export function setResolved(id: string, resolved: boolean): void {
  const before = commentById(openProjectState(), id)?.resolved;
  edit(set({ of: 'comment', id }, 'resolved', before, resolved ? true : undefined), {
    label: resolved ? en.edits.resolveComment : en.edits.reopenComment,
  });
}

export function setCommentText(id: string, text: string): void {
  const before = commentById(openProjectState(), id)?.text;
  edit(set({ of: 'comment', id }, 'text', before, text), {
    label: en.edits.editComment,
    group: `comment:${id}`,
  });
}

export function removeComment(id: string): void {
  const { comments = [] } = openProjectState();
  const index = comments.findIndex((comment) => comment.id === id);
  const item = comments[index];
  if (item) {
    edit([{ type: 'remove', list: { of: 'comments' }, index, item }], { label: en.edits.removeComment });
  }
}

/** Shows a comment beside what it is about, which comes into view. */
export function goToComment(id: string): void {
  const { project } = app.get();
  const comment = project && commentById(project, id);
  if (!comment) return;
  const place = placeOfComment(project, comment.about);
  let back: CommentAt['back'] = null;
  switch (place.kind) {
    case 'point':
      showPlace(place as { kind: 'point'; id: string });
      break;
    case 'highlight':
      showPassage(place.id);
      break;
    case 'text': {
      const [first] = place.spots;
      const last = place.spots.at(-1);
      if (first && last) {
        const selection = {
          anchor: { block: first.block, offset: first.from },
          focus: { block: last.block, offset: last.to },
        };
        putCaret(place.ref, selection);
        back = { ref: place.ref, selection };
      }
      break;
    }
    case 'gone':
      break;
  }
  useCommentAt.setState({ at: { id }, back });
}

/** All comments in the order of the pamphlet, those on passages behind, by letter; last what is about nothing any more. */
export function commentsInOrder(project: Project): readonly Comment[] {
  const { comments = [] } = project;
  if (comments.length < 2) return comments;
  const order = new Map<string, number>();
  let count = 0;
  const blocks = ownBlocks(project);
  const points = [...pointMap(project).keys()];
  for (const { ref, text } of ownTexts(project)) {
    if (ref.of === 'answer') order.set(`point ${ref.id}`, count++);
    for (const { id } of text) if (blocks.has(id)) order.set(`text ${id}`, count++);
  }
  points.forEach((id) => order.set(`point ${id}`, order.get(`point ${id}`) ?? count++));
  const byLetter = highlightsByLetter(project.highlights);
  for (const { id, blocks: text } of project.letters)
    for (const highlight of inReadingOrder(text, byLetter.get(id) ?? []))
      order.set(`highlight ${highlight.id}`, count++);
  const rank = ({ about }: Comment): readonly [number, number] =>
    about.kind === 'text'
      ? [order.get(`text ${about.spots[0]?.block}`) ?? Infinity, about.spots[0]?.from ?? 0]
      : [order.get(`${about.kind} ${about.id}`) ?? Infinity, 0];
  return comments.toSorted((a, b) => {
    const [left, right] = [rank(a), rank(b)];
    return left[0] === right[0] ? left[1] - right[1] : left[0] < right[0] ? -1 : 1;
  });
}

export function stepToComment(by: 1 | -1): void {
  const { project } = app.get();
  const { at } = useCommentAt.getState();
  const open = project ? commentsInOrder(project).filter(({ resolved }) => !resolved) : [];
  if (open.length === 0) return say(en.review.comments.noNext);
  const here = at && 'id' in at ? open.findIndex(({ id }) => id === at.id) : -1;
  const start = here < 0 && by < 0 ? open.length : here;
  const next = open[(start + by + open.length) % open.length];
  if (next) goToComment(next.id);
}
