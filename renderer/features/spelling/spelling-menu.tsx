/** Beside a misspelt word: what it may have been meant to be, and the ways to let it stand. */
import { DropdownMenu } from 'radix-ui';
import { BookPlus, EyeOff, Laptop } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { en } from '../../../core/messages/en.ts';
import { dictionaryOf } from '../../../core/spelling/dictionaries.ts';
import {
  addToComputer,
  addToProject,
  closeMisspelling,
  ignoreHere,
  leaveMisspelling,
  openMisspelling,
  replaceMisspelling,
  suggestionsFor,
  useMisspelling,
  type MisspellingAt,
} from '../../state/misspelling.ts';
import { useApp } from '../../state/store.ts';
import { blocksOf, offsetIn, rangesIn } from '../../ui/block-dom.ts';
import { drawSpelling } from './draw-spelling.ts';
import './spelling.css';

/** An editor of the author's words; a letter's blocks may have the same ids. */
const OWN_TEXT = ':is(.answer-scroll, .editor-panel) .text:not(.static)';
/** Milliseconds in which a text should have come into view. */
const LONGEST_WAIT = 5000;

/** The marks in the texts, and the menu of the one that was asked for. */
export function Spelling() {
  const at = useMisspelling((state) => state.at);
  useEffect(() => drawSpelling(), []);
  useEffect(() => {
    const stop = new AbortController();
    document.addEventListener('contextmenu', onContextMenu, { signal: stop.signal });
    return () => stop.abort();
  }, []);
  return at ? <OpenMenu key={`${at.block}/${at.note}/${at.from}/${at.word}`} at={at} /> : null;
}

/** By the mouse the word under it is meant, by the keyboard the one at the caret. */
function onContextMenu(event: MouseEvent): void {
  if (!(event.target instanceof Element) || !event.target.closest(OWN_TEXT)) return;
  const selection = getSelection();
  const [node, offset] =
    event.button === 2
      ? pointAt(event.clientX, event.clientY)
      : [selection?.focusNode ?? null, selection?.focusOffset ?? 0];
  if (!node) return;
  const isOpened = blocksOf(node).some((block) =>
    openMisspelling(block.dataset.block ?? '', offsetIn(block, node, offset)),
  );
  if (isOpened) event.preventDefault();
}

function pointAt(x: number, y: number): [Node | null, number] {
  const range = document.caretRangeFromPoint(x, y);
  return [range?.startContainer ?? null, range?.startOffset ?? 0];
}

const elementOf = (id: string) =>
  [...document.querySelectorAll(`[data-block="${CSS.escape(id)}"]`)].find((each) => each.closest(OWN_TEXT));

/** The box of the word, or of the mark of the note that it stands in; undefined until it is drawn. */
function boxOf({ block, note, from, to }: MisspellingAt): DOMRect | undefined {
  const drawn = elementOf(note ?? block);
  const element =
    drawn ?? (note === undefined ? null : document.querySelector(`[data-note="${CSS.escape(note)}"]`));
  if (!element) return undefined;
  const [range] = drawn ? rangesIn(drawn, [{ from, to }]) : [];
  const box = (range ?? element).getBoundingClientRect();
  return box.width > 0 ? box : undefined;
}

function OpenMenu({ at }: { at: MisspellingAt }) {
  const [box, setBox] = useState<DOMRect>();
  const [suggestions, setSuggestions] = useState<readonly string[]>();
  const language = useApp(({ project }) => project?.settings.language ?? 'en');
  const acted = useRef(false);
  const content = useRef<HTMLDivElement>(null);
  const act = (what: () => void) => () => {
    acted.current = true;
    what();
  };

  useEffect(() => {
    let frame = 0;
    const until = performance.now() + LONGEST_WAIT;
    const look = (): void => {
      const element = elementOf(at.note ?? at.block);
      const found = boxOf(at);
      const view = element?.closest('.answer-scroll')?.getBoundingClientRect();
      if (found && view && (found.top < view.top || found.bottom > view.bottom - 40)) {
        element?.scrollIntoView({ block: 'center' });
        frame = requestAnimationFrame(look);
      } else if (found) setBox(found);
      else if (performance.now() > until) closeMisspelling();
      else frame = requestAnimationFrame(look);
    };
    frame = requestAnimationFrame(look);
    return () => cancelAnimationFrame(frame);
  }, [at]);

  useEffect(() => {
    let wanted = true;
    suggestionsFor(at).then(
      (words) => wanted && setSuggestions(words),
      () => wanted && setSuggestions([]),
    );
    return () => {
      wanted = false;
    };
  }, [at]);

  // The likeliest word is chosen with Enter, as soon as it and the menu are there; not when another item was gone to
  // meanwhile.
  const goToFirst = (): void => {
    if (suggestions && document.activeElement === content.current)
      content.current?.querySelector<HTMLElement>('[role="menuitem"]:not([data-disabled])')?.focus();
  };
  useEffect(goToFirst);

  if (!box) return null;
  return (
    <DropdownMenu.Root open modal={false} onOpenChange={(open) => !open && closeMisspelling()}>
      <DropdownMenu.Trigger asChild>
        <span
          className="spelling-anchor"
          aria-hidden
          tabIndex={-1}
          style={{ left: box.left, top: box.top, width: box.width, height: box.height }}
        />
      </DropdownMenu.Trigger>
      {/* Within the page's main part: it is about words there. */}
      <DropdownMenu.Portal container={document.querySelector<HTMLElement>('.desk')}>
        <DropdownMenu.Content
          ref={content}
          className="floating menu spelling-menu"
          // Counts as the editor's own: the text keeps its caret.
          data-editor-panel=""
          onFocus={goToFirst}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label={en.spelling.menu(at.word)}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onEscapeKeyDown={() => !acted.current && leaveMisspelling(at)}
        >
          {suggestions === undefined && (
            <DropdownMenu.Item disabled className="menu-item">
              {en.spelling.looking}
            </DropdownMenu.Item>
          )}
          {suggestions?.length === 0 && (
            <DropdownMenu.Item disabled className="menu-item">
              {en.spelling.noSuggestion}
            </DropdownMenu.Item>
          )}
          {suggestions?.map((word) => (
            <DropdownMenu.Item
              key={word}
              className="menu-item suggestion"
              lang={dictionaryOf(language)}
              onSelect={act(() => replaceMisspelling(at, word))}
            >
              <bdi>{word}</bdi>
            </DropdownMenu.Item>
          ))}
          <DropdownMenu.Separator className="menu-line" />
          <DropdownMenu.Item className="menu-item" onSelect={act(() => addToProject(at))}>
            {en.spelling.addToProject} <BookPlus aria-hidden size={14} />
          </DropdownMenu.Item>
          <DropdownMenu.Item className="menu-item" onSelect={act(() => addToComputer(at))}>
            {en.spelling.addToComputer} <Laptop aria-hidden size={14} />
          </DropdownMenu.Item>
          <DropdownMenu.Item className="menu-item" onSelect={act(() => ignoreHere(at))}>
            {en.spelling.ignore} <EyeOff aria-hidden size={14} />
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
