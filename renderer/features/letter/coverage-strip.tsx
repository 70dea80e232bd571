/** The strip beside the scroll bar: what of the letter is answered, open, waived or untouched. A click goes there. */
import { useMemo } from 'react';
import { en } from '../../../core/messages/en.ts';
import { touchedIn } from '../../../core/derived/coverage.ts';
import type { Letter } from '../../../core/document/letter.ts';
import { offsetToPosition, textIndex, type Position } from '../../../core/text/canonical.ts';
import { useCoverage } from '../../state/coverage.ts';
import { useSettled } from '../../state/settled.ts';

interface Stripe {
  readonly from: number;
  readonly to: number;
  readonly state: string;
}

/** Finer than this part of the strip can't be seen; neighbours of one state nearer than it are drawn as one. */
const FINEST = 1 / 600;

export function CoverageStrip({ letter, onGo }: { letter: Letter; onGo: (position: Position) => void }) {
  const touched = useSettled(({ project }) => (project ? touchedIn(project, letter) : undefined));
  const percent = useCoverage(letter)?.percent;
  const stripes = useMemo(() => {
    const { order, starts } = textIndex(letter.blocks);
    const length = Math.max(starts.at(-1) ?? 1, 1);
    const list: Stripe[] = [];
    const entries = [...(touched ?? [])].sort((a, b) => (order.get(a[0]) ?? 0) - (order.get(b[0]) ?? 0));
    for (const [block, intervals] of entries) {
      const start = starts[order.get(block) ?? 0] ?? 0;
      for (const { from, to, state } of intervals) {
        if (state === 'untouched') continue;
        const next = { from: (start + from) / length, to: (start + to) / length, state };
        const last = list.at(-1);
        if (last?.state === state && next.from - last.to < FINEST)
          list[list.length - 1] = { ...last, to: next.to };
        else list.push(next);
      }
    }
    return list;
  }, [touched, letter.blocks]);

  return (
    <div
      className="coverage-strip"
      role="img"
      aria-label={`${en.letter.coverageStrip} ${percent === undefined ? en.coverage.counting : en.coverage.percent(percent)}`}
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        const length = textIndex(letter.blocks).starts.at(-1) ?? 0;
        const position = offsetToPosition(letter.blocks, ((event.clientY - box.top) / box.height) * length);
        if (position) onGo(position);
      }}
    >
      {stripes.map((stripe) => (
        <span
          key={stripe.from}
          className={stripe.state}
          style={{
            insetBlockStart: `${stripe.from * 100}%`,
            blockSize: `max(3px, ${(stripe.to - stripe.from) * 100}%)`,
          }}
        />
      ))}
    </div>
  );
}
