/** Whether spelling is looked at, in which language, and the writer's own words. */
import { X } from 'lucide-react';
import { useId } from 'react';
import { en } from '../../../core/messages/en.ts';
import { dictionaryOf } from '../../../core/spelling/dictionaries.ts';
import { removeOwnWord, switchSpelling, useOwnSpelling } from '../../platform/own-words.ts';
import { languageName, removeFromProject } from '../../state/misspelling.ts';
import { setSetting } from '../../state/points.ts';
import { app, useApp } from '../../state/store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { LANGUAGES, directionOf } from '../../ui/languages.ts';
import { Modal } from '../../ui/modal.tsx';
import './spelling.css';

const NONE: readonly never[] = [];

export function SpellingDialog() {
  const open = useApp((state) => state.dialog?.kind === 'spelling');
  return open ? <OpenDialog /> : null;
}

function OpenDialog() {
  const { on, words } = useOwnSpelling();
  const language = useApp(({ project }) => project?.settings.language);
  const projectWords = useApp(({ project }) => project?.settings.words) ?? NONE;
  const close = () => app.set({ dialog: null });
  const languages =
    language === undefined || LANGUAGES.includes(language) ? LANGUAGES : [language, ...LANGUAGES];
  const dictionary = language === undefined ? undefined : dictionaryOf(language);
  return (
    <Modal
      title={en.spelling.title}
      onClose={close}
      footer={
        <button type="button" className="primary" onClick={close}>
          {en.spelling.done}
        </button>
      }
    >
      <div className="fields">
        <label className="check wide">
          <input type="checkbox" checked={on} onChange={(event) => switchSpelling(event.target.checked)} />
          <span>{en.spelling.on}</span>
        </label>
        {language !== undefined && (
          <label className="wide">
            <span>{en.titlePage.language}</span>
            <select
              value={language}
              onChange={(event) => {
                setSetting('language', event.target.value);
                setSetting('direction', directionOf(event.target.value));
              }}
            >
              {languages.map((each) => (
                <option key={each} value={each}>
                  {languageName(each)}
                </option>
              ))}
            </select>
            <span className="hint" role="status">
              {dictionary === undefined
                ? en.spelling.noDictionary(languageName(language))
                : en.spelling.dictionary(languageName(dictionary))}
            </span>
          </label>
        )}
        {language !== undefined && (
          <WordList
            title={en.spelling.ofProject}
            hint={en.spelling.ofProjectHint}
            words={projectWords}
            remove={removeFromProject}
          />
        )}
        <WordList
          title={en.spelling.ofComputer}
          hint={en.spelling.ofComputerHint}
          words={words}
          remove={removeOwnWord}
        />
      </div>
    </Modal>
  );
}

interface ListProps {
  readonly title: string;
  readonly hint: string;
  readonly words: readonly string[];
  remove(word: string): void;
}

function WordList({ title, hint, words, remove }: ListProps) {
  const name = useId();
  return (
    <section className="wide" aria-labelledby={name}>
      <h3 id={name}>{title}</h3>
      {words.length === 0 ? (
        <p className="hint">{hint}</p>
      ) : (
        <ul className="spelling-words">
          {words.map((word) => (
            <li key={word}>
              <bdi>{word}</bdi>
              <IconButton name={en.spelling.remove(word)} onClick={() => remove(word)}>
                <X aria-hidden />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
