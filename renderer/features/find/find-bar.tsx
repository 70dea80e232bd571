/** Find and replace, in a bar above the panes; every place is listed under it when that is asked for. */
import {
  ALargeSmall,
  CaseSensitive,
  ChevronDown,
  ChevronUp,
  List,
  Regex,
  Replace,
  WholeWord,
  X,
} from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { en } from '../../../core/messages/en.ts';
import { stopFinding } from '../../platform/find-worker-client.ts';
import {
  changeFind,
  changeQuery,
  closeFind,
  countsOf,
  KINDS,
  stepFound,
  useFind,
  type FindScope,
} from '../../state/find.ts';
import { isReplaceable, replaceAll, replaceCurrent } from '../../state/replace.ts';
import { app } from '../../state/store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { keepFocus } from '../../ui/keep-focus.ts';
import { keyText } from '../../ui/key-text.ts';
import { drawFound } from './draw-found.ts';
import { FindResults } from './find-results.tsx';
import { enterFound, showFound } from './go-to.ts';
import './find.css';

const SCOPES: readonly FindScope[] = ['all', 'here', 'answers', 'letters', 'notes'];
const words = en.findText;

export function FindBar() {
  const open = useFind((state) => state.open);
  const gone = useFind((state) => state.gone);
  const entered = useFind((state) => state.entered);
  useEffect(() => {
    const { found, at } = useFind.getState();
    const [place, { project }] = [found[at], app.get()];
    if (gone > 0 && place && project) showFound(project, place);
  }, [gone]);
  useEffect(() => {
    const { found, at } = useFind.getState();
    const [place, { project }] = [found[at], app.get()];
    if (entered > 0 && place && project) enterFound(project, place);
  }, [entered]);
  return open ? <OpenBar /> : null;
}

function OpenBar() {
  const { replacing, listed, query, replacement, keepCase, scope, asked } = useFind();
  const [bringBack] = useState(keepFocus);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => drawFound(), []);
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [asked]);

  const close = () => {
    if (!closeFind()) bringBack();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
  };
  const option = (
    name: 'pattern' | 'wholeWord' | 'matchCase' | 'matchAccents',
    icon: ReactNode,
  ): ReactNode => (
    <button
      type="button"
      className="icon"
      aria-pressed={query[name]}
      aria-label={words[name]}
      title={words[name]}
      onClick={() => changeQuery({ [name]: !query[name] })}
    >
      {icon}
    </button>
  );
  return (
    <section className="find-bar" role="search" aria-label={words.label} onKeyDown={onKeyDown}>
      <div className="find-row">
        <input
          ref={field}
          type="search"
          className="find-query"
          dir="auto"
          data-own-undo
          spellCheck={false}
          aria-label={words.query}
          placeholder={words.query}
          value={query.text}
          onChange={(event) => changeQuery({ text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            stepFound(event.shiftKey ? -1 : 1);
          }}
        />
        <div className="find-options" role="group" aria-label={words.label}>
          {option('matchCase', <CaseSensitive aria-hidden />)}
          {option('wholeWord', <WholeWord aria-hidden />)}
          {option('matchAccents', <ALargeSmall aria-hidden />)}
          {option('pattern', <Regex aria-hidden />)}
        </div>
        <select
          aria-label={words.scope}
          value={scope}
          onChange={(event) => changeFind({ scope: event.target.value as FindScope })}
        >
          {SCOPES.map((each) => (
            <option key={each} value={each}>
              {words.scopes[each]}
            </option>
          ))}
        </select>
        <Outcome />
        <button
          type="button"
          className="icon"
          aria-label={words.previous}
          title={`${words.previous} (${keyText('find-previous')})`}
          onClick={() => stepFound(-1)}
        >
          <ChevronUp aria-hidden />
        </button>
        <button
          type="button"
          className="icon"
          aria-label={words.next}
          title={`${words.next} (${keyText('find-next')})`}
          onClick={() => stepFound(1)}
        >
          <ChevronDown aria-hidden />
        </button>
        <IconButton name={words.list} aria-pressed={listed} onClick={() => changeFind({ listed: !listed })}>
          <List aria-hidden />
        </IconButton>
        <button
          type="button"
          className="icon"
          aria-pressed={replacing}
          aria-label={words.showReplace}
          title={`${words.showReplace} (${keyText('replace-text')})`}
          onClick={() => changeFind({ replacing: !replacing })}
        >
          <Replace aria-hidden />
        </button>
        <IconButton name={words.close} onClick={close}>
          <X aria-hidden />
        </IconButton>
      </div>
      {replacing && (
        <div className="find-row">
          <input
            type="text"
            className="find-query"
            dir="auto"
            data-own-undo
            spellCheck={false}
            aria-label={words.replacement}
            placeholder={words.replacement}
            value={replacement}
            onChange={(event) => changeFind({ replacement: event.target.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              void (event.ctrlKey || event.metaKey ? replaceAll() : replaceCurrent());
            }}
          />
          <label className="check">
            <input
              type="checkbox"
              checked={keepCase}
              onChange={(event) => changeFind({ keepCase: event.target.checked })}
            />
            <span>{words.keepCase}</span>
          </label>
          <ReplaceButtons />
        </div>
      )}
      {listed && <FindResults />}
    </section>
  );
}

function ReplaceButtons() {
  const found = useFind((state) => state.found);
  const at = useFind((state) => state.at);
  const place = found[at];
  const current = place !== undefined && isReplaceable(place);
  const any = found.some(isReplaceable);
  return (
    <>
      <button type="button" className="outlined" disabled={!current} onClick={() => void replaceCurrent()}>
        {words.replace}
      </button>
      <button type="button" className="outlined" disabled={!any} onClick={() => void replaceAll()}>
        {words.replaceAll}
      </button>
      {found.length > 0 && !current && <span className="hint">{words.lettersStay}</span>}
    </>
  );
}

/** Milliseconds after which the writer is told that it goes on. */
const PATIENCE = 500;

function Outcome() {
  const { status, found, beyond, at, gone, query } = useFind();
  const searching = status.is === 'searching';
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!searching) return setLong(false);
    const timer = setTimeout(() => setLong(true), PATIENCE);
    return () => clearTimeout(timer);
  }, [searching]);
  const total = found.length + beyond;
  const { project } = app.get();
  const counts = project && found.length > 0 ? countsOf(project, found) : undefined;
  const kinds = KINDS.filter((kind) => counts && counts[kind] > 0);
  return (
    <div className="find-outcome" role="status">
      {query.text === '' ? null : status.is === 'bad-pattern' ? (
        <span className="find-trouble">{words.badPattern(status.why)}</span>
      ) : status.is === 'too-slow' ? (
        <span className="find-trouble">{words.tooSlow}</span>
      ) : (
        <>
          {searching && long && (
            <>
              <span>{words.searching}</span>
              <button type="button" onClick={stopFinding}>
                {words.stop}
              </button>
            </>
          )}
          {status.is === 'stopped' && <span>{words.stopped}</span>}
          {total > 0 ? (
            <span className="find-place">
              {gone > 0 && at >= 0 ? words.place(at + 1, total, long) : words.found(total, long)}
            </span>
          ) : (
            status.is === 'done' && <span>{words.nothing}</span>
          )}
          {counts && kinds.length > 1 && (
            <span className="hint">
              {kinds.map((kind) => `${words.counts[kind]} ${counts[kind].toLocaleString('en')}`).join(' · ')}
            </span>
          )}
        </>
      )}
    </div>
  );
}
