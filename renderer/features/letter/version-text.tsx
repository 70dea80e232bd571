/** The text of a letter's new version with its passages, in which words are selected to put a passage there. */
import { useEffect, useMemo, useRef } from 'react';
import { highlightStates } from '../../../core/derived/usage.ts';
import type { Highlight, Letter } from '../../../core/document/letter.ts';
import type { BlockId } from '../../../core/text/block.ts';
import type { TextRange } from '../../../core/text/canonical.ts';
import { app, useApp } from '../../state/store.ts';
import { blockElement, rangeFromSelection } from './dom-position.ts';
import { KeyboardCaret, moveSelection } from '../../ui/keyboard-caret.tsx';
import { LetterBody } from './letter-body.tsx';
import { lanes as lanesOf, partsByBlock } from './passage-parts.ts';
import { selectPassage, tint } from './select-passage.ts';
import './letter.css';

interface Props {
  /** With the blocks of the new version. */
  readonly letter: Letter;
  /** As they are to be in it. */
  readonly highlights: readonly Highlight[];
  /** Brought into view; a new object asks anew. */
  readonly goTo: { readonly block: BlockId } | null;
  readonly label: string;
  /** Told the words that are selected, or that none are. */
  onSelect(range: TextRange | null): void;
  /** Enter on a selection. */
  onPut(): void;
}

export function VersionText({ letter, highlights, goTo, label, onSelect, onPut }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const drawAt = useRef<((block: BlockId) => void) | null>(null);
  const project = useApp((state) => state.project);
  const hovered = useApp((state) => state.hovered);
  const selected = useApp((state) => state.highlight);
  const states = project && highlightStates(project);
  const parts = useMemo(() => {
    const styles = new Map(project?.categories.map(({ id, style }) => [id, style]));
    return partsByBlock(letter.blocks, highlights, styles, states ?? new Map());
  }, [letter.blocks, highlights, project?.categories, states]);
  const lanes = useMemo(() => lanesOf(letter.blocks, highlights), [letter.blocks, highlights]);

  useEffect(() => {
    const passageOf = (id: string) => highlights.find((highlight) => highlight.id === id);
    if (root.current) tint(root.current, letter.blocks, { hovered, selected }, passageOf);
  }, [hovered, selected, highlights, letter.blocks]);
  useEffect(() => {
    const element = root.current;
    if (!element || !goTo) return undefined;
    const show = () => {
      const block = blockElement(element, goTo.block);
      block?.scrollIntoView({ block: 'center', behavior: 'instant' });
      return block !== null;
    };
    // A frame later, when a dialog that has just come has its size.
    const frame = requestAnimationFrame(() => {
      if (!show()) drawAt.current?.(goTo.block);
    });
    const drawn = new MutationObserver(() => show() && drawn.disconnect());
    if (!blockElement(element, goTo.block)) drawn.observe(element, { childList: true });
    return () => {
      cancelAnimationFrame(frame);
      drawn.disconnect();
    };
  }, [goTo]);

  const read = () => {
    const selection = getSelection();
    const range =
      root.current && selection ? rangeFromSelection(selection, letter.blocks, root.current) : undefined;
    onSelect(range ?? null);
    return range;
  };
  return (
    <div className="letter-view">
      <div
        className="letter-scroll"
        tabIndex={0}
        lang={letter.language}
        dir={letter.direction}
        aria-label={label}
        role="document"
        onMouseUp={(event) => {
          if (event.button !== 0 || read()) return;
          const passages = (event.target as Element).closest<HTMLElement>('[data-passages]')?.dataset
            .passages;
          if (passages !== undefined) selectPassage(passages.split(' ').at(-1) ?? null);
        }}
        onMouseOver={(event) => {
          const passages = (event.target as Element).closest<HTMLElement>('[data-passages]')?.dataset
            .passages;
          app.set({ hovered: passages?.split(' ').at(-1) ?? null });
        }}
        onMouseLeave={() => app.set({ hovered: null })}
        onClick={(event) => {
          if ((event.target as Element).closest('a')) event.preventDefault();
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !(event.target as Element).closest('button')) {
            event.preventDefault();
            return onPut();
          }
          if (root.current && moveSelection(event.nativeEvent, root.current)) event.preventDefault();
        }}
        onKeyUp={read}
      >
        <article className="letter-page" ref={root}>
          <LetterBody letter={letter} parts={parts} lanes={lanes} drawAt={drawAt} />
          <KeyboardCaret root={root} />
        </article>
      </div>
    </div>
  );
}
