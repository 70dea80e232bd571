/** Whether what stands beside each other is scrolled together. */
import { Link2, Unlink2 } from 'lucide-react';
import { en } from '../../../core/messages/en.ts';
import { isLinked, toggleLinked } from '../../state/beside.ts';
import { useApp } from '../../state/store.ts';

export function LinkButton() {
  const linked = useApp((state) => isLinked(state) === true);
  return (
    <button
      type="button"
      className="icon"
      title={en.beside.linked}
      aria-label={en.beside.linked}
      aria-pressed={linked}
      onClick={toggleLinked}
    >
      {linked ? <Link2 aria-hidden /> : <Unlink2 aria-hidden />}
    </button>
  );
}
