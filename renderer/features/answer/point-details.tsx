/** A point's status, answer type, tags, length and private note, beside it. What is set is in the project at once. */
import { Popover } from 'radix-ui';
import { useId, useMemo, useState } from 'react';
import { wordCounts } from '../../../core/derived/word-count.ts';
import { POINT_STATUSES, type Point } from '../../../core/document/project.ts';
import { en } from '../../../core/messages/en.ts';
import {
  closeDetails,
  knownTags,
  setAnswerType,
  setPointNote,
  setPointTags,
  setPointTarget,
  targetOf,
} from '../../state/point-details.ts';
import { setStatus } from '../../state/points.ts';
import { useSettled } from '../../state/settled.ts';
import { app, useApp } from '../../state/store.ts';
import { keepFocus } from '../../ui/keep-focus.ts';
import { TagField } from '../../ui/tag-field.tsx';

interface Props {
  readonly point: Point;
  readonly number: string;
}

export function PointDetails({ point, number }: Props) {
  const { id, status, tags = [], target, note, answerType } = point;
  const types = useApp(({ project }) => project?.settings.answerTypes);
  const words = useSettled(({ project }) => (project && wordCounts(project).points.get(id)) ?? 0);
  const [bringBack] = useState(keepFocus);
  const known = useMemo(knownTags, []);
  const name = useId();
  return (
    <Popover.Portal>
      <Popover.Content
        className="floating point-details"
        side="bottom"
        align="start"
        sideOffset={6}
        collisionPadding={12}
        aria-label={en.review.details.open(number)}
        onCloseAutoFocus={(event) => {
          event.preventDefault();
          bringBack();
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          const field = event.target as HTMLElement;
          if (field instanceof HTMLTextAreaElement && !event.ctrlKey && !event.metaKey) return;
          if (field instanceof HTMLButtonElement) return;
          event.preventDefault();
          event.stopPropagation();
          closeDetails();
        }}
      >
        <h2>{en.review.details.title(number)}</h2>
        <fieldset className="choices">
          <legend>{en.review.details.status}</legend>
          {POINT_STATUSES.map((each) => (
            <label key={each}>
              <input
                type="radio"
                name={`${name}-status`}
                checked={status === each}
                onChange={() => setStatus(id, each)}
              />
              {en.answer.statuses[each]}
            </label>
          ))}
        </fieldset>
        <fieldset className="choices">
          <legend>{en.review.details.answerType}</legend>
          {types && (
            <>
              <label>
                <input
                  type="radio"
                  name={`${name}-type`}
                  checked={answerType === undefined}
                  onChange={() => setAnswerType(id, undefined)}
                />
                {en.review.details.noType}
              </label>
              {types.map((type) => (
                <label key={type.id}>
                  <input
                    type="radio"
                    name={`${name}-type`}
                    checked={answerType === type.id}
                    onChange={() => setAnswerType(id, type.id)}
                  />
                  <span dir="auto">{type.name}</span>
                </label>
              ))}
            </>
          )}
          <button
            type="button"
            className="set-types"
            onClick={() => {
              closeDetails();
              app.set({ dialog: { kind: 'answer-types' } });
            }}
          >
            {en.review.details.setTypes}
          </button>
        </fieldset>
        <div className="detail">
          <span className="detail-name">{en.review.details.tags}</span>
          <TagField
            tags={tags}
            known={known}
            label={en.review.details.addTag}
            removeLabel={en.review.details.removeTag}
            onChange={(next) => setPointTags(id, next)}
          />
        </div>
        <label className="detail">
          <span className="detail-name">{en.review.details.target}</span>
          <span className="target">
            <input
              type="text"
              inputMode="numeric"
              value={target ?? ''}
              onChange={(event) => setPointTarget(id, targetOf(event.target.value))}
            />
            <span className="hint">{en.review.details.targetHint(words)}</span>
          </span>
        </label>
        <label className="detail">
          <span className="detail-name">{en.review.details.note}</span>
          <textarea
            rows={3}
            dir="auto"
            value={note}
            onChange={(event) => setPointNote(id, event.target.value)}
          />
          <span className="hint">{en.review.details.noteHint}</span>
        </label>
        <div className="actions">
          <button type="button" className="primary" onClick={closeDetails}>
            {en.done}
          </button>
        </div>
      </Popover.Content>
    </Popover.Portal>
  );
}
