/** A comment with its replies, and what can be done with it. */
import { Check, Pencil, RotateCcw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Comment, Reply } from '../../../core/document/comment.ts';
import { en } from '../../../core/messages/en.ts';
import { readAuthor, rememberAuthor } from '../../platform/author.ts';
import { closeComment, removeComment, replyTo, setCommentText, setResolved } from '../../state/comments.ts';
import { IconButton } from '../../ui/icon-button.tsx';

const DATE = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** In words, in the time of this computer; what is no date as it is. */
export function dateText(date: string): string {
  const time = Date.parse(date);
  return Number.isNaN(time) ? date : DATE.format(time);
}

function Said({ said }: { readonly said: Reply }) {
  return (
    <p className="comment-said">
      <span className="comment-by">
        <strong dir="auto">{said.author || en.review.comments.nobody}</strong>{' '}
        <time dateTime={said.date}>{dateText(said.date)}</time>
      </span>
      <span className="comment-text" dir="auto">
        {said.text}
      </span>
    </p>
  );
}

export function CommentThread({ comment }: { readonly comment: Comment }) {
  const { id, text, resolved, replies = [] } = comment;
  const [editing, setEditing] = useState(false);
  return (
    <>
      {editing ? (
        <textarea
          rows={3}
          dir="auto"
          autoFocus
          value={text}
          aria-label={en.review.comments.comment}
          onChange={(event) => setCommentText(id, event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            event.stopPropagation();
            setEditing(false);
          }}
        />
      ) : (
        <Said said={comment} />
      )}
      {replies.length > 0 && (
        <div className="comment-replies">
          {replies.map((reply) => (
            <Said key={reply.id} said={reply} />
          ))}
        </div>
      )}
      <CommentForm
        label={en.review.comments.replyLabel}
        placeholder={en.review.comments.reply}
        send={en.review.comments.sendReply}
        onSend={(words) => replyTo(id, words)}
      >
        <button type="button" className="outlined" onClick={() => resolve(id, !resolved)}>
          {resolved ? <RotateCcw aria-hidden /> : <Check aria-hidden />}
          {resolved ? en.review.comments.reopen : en.review.comments.resolve}
        </button>
        <button
          type="button"
          className="icon"
          aria-label={en.review.comments.comment + ': ' + en.edits.editComment}
          title={en.edits.editComment}
          aria-pressed={editing}
          onClick={() => setEditing(!editing)}
        >
          <Pencil aria-hidden />
        </button>
        <IconButton
          name={en.review.comments.remove}
          onClick={() => {
            closeComment(true);
            removeComment(id);
          }}
        >
          <Trash2 aria-hidden />
        </IconButton>
      </CommentForm>
    </>
  );
}

function resolve(id: string, resolved: boolean): void {
  if (resolved) closeComment(true);
  setResolved(id, resolved);
}

interface FormProps {
  readonly label: string;
  readonly placeholder: string;
  readonly send: string;
  readonly children?: React.ReactNode;
  onSend(words: string): void;
}

/** A field for words, sent by Ctrl (Cmd) and Enter; with the name under which they are sent, until there is one. */
export function CommentForm({ label, placeholder, send, children, onSend }: FormProps) {
  const [words, setWords] = useState('');
  const [named] = useState(() => readAuthor() !== '');
  const finish = () => {
    if (words.trim() === '') return;
    onSend(words);
    setWords('');
  };
  return (
    <form
      className="comment-form"
      onSubmit={(event) => {
        event.preventDefault();
        finish();
      }}
    >
      <textarea
        rows={2}
        dir="auto"
        data-first-focus
        aria-label={label}
        placeholder={placeholder}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          event.stopPropagation();
          finish();
        }}
      />
      {!named && <AuthorField />}
      <div className="actions">
        {children}
        <button type="submit" className="primary" disabled={words.trim() === ''}>
          {send}
        </button>
      </div>
    </form>
  );
}

/** The name of this computer's writer; remembered here, and put on each comment that she writes. */
export function AuthorField() {
  const [name, setName] = useState(readAuthor);
  return (
    <label className="comment-name">
      <span className="hint">{en.review.comments.name}</span>
      <input
        type="text"
        dir="auto"
        value={name}
        onChange={(event) => {
          setName(event.target.value);
          rememberAuthor(event.target.value.trim());
        }}
      />
    </label>
  );
}
