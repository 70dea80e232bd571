/** What the import of a letter left out, changed or decided; and the whole page, where only its main text was taken. */
import type { Letter } from '../../../core/document/letter.ts';
import { noticeSentence } from '../../../core/import/messages.ts';
import { en } from '../../../core/messages/en.ts';
import { isMainTextOnly, takeWholePage } from '../../state/originals.ts';

/** Nothing where there is nothing to tell. */
export function ImportReport({ letter }: { letter: Letter }) {
  if (letter.notices.length === 0) return null;
  return (
    <section className="import-report">
      <h3>{en.letter.noticeTitle}</h3>
      <ul className="notices">
        {letter.notices.map((notice, i) => (
          <li key={i}>{noticeSentence(notice)}</li>
        ))}
      </ul>
      {isMainTextOnly(letter) && (
        <button type="button" className="outlined" onClick={() => void takeWholePage(letter.id)}>
          {en.arrivals.wholePage}
        </button>
      )}
    </section>
  );
}
