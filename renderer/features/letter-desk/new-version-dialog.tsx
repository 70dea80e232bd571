/**
 * A new version of a letter: what becomes of each passage, beside the new text, to be looked through before anything
 * changes. A passage that was lost or found wrongly is put where words of the new text are selected.
 */
import { useEffect, useMemo, useState } from 'react';
import type { Reanchored } from '../../../core/anchoring/reanchor.ts';
import { numbering } from '../../../core/derived/numbering.ts';
import { highlightsByLetter } from '../../../core/derived/passages.ts';
import { letterById } from '../../../core/document/find.ts';
import { en } from '../../../core/messages/en.ts';
import type { ReanchorDecision } from '../../../core/operations/replace-letter.ts';
import type { TextRange } from '../../../core/text/canonical.ts';
import { showVersion } from '../../state/beside.ts';
import { putVersion, type VersionReview } from '../../state/letter-desk.ts';
import { app, useApp } from '../../state/store.ts';
import { Modal } from '../../ui/modal.tsx';
import type { RenderText } from './render-text.ts';
import { rangesOf, type Decisions } from './version-decisions.ts';
import { VersionList } from './version-list.tsx';

interface Props {
  readonly review: VersionReview;
  readonly renderText: RenderText;
  onClose(): void;
}

export function NewVersionDialog({ review, renderText, onClose }: Props) {
  const { before, version, reanchored, places } = review;
  const project = useApp((state) => state.project);
  const active = useApp((state) => state.highlight);
  const [decisions, setDecisions] = useState<Decisions>(new Map());
  const [selection, setSelection] = useState<TextRange | null>(null);
  const [goTo, setGoTo] = useState<{ readonly block: string } | null>(null);
  const letter = project && letterById(project, review.letter);
  // What was looked through is of no use when the letter has become another behind it.
  const stale = letter?.blocks !== before;
  useEffect(() => {
    if (stale) onClose();
  }, [stale, onClose]);

  const shown = useMemo(() => letter && { ...letter, blocks: version.blocks }, [letter, version.blocks]);
  const highlights = useMemo(() => {
    const byId = new Map(reanchored.map((each) => [each.highlight, each]));
    const passages = project ? (highlightsByLetter(project.highlights).get(review.letter) ?? []) : [];
    return passages.flatMap((highlight) => {
      const each = byId.get(highlight.id);
      const ranges = each ? rangesOf(each, decisions) : [];
      return ranges.length > 0 ? [{ ...highlight, ranges }] : [];
    });
  }, [project, review.letter, reanchored, decisions]);

  if (!project || !letter || !shown) return null;
  const codes = numbering(project).passageCodes;
  const current = reanchored.find(({ highlight }) => highlight === active);
  const decide = (id: string, decision: ReanchorDecision) =>
    setDecisions(new Map(decisions).set(id, decision));
  const go = (each: Reanchored) => {
    app.set({ highlight: each.highlight });
    const block = (rangesOf(each, decisions)[0] ?? each.ranges[0])?.start.block;
    if (block !== undefined) setGoTo({ block });
  };
  const putHere = () => {
    if (current && selection) decide(current.highlight, { kind: 'place', ranges: [selection] });
  };
  const besides = () => {
    onClose();
    showVersion({
      letter: letter.id,
      kind: 'new',
      name: version.original?.name ?? '',
      blocks: version.blocks,
      part: false,
      review,
    });
  };
  const code = current ? (codes.get(current.highlight) ?? '') : '';
  return (
    <Modal
      wide
      ownUndo
      title={en.version.title(letter.code)}
      hint={`${en.version.differs(places)} ${letter.corrected ? en.version.corrected : ''}`}
      onClose={onClose}
      footer={
        <>
          <p className="hint footer-hint">{en.version.hint}</p>
          <button type="button" className="outlined" onClick={besides}>
            {en.version.beside}
          </button>
          <button type="button" className="outlined" onClick={onClose}>
            {en.cancel}
          </button>
          <button
            type="button"
            className="primary"
            onClick={() => {
              putVersion(review, decisions);
              onClose();
            }}
          >
            {en.version.replace}
          </button>
        </>
      }
    >
      <div className="desk-columns">
        <VersionList
          reanchored={reanchored}
          codes={codes}
          decisions={decisions}
          active={active}
          language={letter.language}
          onGo={go}
          onDecide={decide}
        />
        <section className="desk-text" aria-label={en.version.text}>
          <div className="desk-tools">
            <p aria-live="polite">
              {current
                ? en.version.putHint(code)
                : reanchored.length === 0
                  ? en.version.unmarked
                  : en.version.choose}
            </p>
            {current && (
              <button type="button" className="outlined" disabled={!selection} onClick={putHere}>
                {en.version.put(code)}
              </button>
            )}
          </div>
          {renderText({
            letter: shown,
            highlights,
            goTo,
            label: en.version.text,
            onSelect: setSelection,
            onPut: putHere,
          })}
        </section>
      </div>
    </Modal>
  );
}
