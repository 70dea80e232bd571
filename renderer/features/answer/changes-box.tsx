/** What was changed in the text that the letters are about: each change's new wording, its page and its line. */
import { ArrowUp, Plus, X } from 'lucide-react';
import type { Point } from '../../../core/document/project.ts';
import { en } from '../../../core/messages/en.ts';
import { beginChange, raiseChange, removeChange, setChangePlace } from '../../state/point-details.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { OwnText } from './own-text.tsx';

interface Props {
  readonly point: Point;
  readonly number: string;
  /** Whether its answer type asks for changes. */
  readonly asked: boolean;
}

export function ChangesBox({ point, number, asked }: Props) {
  const { changes = [] } = point;
  if (changes.length === 0 && !asked) return null;
  const place = { kind: 'point', id: point.id } as const;
  return (
    <div className="changes" role="group" aria-label={en.review.changes.title}>
      <p className="changes-title">{en.review.changes.title}</p>
      {changes.map((change, i) => (
        <div key={change.id} className="change">
          <div className="change-place">
            {(['page', 'line'] as const).map((field) => (
              <label key={field}>
                <span>{en.review.changes[field]}</span>
                <input
                  type="text"
                  dir="auto"
                  value={change[field]}
                  onChange={(event) => setChangePlace(change.id, field, event.target.value)}
                />
              </label>
            ))}
            <span className="tools">
              {i > 0 && (
                <IconButton name={en.review.changes.up} onClick={() => raiseChange(change.id)}>
                  <ArrowUp aria-hidden />
                </IconButton>
              )}
              <IconButton name={en.review.changes.remove} onClick={() => removeChange(change.id)}>
                <X aria-hidden />
              </IconButton>
            </span>
          </div>
          <OwnText
            textRef={{ of: 'change', id: change.id }}
            text={change.wording}
            label={en.review.changes.wording(i + 1, number)}
            placeholder={en.review.changes.placeholder}
            place={place}
          />
        </div>
      ))}
      <button type="button" className="change-add" onClick={() => beginChange(point.id)}>
        <Plus aria-hidden /> {changes.length === 0 ? en.review.changes.first : en.review.changes.add}
      </button>
    </div>
  );
}
