/** The style of the citations: one that comes with the program, or one opened from a file. */
import { useState } from 'react';
import { BUNDLED_STYLES, citationStyle } from '../../../core/derived/citation-style.ts';
import type { Project } from '../../../core/document/project.ts';
import { en } from '../../../core/messages/en.ts';
import { useStyleFailed } from '../../state/citations.ts';
import { addCitationStyle, setCitationStyle } from '../../state/works.ts';
import { FileButton } from './file-button.tsx';

export function StyleChooser({ project }: { project: Project }) {
  const [refusal, setRefusal] = useState('');
  const failed = useStyleFailed();
  const open = async (file: string, csl: string): Promise<void> => {
    const { readStyle } = await import('../../../core/citations/read-style.ts');
    const read = readStyle(file, csl);
    setRefusal(read.ok ? '' : read.message);
    if (read.ok) addCitationStyle(read.style.name, csl);
  };
  return (
    <section className="style-chooser">
      <label>
        <span>{en.works.style}</span>
        <select
          value={citationStyle(project).id}
          onChange={(event) => {
            setRefusal('');
            setCitationStyle(event.target.value);
          }}
        >
          {BUNDLED_STYLES.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          {(project.citationStyles ?? []).map(({ id, name }) => (
            <option key={id} value={id}>
              {en.works.ownStyle}
              {name}
            </option>
          ))}
        </select>
      </label>
      <FileButton accept=".csl,.xml" onText={(name, csl) => void open(name, csl)}>
        {en.works.openStyle}
      </FileButton>
      <p className="hint" role="status">
        {refusal || (failed ? en.works.styleFailed : en.works.processor)}
      </p>
    </section>
  );
}
