/** Shows, while files are held over the window, that they may be dropped there. */
import { useEffect, useState } from 'react';
import { en } from '../../../core/messages/en.ts';

export function DropHint() {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const enter = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files')) setOver(true);
    };
    // Leaving one element for another isn't leaving the window.
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const end = () => setOver(false);
    addEventListener('dragenter', enter);
    addEventListener('dragleave', leave);
    addEventListener('drop', end, true);
    return () => {
      removeEventListener('dragenter', enter);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', end, true);
    };
  }, []);
  if (!over) return null;
  return (
    <div className="drop-hint" aria-hidden>
      <p className="floating">{en.reading.drop}</p>
    </div>
  );
}
