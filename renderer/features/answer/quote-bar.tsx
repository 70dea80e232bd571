/** The small bar at what is selected in a quotation: what can be done with it, each with its key. */
import { useEffect, useLayoutEffect, useRef, useState, type FormEvent } from 'react';
import { createPortal } from 'react-dom';
import { CornerDownLeft, Italic, PencilLine, Scissors, TextSelect, Undo2 } from 'lucide-react';
import { LONGEST_INSERTION } from '../../../core/document/quotation-edits.ts';
import { en } from '../../../core/messages/en.ts';
import { act, canAct, isSign, putWords, type QuoteAct } from '../../state/quoted.ts';
import { app, type Quoted } from '../../state/store.ts';

const KEYS: Readonly<Record<string, QuoteAct>> = {
  i: 'insert',
  r: 'replace',
  s: 'sic',
  e: 'emphasis',
  b: 'restore',
  o: 'only',
};

/** The act of a key pressed in a quotation: Delete omits words, and takes away the sign that is selected. */
export function actOfKey(event: KeyboardEvent, quoted: Quoted): QuoteAct | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (event.key === 'Delete' || event.key === 'Backspace') return isSign(quoted) ? 'restore' : 'omit';
  const key = event.key.toLowerCase();
  return Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
}

interface Props {
  readonly quoted: Quoted;
  readonly quote: string;
  /** Of the words that must not be covered, and of the view: window coordinates in CSS pixels. */
  box(): DOMRect | null | undefined;
  bounds(): DOMRect | undefined;
  /** What is selected, to be shown as such while the line for words has the focus. */
  range(): Range | undefined;
  readonly direction: 'ltr' | 'rtl';
  onLeave(): void;
}

const GAP = 8;

export function QuoteBar(props: Props) {
  const { quoted, quote, box, bounds, onLeave } = props;
  const ref = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ top: number; left: number } | null>(null);
  const measure = () => {
    const words = box();
    const view = bounds();
    const bar = ref.current?.getBoundingClientRect();
    if (!words || !view || !bar || words.bottom < view.top || words.top > view.bottom) return setPlace(null);
    const above = words.top - bar.height - GAP;
    const top = above > view.top + 4 ? above : words.bottom + GAP;
    const middle = (words.left + words.right) / 2 - bar.width / 2;
    const left = Math.max(8, Math.min(middle, innerWidth - bar.width - 8));
    setPlace((before) => (before?.top === top && before.left === left ? before : { top, left }));
  };
  const latest = useRef(measure);
  useLayoutEffect(() => {
    latest.current = measure;
    measure();
  });
  useEffect(() => {
    const again = () => latest.current();
    document.addEventListener('scroll', again, true);
    addEventListener('resize', again);
    return () => {
      document.removeEventListener('scroll', again, true);
      removeEventListener('resize', again);
    };
  }, []);

  return createPortal(
    <div
      ref={ref}
      className="quote-bar floating"
      role="toolbar"
      aria-label={en.quote.bar}
      style={place ?? { top: 0, left: 0, visibility: 'hidden' }}
      onMouseDown={(event) => {
        if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        app.set({ quoted: { ...quoted, form: undefined } });
        onLeave();
      }}
    >
      {quoted.form ? (
        <WordsForm key={quoted.form} {...props} />
      ) : isSign(quoted) ? (
        <SignRow quoted={quoted} quote={quote} />
      ) : (
        <ActsRow />
      )}
    </div>,
    document.body,
  );
}

const ICONS = {
  omit: Scissors,
  insert: CornerDownLeft,
  replace: PencilLine,
  emphasis: Italic,
  only: TextSelect,
  restore: Undo2,
};
const ORDER = ['omit', 'replace', 'insert', 'sic', 'emphasis', 'only', 'restore'] as const;
const SHOWN_KEYS: Readonly<Record<QuoteAct, string>> = {
  omit: 'Del',
  insert: 'I',
  replace: 'R',
  sic: 'S',
  emphasis: 'E',
  only: 'O',
  restore: 'B',
};

function ActsRow() {
  const acts = ORDER.filter((what) => what !== 'restore' || canAct(what, app.get()));
  return (
    <div className="row">
      {acts.map((what) => {
        const Icon = what === 'sic' ? undefined : ICONS[what];
        return (
          <button
            key={what}
            type="button"
            title={en.quote.hints[what]}
            disabled={!canAct(what, app.get())}
            onClick={() => act(what)}
          >
            {Icon && <Icon aria-hidden />} {en.quote.acts[what]} <kbd>{SHOWN_KEYS[what]}</kbd>
          </button>
        );
      })}
    </div>
  );
}

/** What a sign stands for, and the way back. */
function SignRow({ quoted, quote }: Pick<Props, 'quoted' | 'quote'>) {
  const { edit } = quoted;
  if (!edit) return null;
  const words = 'to' in edit ? quote.slice(edit.from, edit.to).replace(/\s+/g, ' ') : '';
  const hasText = 'text' in edit;
  return (
    <div className="row">
      {words !== '' && (
        <span className="stands-for">
          {en.quote.letterHas} <q dir="auto">{words}</q>
        </span>
      )}
      {hasText && (
        <button
          type="button"
          onClick={() =>
            app.set({ quoted: { ...quoted, form: edit.kind === 'replace' ? 'replace' : 'insert' } })
          }
        >
          <PencilLine aria-hidden /> {en.quote.otherWords}
        </button>
      )}
      <button type="button" className="primary" onClick={() => act('restore')}>
        <Undo2 aria-hidden /> {en.quote.back[edit.kind]} <kbd>B</kbd>
      </button>
    </div>
  );
}

/** The line that takes the words for the brackets. */
function WordsForm({ quoted, quote, range, direction, onLeave }: Props) {
  const { edit, form } = quoted;
  const known =
    edit && 'text' in edit ? edit.text : form === 'replace' ? quote.slice(quoted.from, quoted.to) : '';
  const [text, setText] = useState(known.replace(/\s+/g, ' ').slice(0, LONGEST_INSERTION));
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const selected = range();
    if (selected) CSS.highlights.set('quoting', new Highlight(selected));
    field.current?.focus();
    field.current?.select();
    return () => {
      CSS.highlights.delete('quoting');
    };
    // The words are selected as the line opens.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { form: _, ...without } = quoted;
    if (text.trim() === '' || text === known) app.set({ quoted: without });
    else putWords(quoted, text);
    onLeave();
  };
  const label = form === 'replace' ? en.quote.replacement : en.quote.insertion;
  return (
    <form className="row" onSubmit={submit}>
      <span aria-hidden>[</span>
      <input
        ref={field}
        type="text"
        dir={direction}
        aria-label={label}
        placeholder={label}
        maxLength={LONGEST_INSERTION}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <span aria-hidden>]</span>
      <button type="submit" className="primary">
        {en.quote.put}
      </button>
    </form>
  );
}
