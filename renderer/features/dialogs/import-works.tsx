/** Works from what is pasted or from a file. The readers are loaded when something is to be read. */
import { useState } from 'react';
import { en } from '../../../core/messages/en.ts';
import { addWorks, newAmong } from '../../state/works.ts';
import { FileButton } from './file-button.tsx';

export function ImportWorks() {
  const [text, setText] = useState('');
  const [told, setTold] = useState<readonly string[]>([]);
  const take = async (name: string, source: string): Promise<boolean> => {
    const { importWorks } = await import('../../../core/citations/import-works.ts');
    const read = importWorks(name, source);
    if (!read.ok) {
      setTold([read.message]);
      return false;
    }
    const works = newAmong(read.works);
    addWorks(works);
    const known = read.works.length - works.length;
    setTold([en.works.added(works.length), ...(known > 0 ? [en.works.known(known)] : []), ...read.notices]);
    return true;
  };
  return (
    <section className="import-works" aria-label={en.works.import}>
      <label>
        <span>{en.works.paste}</span>
        <textarea
          rows={5}
          autoFocus
          spellCheck={false}
          placeholder={en.works.pastePlaceholder}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      <div className="import-works-acts">
        <button
          type="button"
          className="outlined"
          disabled={text.trim() === ''}
          onClick={() => void take(en.works.pasted, text).then((taken) => taken && setText(''))}
        >
          {en.works.take}
        </button>
        <FileButton
          accept=".bib,.bibtex,.ris,.json"
          onText={(name, source) => void take(`“${name}”`, source)}
        >
          {en.works.openFile}
        </FileButton>
      </div>
      <ul className="import-works-told" role="status">
        {told.slice(0, 30).map((sentence, i) => (
          <li key={i} dir="auto">
            {sentence}
          </li>
        ))}
        {told.length > 30 && <li>{en.works.more(told.length - 30)}</li>}
      </ul>
    </section>
  );
}
