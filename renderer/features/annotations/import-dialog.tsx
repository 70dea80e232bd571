/** What became of each annotation of a file, to be looked through before they are made highlights. */
import { useState, type ReactNode } from 'react';
import type { ReadAnnotation } from '../../../core/anchoring/web-annotation.ts';
import { differenceByLetter } from '../../../core/anchoring/check-quotation.ts';
import { letterById } from '../../../core/document/find.ts';
import { en } from '../../../core/messages/en.ts';
import { isPlacedExactly, type PlacedAnnotation } from '../../../core/operations/annotate-letter.ts';
import { takeAnnotations, type AnnotationReview } from '../../state/annotations.ts';
import { useApp } from '../../state/store.ts';
import { Difference } from '../../ui/difference.tsx';
import { Modal } from '../../ui/modal.tsx';

interface Props {
  readonly review: AnnotationReview;
  onClose(): void;
}

/** The words that were annotated, as far as the annotation tells them. */
function askedWords({ targets }: ReadAnnotation): string {
  return targets
    .map((selectors) => {
      const quote = selectors.find((each) => each.type === 'TextQuoteSelector');
      const fragment = selectors.find((each) => each.type === 'TextFragment');
      return quote?.exact ?? [fragment?.start, fragment?.end].filter(Boolean).join(' … ');
    })
    .filter((words) => words !== '')
    .join(' […] ');
}

export function ImportDialog({ review, onClose }: Props) {
  const project = useApp((state) => state.project);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  if (!project) return null;
  const code = (id: string) => letterById(project, id)?.code ?? '';
  const { placed, known, unplaced, refused, letter } = review;
  const exact = placed.filter(isPlacedExactly);
  const approximate = placed.filter((each) => !isPlacedExactly(each));
  const taken = placed.filter(({ highlight }) => !left.has(highlight.id));
  const several = placed.some(({ highlight }) => highlight.letter !== letter);
  const where = ({ highlight }: PlacedAnnotation) =>
    several && (
      <>
        <span className="badge">{code(highlight.letter)}</span>{' '}
      </>
    );
  const toggle = (id: string) => {
    const next = new Set(left);
    if (!next.delete(id)) next.add(id);
    setLeft(next);
  };
  return (
    <Modal
      title={en.annotations.title(code(letter))}
      hint={en.annotations.hint}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="outlined" onClick={onClose}>
            {placed.length > 0 ? en.cancel : en.close}
          </button>
          {placed.length > 0 && (
            <button
              type="button"
              className="primary"
              disabled={taken.length === 0}
              onClick={() => {
                takeAnnotations(taken);
                onClose();
              }}
            >
              {en.annotations.take(taken.length)}
            </button>
          )}
        </>
      }
    >
      <Outcome name={en.annotations.refused} count={refused.length} hint={en.annotations.refusedHint}>
        {refused.map(({ index, id, message }) => (
          <li key={`${index} ${id}`}>
            {index >= 0 && <strong>{id || en.annotations.numbered(index + 1)}</strong>} {message}
          </li>
        ))}
      </Outcome>
      <Outcome name={en.annotations.unplaced} count={unplaced.length}>
        {unplaced.map((annotation, i) => (
          <li key={i}>
            <p className="annotation-words" dir="auto">
              {askedWords(annotation)}
            </p>
            <Note words={annotation.note} />
          </li>
        ))}
      </Outcome>
      <Outcome
        name={en.annotations.approximate}
        count={approximate.length}
        hint={en.annotations.approximateHint}
      >
        {approximate.map((each) => (
          <li key={each.highlight.id}>
            <label className="choice">
              <input
                type="checkbox"
                checked={!left.has(each.highlight.id)}
                onChange={() => toggle(each.highlight.id)}
              />
              <span className="annotation-words" dir="auto">
                {where(each)}
                <Difference
                  parts={differenceByLetter(
                    each.highlight.quote,
                    askedWords(each.annotation) || each.highlight.quote,
                  )}
                />
              </span>
            </label>
            <Note words={each.highlight.note} />
          </li>
        ))}
      </Outcome>
      <Outcome name={en.annotations.exact} count={exact.length}>
        {exact.map((each) => (
          <li key={each.highlight.id}>
            <p className="annotation-words" dir="auto">
              {where(each)}
              {each.highlight.quote}
            </p>
            <Note words={each.highlight.note} />
          </li>
        ))}
      </Outcome>
      <Outcome name={en.annotations.known} count={known.length}>
        {known.map((each, i) => (
          <li key={i}>
            <p className="annotation-words" dir="auto">
              {where(each)}
              {each.highlight.quote}
            </p>
          </li>
        ))}
      </Outcome>
    </Modal>
  );
}

interface OutcomeProps {
  name(count: number): string;
  readonly count: number;
  readonly hint?: string;
  readonly children: ReactNode;
}

/** Nothing where it happened to no annotation. */
function Outcome({ name, count, hint, children }: OutcomeProps) {
  if (count === 0) return null;
  return (
    <section className="annotation-outcome">
      <h3>{name(count)}</h3>
      {hint && <p className="hint">{hint}</p>}
      <ul>{children}</ul>
    </section>
  );
}

function Note({ words }: { words: string }) {
  return words === '' ? null : (
    <p className="annotation-note hint" dir="auto">
      {words}
    </p>
  );
}
