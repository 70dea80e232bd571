import { PAPERS, type FrontMatter, type Paper } from '../../../core/document/project.ts';
import { en } from '../../../core/messages/en.ts';
import { setFront, setSetting } from '../../state/points.ts';
import { useApp } from '../../state/store.ts';
import { directionOf, LANGUAGES } from '../../ui/languages.ts';
import { Modal } from '../../ui/modal.tsx';

/** Title page and paper. What is typed here is in the project at once, and can be undone as everything else. */
export function TitlePageDialog({ onClose }: { onClose(): void }) {
  const project = useApp((state) => state.project);
  if (!project) return null;
  const { front, settings } = project;
  const names = new Intl.DisplayNames('en', { type: 'language' });
  const languages = LANGUAGES.includes(settings.language) ? LANGUAGES : [settings.language, ...LANGUAGES];
  const field = (name: keyof FrontMatter, wide = false, rows = 1) => (
    <label className={wide ? 'wide' : undefined}>
      <span>{en.titlePage.fields[name]}</span>
      {rows > 1 ? (
        <textarea
          rows={rows}
          dir="auto"
          value={front[name]}
          onChange={(event) => setFront(name, event.target.value)}
        />
      ) : (
        <input
          type="text"
          dir="auto"
          value={front[name]}
          onChange={(event) => setFront(name, event.target.value)}
        />
      )}
      {name === 'date' && <span className="hint">{en.titlePage.dateHint}</span>}
    </label>
  );
  return (
    <Modal
      title={en.titlePage.title}
      onClose={onClose}
      footer={
        <button type="button" className="primary" onClick={onClose}>
          {en.titlePage.done}
        </button>
      }
    >
      <div className="fields">
        {field('title', true)}
        {field('subtitle', true)}
        {field('byline')}
        {field('date')}
        {field('series')}
        {field('number')}
        {field('motto', true, 2)}
        {field('mottoSource')}
        {field('colophon', true, 2)}
        <label>
          <span>{en.titlePage.language}</span>
          <select
            value={settings.language}
            onChange={(event) => {
              const language = event.target.value;
              setSetting('language', language);
              setSetting('direction', directionOf(language));
            }}
          >
            {languages.map((language) => (
              <option key={language} value={language}>
                {names.of(language) ?? language}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{en.titlePage.paper}</span>
          <select
            value={settings.paper}
            onChange={(event) => setSetting('paper', event.target.value as Paper)}
          >
            {PAPERS.map((paper) => (
              <option key={paper} value={paper}>
                {en.titlePage.papers[paper]}
              </option>
            ))}
          </select>
        </label>
        <label className="check wide">
          <input
            type="checkbox"
            checked={settings.lettersAppended}
            onChange={(event) => setSetting('lettersAppended', event.target.checked)}
          />
          <span>{en.titlePage.lettersAppended}</span>
        </label>
      </div>
    </Modal>
  );
}
