/** All comments in the order of the pamphlet; each one click or Enter away. */
import { MessageSquareText } from 'lucide-react';
import { useMemo, useState } from 'react';
import { commentedWords } from '../../../core/derived/comments.ts';
import type { Comment } from '../../../core/document/comment.ts';
import { en } from '../../../core/messages/en.ts';
import { commentsInOrder, goToComment } from '../../state/comments.ts';
import { nameOfPlace } from '../../state/place-names.ts';
import { useSettled } from '../../state/settled.ts';
import { stepRows } from '../../ui/list-keys.ts';
import { AuthorField, dateText } from './comment-thread.tsx';
import './comments.css';

export function useOpenComments(): number {
  return useSettled(({ project }) => openIn(project?.comments));
}

const openIn = (comments: readonly Comment[] = []) => comments.filter(({ resolved }) => !resolved).length;

export function CommentsPane() {
  const project = useSettled((state) => state.project);
  const [all, setAll] = useState(false);
  const comments = useMemo(() => (project ? commentsInOrder(project) : []), [project]);
  if (!project) return null;
  const open = openIn(comments);
  const shown = all ? comments : comments.filter(({ resolved }) => !resolved);
  return (
    <section className="comments" aria-label={en.review.comments.title} onKeyDown={stepRows}>
      {comments.length > 0 && (
        <div className="comments-filter" role="group" aria-label={en.review.comments.filter}>
          {[false, true].map((whole) => (
            <button
              key={String(whole)}
              type="button"
              aria-pressed={all === whole}
              onClick={() => setAll(whole)}
            >
              {whole ? en.review.comments.all(comments.length) : en.review.comments.open(open)}
            </button>
          ))}
        </div>
      )}
      {shown.length === 0 ? (
        <div className="empty">
          <MessageSquareText aria-hidden />
          <h2>{comments.length === 0 ? en.review.comments.none : en.review.comments.noneOpen}</h2>
          <p>{en.review.comments.noneHint}</p>
        </div>
      ) : (
        <ul>
          {shown.map((comment) => (
            <li key={comment.id}>
              <button
                type="button"
                className="comment-row"
                data-row
                data-comment-row={comment.id}
                data-resolved={comment.resolved}
                onClick={() => goToComment(comment.id)}
              >
                <span className="comment-place">{nameOfPlace(project, comment.about)}</span>
                {commentedWords(project, comment) !== '' && (
                  <span className="comment-quote" dir="auto">
                    {commentedWords(project, comment)}
                  </span>
                )}
                <span className="comment-text" dir="auto">
                  {comment.text}
                </span>
                <span className="hint">
                  <span dir="auto">{comment.author || en.review.comments.nobody}</span> ·{' '}
                  {dateText(comment.date)}
                  {comment.replies && ` · ${en.review.comments.replies(comment.replies.length)}`}
                  {comment.resolved && ` · ${en.review.comments.resolved}`}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <footer className="comments-foot">
        <AuthorField />
        <p className="hint">{en.review.comments.private}</p>
      </footer>
    </section>
  );
}
