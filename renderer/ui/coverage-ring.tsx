/** How much is answered, as a small filled ring; the number is in its label. */
export function CoverageRing({ percent, label }: { percent: number; label: string }) {
  const around = 2 * Math.PI * 5.5;
  return (
    <svg className="coverage-ring" viewBox="0 0 16 16" role="img" aria-label={label}>
      <circle cx="8" cy="8" r="5.5" className="track" />
      <circle
        cx="8"
        cy="8"
        r="5.5"
        className="filled"
        strokeDasharray={`${(percent / 100) * around} ${around}`}
        transform="rotate(-90 8 8)"
      />
      {percent === 100 && <circle cx="8" cy="8" r="3" className="full" />}
    </svg>
  );
}
