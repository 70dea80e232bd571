/** The private note and the tags of a passage, or the reason for leaving it unanswered, beside the passage. */
import { Popover } from 'radix-ui';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { numbering } from '../../../core/derived/numbering.ts';
import { highlightMap } from '../../../core/document/find.ts';
import { en } from '../../../core/messages/en.ts';
import { setPassageNote, setPassageTags, waivePassage } from '../../state/passages.ts';
import { knownTags } from '../../state/point-details.ts';
import { useApp } from '../../state/store.ts';
import { TagField } from '../../ui/tag-field.tsx';
import type { PassageForm as Form } from './passage-acts.ts';

const NONE: readonly string[] = [];

interface Props {
  readonly form: Form;
  readonly anchor: DOMRect;
  onClose(): void;
}

export function PassageForm({ form, anchor, onClose }: Props) {
  const highlight = useApp((state) => state.project && highlightMap(state.project).get(form.id));
  const code = useApp((state) => (state.project && numbering(state.project).passageCodes.get(form.id)) ?? '');
  const waive = form.kind === 'waive';
  // A reason is in the project once the passage is waived; until then it is only here.
  const [draft, setDraft] = useState('');
  const left = useRef(false);
  const content = useRef<HTMLDivElement>(null);
  const known = useMemo(knownTags, []);
  if (!highlight) return null;
  const text = waive ? (highlight.waived?.reason ?? draft) : highlight.note;
  const change = (value: string) => {
    if (!waive) setPassageNote(form.id, value);
    else if (highlight.waived) waivePassage(form.id, value);
    else setDraft(value);
  };
  const leave = (keep: boolean) => {
    // The focus that goes back to the letter closes the form once more.
    if (left.current) return;
    left.current = true;
    if (keep && waive && !highlight.waived) waivePassage(form.id, draft);
    onClose();
  };
  const finish = () => leave(true);
  const title = waive ? en.passage.waiveTitle(code) : en.passage.noteTitle(code);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    const field = event.target as Element;
    const isMeant = field.matches('.tag-field input') || event.ctrlKey || event.metaKey;
    if (!isMeant || field instanceof HTMLButtonElement) return;
    event.preventDefault();
    event.stopPropagation();
    finish();
  };
  return (
    <Popover.Root open onOpenChange={(open) => !open && leave(draft.trim() !== '')}>
      <Popover.Anchor virtualRef={{ current: { getBoundingClientRect: () => anchor } }} />
      <Popover.Portal>
        <Popover.Content
          ref={content}
          className="floating passage-form"
          side="bottom"
          align="start"
          collisionPadding={12}
          aria-label={waive ? title : en.passage.detailsTitle(code)}
          onOpenAutoFocus={(event) => {
            if (form.kind !== 'tags') return;
            event.preventDefault();
            content.current?.querySelector<HTMLElement>('.tag-field input')?.focus();
          }}
          onKeyDown={onKeyDown}
          // It calls off; a click elsewhere keeps what was written.
          onEscapeKeyDown={() => leave(false)}
        >
          <label>
            <strong>{title}</strong>
            <span className="hint">{waive ? en.passage.waiveHint : en.passage.noteHint}</span>
            <textarea rows={3} value={text} dir="auto" onChange={(event) => change(event.target.value)} />
          </label>
          {!waive && (
            <div className="passage-tags">
              <strong>{en.review.details.tags}</strong>
              <TagField
                tags={highlight.tags ?? NONE}
                known={known}
                label={en.review.details.addTag}
                removeLabel={en.review.details.removeTag}
                onChange={(next) => setPassageTags(form.id, next)}
              />
              <span className="hint">{en.review.details.tagsHint}</span>
            </div>
          )}
          <div className="actions">
            {waive && highlight.waived && (
              <button
                type="button"
                onClick={() => {
                  waivePassage(form.id, undefined);
                  leave(false);
                }}
              >
                {en.passage.unwaive}
              </button>
            )}
            <button type="button" className="primary" onClick={finish}>
              {en.passage.done}
            </button>
          </div>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
