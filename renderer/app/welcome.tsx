/** The empty window: three ways to begin, recent projects, and what a crash left. */
import { BookOpenText, ClipboardPaste, FolderOpen } from 'lucide-react';
import { en } from '../../core/messages/en.ts';
import { chooseLetters } from '../platform/chosen-files.ts';
import { discardWork, openRecent, restoreWork } from '../state/files.ts';
import { takeFiles } from '../state/import-letters.ts';
import { useApp } from '../state/store.ts';
import { runCommand } from './commands.ts';
import { keyText } from '../ui/key-text.ts';

export function Welcome() {
  const recent = useApp((state) => state.recent);
  return (
    <main className="welcome">
      <div className="welcome-page">
        <Recovered />
        <h2>{en.welcome.title}</h2>
        <p className="lead">{en.welcome.lead}</p>
        <div className="ways">
          <button type="button" className="way" onClick={() => void runCommand('letter-paste')}>
            <ClipboardPaste aria-hidden />
            <strong>{en.welcome.paste}</strong>
            <span>{en.welcome.pasteHint}</span>
            <kbd>{keyText('paste')}</kbd>
          </button>
          <button type="button" className="way" onClick={() => void openAny()}>
            <FolderOpen aria-hidden />
            <strong>{en.welcome.open}</strong>
            <span>{en.welcome.openHint}</span>
            <kbd>{keyText('open-project')}</kbd>
          </button>
          <button type="button" className="way" onClick={() => void runCommand('open-sample')}>
            <BookOpenText aria-hidden />
            <strong>{en.welcome.sample}</strong>
            <span>{en.welcome.sampleHint}</span>
          </button>
        </div>
        {recent.length > 0 && (
          <section className="recent">
            <h3>{en.welcome.recent}</h3>
            <ul>
              {recent.map((file) => (
                <li key={file.id}>
                  <button type="button" onClick={() => void openRecent(file.id)}>
                    <span>{file.name}</span> <span className="hint">{file.folder}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )}
        <p className="hint">{en.welcome.drop}</p>
      </div>
    </main>
  );

  async function openAny(): Promise<void> {
    const files = await chooseLetters();
    if (files.length > 0) await takeFiles(files);
  }
}

function Recovered() {
  const works = useApp((state) => state.recoverable);
  if (works.length === 0) return null;
  return (
    <section className="recovered" aria-label={en.recovery.title}>
      <h3>{en.recovery.title}</h3>
      <p>{en.recovery.lead}</p>
      <ul>
        {works.map((work) => (
          <li key={work.id}>
            <span>
              <strong dir="auto">{work.title || en.untitled}</strong>{' '}
              <span className="hint">
                {new Date(work.time).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' })}
              </span>
            </span>
            <button type="button" className="primary" onClick={() => void restoreWork(work.id)}>
              {en.recovery.restore}
            </button>
            <button type="button" onClick={() => void discardWork(work.id)}>
              {en.recovery.discard}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
