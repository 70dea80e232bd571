/** What is known of a point besides its words, in one line under its title; a click opens its details. */
import { Popover } from 'radix-ui';
import { MessageSquareText, StickyNote, Tag } from 'lucide-react';
import { wordCounts } from '../../../core/derived/word-count.ts';
import type { Point } from '../../../core/document/project.ts';
import { en } from '../../../core/messages/en.ts';
import { commentOn, useCommentAt } from '../../state/comments.ts';
import { closeDetails, openDetails, useDetails } from '../../state/point-details.ts';
import { useSettled } from '../../state/settled.ts';
import { LengthBar } from '../../ui/length-bar.tsx';
import { PointDetails } from './point-details.tsx';

interface Props {
  readonly point: Point;
  readonly number: string;
}

export function PointLine({ point, number }: Props) {
  const { id, status, tags, target, note } = point;
  const open = useDetails((state) => state.point === id);
  const comments = useSettled(({ project }) => openComments(project?.comments, id));
  const bare = status === 'draft' && !tags && target === undefined && note.trim() === '';
  if (bare && comments === 0 && !open) return null;
  return (
    <Popover.Root open={open} onOpenChange={(shown) => (shown ? openDetails(id) : closeDetails())}>
      <div className="point-line" data-comments-of={id}>
        {(!bare || open) && (
          <Popover.Trigger asChild>
            <button type="button" className="point-facts" title={en.review.details.open(number)}>
              {status !== 'draft' && <span className="badge">{en.answer.statuses[status]}</span>}
              {tags && (
                <span className="facts-tags">
                  <Tag aria-hidden />
                  {tags.map((tag) => (
                    <span key={tag} dir="auto" className="fact-tag">
                      {tag}
                    </span>
                  ))}
                </span>
              )}
              {target !== undefined && <Length id={id} target={target} />}
              {note.trim() !== '' && (
                <span className="facts-note">
                  <StickyNote aria-hidden />
                  <span dir="auto">{note}</span>
                </span>
              )}
              {bare && en.review.details.open(number)}
            </button>
          </Popover.Trigger>
        )}
        {comments > 0 && (
          <button
            type="button"
            className="point-comments"
            aria-label={en.review.details.comments(comments)}
            title={en.review.details.comments(comments)}
            onClick={() => showFirst(id)}
          >
            <MessageSquareText aria-hidden /> {comments}
          </button>
        )}
      </div>
      {open && <PointDetails point={point} number={number} />}
    </Popover.Root>
  );
}

type Comments = NonNullable<ReturnType<typeof useSettled.getState>['project']>['comments'];

function openComments(comments: Comments, point: string): number {
  return (
    comments?.filter(({ about, resolved }) => !resolved && about.kind === 'point' && about.id === point)
      .length ?? 0
  );
}

function showFirst(point: string): void {
  const comment = useSettled
    .getState()
    .project?.comments?.find(
      ({ about, resolved }) => !resolved && about.kind === 'point' && about.id === point,
    );
  if (comment) useCommentAt.setState({ at: { id: comment.id }, back: null });
  else commentOn({ kind: 'point', id: point });
}

function Length({ id, target }: { readonly id: string; readonly target: number }) {
  const count = useSettled(({ project }) => (project && wordCounts(project).points.get(id)) ?? 0);
  return <LengthBar words={count} target={target} />;
}
