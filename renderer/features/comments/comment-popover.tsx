/** A comment beside what it is about: words of an answer, a passage of a letter, a point. */
import { Popover } from 'radix-ui';
import { useEffect, useRef, useState } from 'react';
import { placeOfComment } from '../../../core/derived/comments.ts';
import type { CommentSubject } from '../../../core/document/comment.ts';
import { en } from '../../../core/messages/en.ts';
import { addComment, closeComment, commentById, useCommentAt } from '../../state/comments.ts';
import { nameOfPlace } from '../../state/place-names.ts';
import { useApp } from '../../state/store.ts';
import { CommentForm, CommentThread } from './comment-thread.tsx';
import { keepFocus } from '../../ui/keep-focus.ts';
import './comments.css';

/** Milliseconds in which what it is about should have come into view. */
const LONGEST_WAIT = 3000;

export function CommentPopover() {
  const at = useCommentAt((state) => state.at);
  const comment = useApp(({ project }) =>
    at && 'id' in at && project ? commentById(project, at.id) : undefined,
  );
  const about = comment?.about ?? (at && 'about' in at ? at.about : undefined);
  if (!at || !about) return null;
  const key = 'id' in at ? at.id : 'new';
  return (
    <OpenPopover key={key} id={key} about={about}>
      {comment ? (
        <CommentThread comment={comment} />
      ) : (
        <CommentForm
          label={en.review.comments.comment}
          placeholder={en.review.comments.placeholder}
          send={en.review.comments.send}
          onSend={(words) => {
            addComment(about, words);
            closeComment(true);
          }}
        />
      )}
    </OpenPopover>
  );
}

function elementsOf(id: string, about: CommentSubject): readonly Element[] {
  const all = (selector: string) => [...document.querySelectorAll(selector)];
  switch (about.kind) {
    case 'text':
      return all(`.answer-scroll [data-comment="${CSS.escape(id)}"]`);
    case 'point':
      return all(`[data-place="point:${CSS.escape(about.id)}"] .point-head`);
    case 'highlight':
      return all(`.letter-scroll [data-passages~="${CSS.escape(about.id)}"]`);
  }
}

function boxOf(id: string, about: CommentSubject): DOMRect | undefined {
  const boxes = elementsOf(id, about).flatMap((element) => [...element.getClientRects()]);
  if (boxes.length === 0) return undefined;
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const right = Math.max(...boxes.map((box) => box.right));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}

/** Whether it is there; of words, whether their text has taken the caret: it would take the focus from the popover. */
function isReady(id: string, about: CommentSubject): boolean {
  if (!boxOf(id, about)) return false;
  if (about.kind !== 'text') return true;
  return elementsOf(id, about).some((element) =>
    element.closest('[data-slate-editor]')?.contains(document.activeElement),
  );
}

/** Where what it is about can't be shown: beside its row in the list, else at the window's top. */
function boxOfRow(id: string): DOMRect {
  const row = document.querySelector(`[data-comment-row="${CSS.escape(id)}"]`);
  return row?.getBoundingClientRect() ?? new DOMRect(innerWidth / 2 - 170, 80, 340, 0);
}

interface Props {
  readonly id: string;
  readonly about: CommentSubject;
  readonly children: React.ReactNode;
}

function OpenPopover({ id, about, children }: Props) {
  const content = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState(false);
  const [bringBack] = useState(keepFocus);
  const last = useRef<DOMRect | null>(null);
  const place = useApp(({ project }) => (project ? nameOfPlace(project, about) : ''));
  const gone = useApp(({ project }) => !project || placeOfComment(project, about).kind === 'gone');

  // What it is about may have to be brought into view first.
  useEffect(() => {
    let frame = 0;
    const until = performance.now() + LONGEST_WAIT;
    const look = () => {
      if (gone || isReady(id, about) || performance.now() > until) setDrawn(true);
      else frame = requestAnimationFrame(look);
    };
    look();
    return () => cancelAnimationFrame(frame);
  }, [id, about, gone]);

  if (!drawn) return null;
  return (
    <Popover.Root open onOpenChange={(open) => !open && closeComment(false)}>
      <Popover.Anchor
        virtualRef={{
          current: {
            getBoundingClientRect: () => (last.current = boxOf(id, about) ?? last.current ?? boxOfRow(id)),
          },
        }}
      />
      <Popover.Portal>
        <Popover.Content
          ref={content}
          className="floating comment-popover"
          // Counts as the editor's own: the text keeps its caret.
          data-editor-panel=""
          side="bottom"
          align="start"
          sideOffset={8}
          collisionPadding={12}
          updatePositionStrategy="always"
          aria-label={en.review.comments.on(place)}
          onOpenAutoFocus={(event) => {
            event.preventDefault();
            content.current?.querySelector<HTMLElement>('[data-first-focus]')?.focus();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            // Not when a text has taken it with its caret, or the writer went elsewhere.
            if (document.activeElement === document.body) bringBack();
          }}
          onEscapeKeyDown={(event) => {
            event.preventDefault();
            closeComment(true);
          }}
          // The text takes the focus with its caret before the popover does.
          onFocusOutside={(event) => event.preventDefault()}
        >
          <p className="comment-place hint">{place}</p>
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
