import { en } from '../../../core/messages/en.ts';
import { app } from '../../state/store.ts';

/** Says that a letter's text isn't as it came, and shows the difference. */
export function CorrectedBadge({ letter }: { letter: string }) {
  return (
    <button
      type="button"
      className="badge"
      title={en.letter.correctedHint}
      onClick={() => app.set({ dialog: { kind: 'original', letter } })}
    >
      {en.letter.corrected}
    </button>
  );
}
