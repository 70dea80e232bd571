/** The choices about a quotation: the letter's words, marks of what was changed, or to let it stand. */
import { ArrowUpRight } from 'lucide-react';
import { useId, useState } from 'react';
import type { CheckedTyped } from '../../../core/derived/verbatim.ts';
import { shortSourceLine } from '../../../core/derived/source-line.ts';
import { letterById } from '../../../core/document/find.ts';
import { en } from '../../../core/messages/en.ts';
import type { QuotationChange } from '../../../core/operations/mend-quotation.ts';
import {
  accept,
  addEmphasisAdded,
  changesOf,
  markAsInsertion,
  markAsOmission,
  markAsSic,
  takeWording,
  withdraw,
} from '../../state/quotation-acts.ts';
import { showSource } from '../../state/quotation-at.ts';
import { useApp } from '../../state/store.ts';
import { Difference } from '../../ui/difference.tsx';

interface Props {
  readonly quotation: CheckedTyped;
  /** Where the caret is in it, in UTF-16 units. */
  readonly offset: number | undefined;
}

export function QuotationChoices({ quotation, offset }: Props) {
  const letter = useApp(({ project }) => project && letterById(project, quotation.letter ?? ''));
  const language = useApp(({ project }) => project?.settings.language ?? 'en');
  const changes = changesOf(quotation);
  const [chosen, setChosen] = useState<number | null>(null);
  const [accepting, setAccepting] = useState(false);
  const { verdict, accepted } = quotation;
  // Fewer are left when one has been dealt with.
  const index = chosen !== null && chosen < changes.length ? chosen : null;
  const change = index === null ? undefined : changes[index];
  const affected = change ? [change] : changes;
  const words = (side: 'letter' | 'quotation') => affected.some((each) => each[side].trim() !== '');
  const mendable = (verdict === 'differs' || verdict === 'typographic') && quotation.places.length === 1;
  const source = letter ? shortSourceLine(letter, quotation, language) : '';
  return (
    <>
      <div className="quotation-head">
        <h3>{en.quotations.says[accepted ? 'accepted' : verdict](letter?.code ?? '')}</h3>
        {letter && (
          <button type="button" onClick={() => showSource(quotation)} title={en.quotations.goToSource}>
            {source} <ArrowUpRight aria-hidden />
          </button>
        )}
      </div>
      <div className="quotation-said" tabIndex={quotation.quotation.length > LONG ? 0 : undefined}>
        {verdict !== 'exact' && (
          <p className="quotation-difference difference" dir="auto" lang={letter?.language}>
            {quotation.difference.length > 0 ? (
              <Difference parts={quotation.difference} />
            ) : (
              quotation.quotation
            )}
          </p>
        )}
        {quotation.difference.length > 0 && (
          <p className="hint">{en.quotations.legend(letter?.code ?? '')}</p>
        )}
        {verdict === 'not-found' && !accepted && <p className="hint">{en.quotations.nothingNear}</p>}
        {!accepted && !accepting && changes.length > 1 && (
          <Changes changes={changes} chosen={index} onChoose={setChosen} />
        )}
      </div>
      {accepted ? (
        <Accepted quotation={quotation} />
      ) : accepting ? (
        <Reason quotation={quotation} onCancel={() => setAccepting(false)} />
      ) : (
        <>
          {verdict !== 'exact' && (
            <div className="quotation-acts">
              {mendable && (
                <button type="button" className="primary" onClick={() => takeWording(quotation, change)}>
                  {en.quotations.mend}
                </button>
              )}
              <button type="button" className="outlined" onClick={() => setAccepting(true)}>
                {en.quotations.accept}
              </button>
            </div>
          )}
          {verdict !== 'not-found' && (
            <Marks
              onOmission={words('letter') ? () => markAsOmission(quotation, affected) : undefined}
              onInsertion={words('quotation') ? () => markAsInsertion(quotation, affected) : undefined}
              onSic={
                quotation.places.length === 1 && (affected.length === 0 || words('letter'))
                  ? () => markAsSic(quotation, affected, offset)
                  : undefined
              }
              onEmphasis={() => addEmphasisAdded(quotation)}
            />
          )}
        </>
      )}
    </>
  );
}

/** UTF-16 units beyond which the words may have to be scrolled, and so can be reached by Tab. */
const LONG = 300;

interface MarksProps {
  readonly onOmission: (() => void) | undefined;
  readonly onInsertion: (() => void) | undefined;
  readonly onSic: (() => void) | undefined;
  onEmphasis(): void;
}

function Marks({ onOmission, onInsertion, onSic, onEmphasis }: MarksProps) {
  const mark = (name: string, hint: string, act: (() => void) | undefined) => (
    <button type="button" className="outlined" title={hint} disabled={!act} onClick={act}>
      {name}
    </button>
  );
  return (
    <div className="quotation-marks" role="group" aria-label={en.quotations.markAs}>
      <span aria-hidden>{en.quotations.markAs}</span>
      {mark(en.quotations.omission, en.quotations.omissionHint, onOmission)}
      {mark(en.quotations.insertion, en.quotations.insertionHint, onInsertion)}
      {mark(en.quotations.sic, en.quotations.sicHint, onSic)}
      {mark(en.quotations.emphasis, en.quotations.emphasisHint, onEmphasis)}
    </div>
  );
}

interface ChangesProps {
  readonly changes: readonly QuotationChange[];
  readonly chosen: number | null;
  onChoose(index: number | null): void;
}

/** What the choices are about, where the quotation differs in several places. */
function Changes({ changes, chosen, onChoose }: ChangesProps) {
  const name = useId();
  const choice = (index: number | null, label: React.ReactNode) => (
    <label key={index}>
      <input type="radio" name={name} checked={chosen === index} onChange={() => onChoose(index)} />
      <span dir="auto">{label}</span>
    </label>
  );
  return (
    <fieldset className="quotation-changes">
      <legend>{en.quotations.where}</legend>
      {choice(null, en.quotations.everywhere(changes.length))}
      {changes.map(({ letter, quotation }, i) =>
        choice(
          i,
          <>
            {letter.trim() && <del>{letter.trim()}</del>} {quotation.trim() && <ins>{quotation.trim()}</ins>}
          </>,
        ),
      )}
    </fieldset>
  );
}

function Reason({ quotation, onCancel }: { quotation: CheckedTyped; onCancel(): void }) {
  const [reason, setReason] = useState('');
  return (
    <form
      className="quotation-reason"
      data-own-undo=""
      onSubmit={(event) => {
        event.preventDefault();
        accept(quotation, reason);
      }}
    >
      <label>
        <span>{en.quotations.reason}</span>
        <input
          type="text"
          dir="auto"
          value={reason}
          autoFocus
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
      <button type="button" onClick={onCancel}>
        {en.cancel}
      </button>
      <button type="submit" className="primary">
        {en.quotations.accept}
      </button>
    </form>
  );
}

function Accepted({ quotation }: { quotation: CheckedTyped }) {
  const reason = quotation.accepted?.reason ?? '';
  return (
    <div className="quotation-acts">
      <p dir="auto">{reason === '' ? en.quotations.noReason : en.quotations.because(reason)}</p>
      <button type="button" className="outlined" onClick={() => withdraw(quotation)}>
        {en.quotations.withdraw}
      </button>
    </div>
  );
}
