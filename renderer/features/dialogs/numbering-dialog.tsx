/** How codes are made, with those of the project as they would be; keeping what was published. */
import { useId, useState } from 'react';
import {
  PASSAGE_NAMES,
  PASSAGE_PATTERN,
  patternFault,
  POINT_PATTERNS,
  type CodeName,
} from '../../../core/derived/code-pattern.ts';
import { unpublishedPoints, withdrawnCodes } from '../../../core/derived/frozen.ts';
import { numbering } from '../../../core/derived/numbering.ts';
import { formatDate, isoDateParts } from '../../../core/derived/locale.ts';
import { pointMap } from '../../../core/document/find.ts';
import { POINT_NUMBERINGS, type Project } from '../../../core/document/project.ts';
import { en } from '../../../core/messages/en.ts';
import { freezeCodes, setNumbering, unfreezeCodes } from '../../state/numbering.ts';
import { useApp } from '../../state/store.ts';
import { Modal } from '../../ui/modal.tsx';
import './numbering.css';

/** Points and passages whose codes are shown. */
const SHOWN = 9;

export function NumberingDialog({ onClose }: { onClose(): void }) {
  const project = useApp((state) => state.project);
  const group = useId();
  if (!project) return null;
  const settings = project.settings.numbering ?? { points: 'plain' as const };
  return (
    <Modal
      title={en.numbering.title}
      onClose={onClose}
      footer={
        <button type="button" className="primary" onClick={onClose}>
          {en.titlePage.done}
        </button>
      }
    >
      <div className="numbering">
        <fieldset className="numbering-schemes">
          <legend>{en.numbering.points}</legend>
          {POINT_NUMBERINGS.map((scheme) => (
            <label key={scheme} className="check">
              <input
                type="radio"
                name={group}
                checked={settings.points === scheme}
                onChange={() => setNumbering({ points: scheme, pattern: '' })}
              />
              <span>
                {en.numbering.schemes[scheme]} <span className="hint">{en.numbering.samples[scheme]}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <div className="fields">
          <Pattern
            key={settings.points}
            label={en.numbering.pattern}
            value={settings.pattern ?? ''}
            usual={POINT_PATTERNS[settings.points]}
            onChange={(pattern) => setNumbering({ pattern })}
          />
          <Pattern
            label={en.numbering.passages}
            value={settings.passages ?? ''}
            usual={PASSAGE_PATTERN}
            names={PASSAGE_NAMES}
            onChange={(passages) => setNumbering({ passages })}
          />
          <p className="hint wide">{en.numbering.namesHint}</p>
        </div>
        <Sample project={project} />
        <Frozen project={project} />
      </div>
    </Modal>
  );
}

interface PatternProps {
  readonly label: string;
  readonly value: string;
  /** What counts while the field is empty. */
  readonly usual: string;
  readonly names?: readonly CodeName[];
  onChange(pattern: string): void;
}

/** What is wrong stays in the field, and the project as it was, until it is right. */
function Pattern({ label, value, usual, names, onChange }: PatternProps) {
  const [typed, setTyped] = useState(value);
  const fault = typed.trim() === '' ? undefined : patternFault(typed, names);
  return (
    <label>
      <span>{label}</span>
      <input
        type="text"
        dir="ltr"
        value={typed}
        placeholder={usual}
        aria-invalid={fault !== undefined}
        onChange={({ target }) => {
          setTyped(target.value);
          if (target.value.trim() === '') onChange('');
          else if (!patternFault(target.value, names)) onChange(target.value);
        }}
      />
      {fault && <span className="field-error">{en.numbering.fault(fault)}</span>}
    </label>
  );
}

function Sample({ project }: { project: Project }) {
  const { pointCodes, passageCodes } = numbering(project);
  const points = [...pointMap(project).values()].slice(0, SHOWN);
  const passages = [...passageCodes.values()].slice(0, SHOWN);
  return (
    <section className="numbering-sample" aria-label={en.numbering.sample}>
      <h3>{en.numbering.sample}</h3>
      {points.length === 0 && <p className="hint">{en.numbering.noPoints}</p>}
      <ol>
        {points.map(({ point }) => (
          <li key={point.id}>
            <span className="number">{pointCodes.get(point.id)}</span>{' '}
            <span className="cut" dir="auto">
              {point.title || en.outline.untitledPoint}
            </span>
          </li>
        ))}
      </ol>
      {passages.length > 0 && (
        <p className="hint">
          {en.numbering.passagesAre} <bdi>{passages.join(', ')}</bdi>
          {passageCodes.size > SHOWN && ' …'}
        </p>
      )}
    </section>
  );
}

function Frozen({ project }: { project: Project }) {
  const { frozen } = project;
  const withdrawn = frozen ? withdrawnCodes(project) : undefined;
  const parts = frozen && isoDateParts(frozen.date);
  const fresh = unpublishedPoints(project);
  return (
    <section className="numbering-frozen" aria-label={en.numbering.published}>
      <h3>{en.numbering.published}</h3>
      <p>
        {frozen
          ? en.numbering.frozenOn(parts ? formatDate(parts, 'en') : frozen.date, fresh)
          : en.numbering.free}
      </p>
      {withdrawn && withdrawn.points.length > 0 && (
        <p className="hint">
          {en.numbering.withdrawn} <bdi>{withdrawn.points.join(', ')}</bdi>
        </p>
      )}
      <p className="numbering-acts">
        <button type="button" className="outlined" onClick={freezeCodes}>
          {frozen ? en.numbering.freezeAgain : en.numbering.freeze}
        </button>
        {frozen && (
          <button type="button" className="outlined" onClick={unfreezeCodes}>
            {en.numbering.unfreeze}
          </button>
        )}
      </p>
    </section>
  );
}
