/** What the window shows of letters on their way in: what is read, which to take, what came of it. */
import { closeArrivals, useArrivals } from '../../state/arrivals.ts';
import { useApp } from '../../state/store.ts';
import { ChooseLetters } from './choose-letters.tsx';
import { DropHint } from './drop-hint.tsx';
import { ReadingBar } from './reading-bar.tsx';
import { ReportDialog } from './report-dialog.tsx';
import './arrivals.css';

export function Arrivals() {
  const choice = useArrivals((state) => state.choice);
  const report = useArrivals((state) => state.report);
  // What is asked first is answered first; a form that is opened from the report lies over it.
  const busy = useApp((state) => state.dialog !== null);
  return (
    <>
      <ReadingBar />
      <DropHint />
      {choice && <ChooseLetters {...choice} onClose={closeArrivals} />}
      {report && !choice && !busy && <ReportDialog letters={report} onClose={closeArrivals} />}
    </>
  );
}
