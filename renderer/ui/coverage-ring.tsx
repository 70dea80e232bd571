/** How much of a letter is answered (solid) and waived (dotted), as a small ring; the number is in its label. */
import type { Coverage } from '../../core/derived/coverage.ts';

const AROUND = 2 * Math.PI * 5.5;

/** @param coverage undefined while it isn't known: an empty ring */
export function CoverageRing({ coverage, label }: { coverage: Coverage | undefined; label: string }) {
  const { totals, count = 0, percent = 0 } = coverage ?? {};
  const part = (sentences = 0) => (count > 0 ? (sentences / count) * AROUND : 0);
  const answered = part(totals?.answered);
  const waived = part(totals?.waived);
  return (
    <svg className="coverage-ring" viewBox="0 0 16 16" role="img" aria-label={label}>
      <circle cx="8" cy="8" r="5.5" className="track" />
      {waived > 0 && (
        <circle
          cx="8"
          cy="8"
          r="5.5"
          className="waived"
          strokeDasharray={dots(waived)}
          strokeDashoffset={-answered}
          transform="rotate(-90 8 8)"
        />
      )}
      <circle
        cx="8"
        cy="8"
        r="5.5"
        className="filled"
        strokeDasharray={`${answered} ${AROUND}`}
        transform="rotate(-90 8 8)"
      />
      {percent === 100 && <circle cx="8" cy="8" r="3" className="full" />}
    </svg>
  );
}

/** Dots along an arc of this length, and nothing after it. */
function dots(length: number): string {
  const step = 1.6;
  const pairs = Math.max(1, Math.round(length / (2 * step)));
  const dot = length / (2 * pairs);
  return `${Array.from({ length: pairs }, () => `${dot} ${dot}`).join(' ')} 0 ${AROUND}`;
}
