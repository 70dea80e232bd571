/** A new version of a letter: what becomes of each passage, to be looked through before anything changes. */
import { useState } from 'react';
import { differenceOf } from '../../../core/anchoring/nearest.ts';
import type { Reanchored } from '../../../core/anchoring/reanchor.ts';
import { numbering } from '../../../core/derived/numbering.ts';
import { letterById } from '../../../core/document/find.ts';
import { en } from '../../../core/messages/en.ts';
import type { ReanchorDecision } from '../../../core/operations/replace-letter.ts';
import { putVersion, type VersionReview } from '../../state/letter-desk.ts';
import { useApp } from '../../state/store.ts';
import { Difference } from '../../ui/difference.tsx';
import { Modal } from '../../ui/modal.tsx';

interface Props {
  readonly review: VersionReview;
  onClose(): void;
}

export function NewVersionDialog({ review, onClose }: Props) {
  const project = useApp((state) => state.project);
  const [decisions, setDecisions] = useState<ReadonlyMap<string, ReanchorDecision['kind']>>(new Map());
  if (!project) return null;
  const letter = letterById(project, review.letter);
  const codes = numbering(project).passageCodes;
  const count = (outcome: Reanchored['outcome']) =>
    review.reanchored.filter((each) => each.outcome === outcome).length;
  const doubtful = review.reanchored.filter(({ outcome }) => outcome !== 'exact');
  const put = () => {
    const chosen = new Map(
      [...decisions].flatMap(([id, kind]) => (kind === 'place' ? [] : [[id, { kind }] as const])),
    );
    putVersion(review, chosen);
    onClose();
  };
  return (
    <Modal
      title={en.version.title(letter?.code ?? '')}
      hint={en.version.hint}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="outlined" onClick={onClose}>
            {en.cancel}
          </button>
          <button type="button" className="primary" onClick={put}>
            {en.version.replace}
          </button>
        </>
      }
    >
      <ul className="version-counts">
        {(['exact', 'moved', 'changed', 'missing'] as const).map((outcome) => (
          <li key={outcome} data-outcome={outcome}>
            <strong>{count(outcome)}</strong> {en.version.outcomes[outcome]}
          </li>
        ))}
      </ul>
      <ul className="version-list">
        {doubtful.map((each) => (
          <li key={each.highlight}>
            <div className="version-head">
              <span className="code">{codes.get(each.highlight)}</span>
              <span className="badge">{en.version.outcomes[each.outcome]}</span>
              <select
                aria-label={en.version.decision(codes.get(each.highlight) ?? '')}
                value={decisions.get(each.highlight) ?? (each.outcome === 'missing' ? 'unplace' : 'accept')}
                onChange={(event) =>
                  setDecisions(
                    new Map(decisions).set(each.highlight, event.target.value as ReanchorDecision['kind']),
                  )
                }
              >
                {each.outcome !== 'missing' && <option value="accept">{en.version.accept}</option>}
                <option value="unplace">{en.version.unplace}</option>
                <option value="remove">{en.version.remove}</option>
              </select>
            </div>
            <p className="version-words" dir="auto" lang={letter?.language}>
              {each.outcome === 'changed' ? (
                <Difference parts={differenceOf(each.oldQuote, each.quote)} />
              ) : (
                each.oldQuote
              )}
            </p>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
