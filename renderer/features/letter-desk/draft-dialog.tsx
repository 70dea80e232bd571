/**
 * What was found of a finished draft, and what wasn't, before it is put into the project. For a quotation that isn't
 * in the letters the passage that comes nearest is shown where it stands; it, or words that are selected, can be taken
 * in its place.
 */
import { useEffect, useMemo, useState } from 'react';
import type { MissingDecision } from '../../../core/import/draft/part-reader.ts';
import type { Highlight } from '../../../core/document/letter.ts';
import { noticeSentence } from '../../../core/import/messages.ts';
import { en } from '../../../core/messages/en.ts';
import type { TextRange } from '../../../core/text/canonical.ts';
import { putDraft, type DraftDecisions, type DraftReview } from '../../state/draft.ts';
import { useApp } from '../../state/store.ts';
import { Modal } from '../../ui/modal.tsx';
import { DraftList } from './draft-list.tsx';
import type { RenderText } from './render-text.ts';

interface Props {
  readonly review: DraftReview;
  readonly renderText: RenderText;
  onClose(): void;
}

export function DraftDialog({ review, renderText, onClose }: Props) {
  const { draft, reply, letters } = review;
  const now = useApp((state) => state.project?.letters);
  const [decisions, setDecisions] = useState<DraftDecisions>(new Map());
  useEffect(() => {
    if (now !== letters) onClose();
  }, [now, letters, onClose]);

  const points = reply.project.sections.reduce((sum, section) => sum + section.points.length, 0);
  const chosen = [...decisions.values()].filter(({ kind }) => kind === 'passage').length;
  const told = [
    ...reply.problems.map(({ kind, detail }) => en.draft.problems[kind](detail)),
    ...draft.notices.map(noticeSentence),
  ];
  const some = reply.missing.length > 0;
  return (
    <Modal
      wide={some}
      ownUndo
      title={en.draft.title}
      hint={en.draft.counts(points, reply.found.length + chosen, reply.missing.length - chosen)}
      onClose={onClose}
      footer={
        <>
          {some && <p className="hint footer-hint">{en.draft.hint}</p>}
          <button type="button" className="outlined" onClick={onClose}>
            {en.cancel}
          </button>
          <button
            type="button"
            className="primary"
            onClick={() => {
              void putDraft(review, decisions);
              onClose();
            }}
          >
            {en.draft.put}
          </button>
        </>
      }
    >
      {told.length > 0 && (
        <ul className="notices draft-notices">
          {told.map((sentence, i) => (
            <li key={i}>{sentence}</li>
          ))}
        </ul>
      )}
      {some && (
        <Unfound review={review} decisions={decisions} onDecide={setDecisions} renderText={renderText} />
      )}
    </Modal>
  );
}

interface UnfoundProps {
  readonly review: DraftReview;
  readonly decisions: DraftDecisions;
  readonly renderText: RenderText;
  onDecide(decisions: DraftDecisions): void;
}

function Unfound({ review, decisions, renderText, onDecide }: UnfoundProps) {
  const { letters, reply } = review;
  const { missing } = reply;
  const [active, setActive] = useState(0);
  const [shown, setShown] = useState(missing[0]?.nearest?.letter ?? letters[0]?.id ?? '');
  const [selection, setSelection] = useState<TextRange | null>(null);
  const [goTo, setGoTo] = useState<{ readonly block: string } | null>(() => {
    const first = missing[0]?.nearest;
    return first ? { block: first.range.start.block } : null;
  });
  const letter = letters.find(({ id }) => id === shown) ?? letters[0];
  const decision = decisions.get(active);
  const place = decision?.kind === 'passage' ? decision : missing[active]?.nearest;
  const highlights = useMemo(
    (): readonly Highlight[] =>
      place && place.letter === letter?.id
        ? [{ id: 'unfound', letter: place.letter, ranges: [place.range], quote: '', category: '', note: '' }]
        : [],
    [place, letter?.id],
  );
  if (!letter) return null;
  const decide = (index: number, made: MissingDecision) => onDecide(new Map(decisions).set(index, made));
  const takeSelected = () => {
    if (selection) decide(active, { kind: 'passage', letter: letter.id, range: selection });
  };
  return (
    <div className="desk-columns">
      <DraftList
        letters={letters}
        missing={missing}
        decisions={decisions}
        active={active}
        onGo={(index) => {
          setActive(index);
          const made = decisions.get(index);
          const to = made?.kind === 'passage' ? made : missing[index]?.nearest;
          if (!to) return;
          setShown(to.letter);
          setGoTo({ block: to.range.start.block });
        }}
        onDecide={decide}
      />
      <section className="desk-text" aria-label={en.draft.text}>
        <div className="desk-tools">
          <select
            className="draft-letter"
            aria-label={en.draft.letter}
            value={letter.id}
            onChange={(event) => {
              setShown(event.target.value);
              setSelection(null);
            }}
          >
            {letters.map(({ id, code, item }) => (
              <option key={id} value={id}>
                {code} {item.title || en.untitledLetter}
              </option>
            ))}
          </select>
          <button type="button" className="outlined" disabled={!selection} onClick={takeSelected}>
            {en.draft.takeSelected}
          </button>
        </div>
        {renderText({
          letter,
          highlights,
          goTo,
          label: `${letter.code} ${letter.item.title ?? ''}`,
          onSelect: setSelection,
          onPut: takeSelected,
        })}
      </section>
    </div>
  );
}
