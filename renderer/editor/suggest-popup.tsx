/** The list under a sign that was typed: the focus and what is typed stay in the text. */
import { Popover } from 'radix-ui';
import { useEffect, useLayoutEffect, useMemo, useState, type ReactNode, type RefObject } from 'react';
import { Editor } from 'slate';
import { ReactEditor, useSlate } from 'slate-react';
import { boxOf } from './caret-lines.ts';
import { ChoiceList, useChoosing, type ChoiceKey } from './choice-list.tsx';
import type { SuggestPanel } from './panel.ts';
import type { Choice } from './rank-choices.ts';
import { askedFor } from './suggest.ts';
import type { Search } from './use-searched.ts';

/** Keys of the text while a list is open; true for those that the list takes. */
export type SuggestKeys = RefObject<((event: ChoiceKey) => boolean) | null>;

type Asked = NonNullable<ReturnType<typeof askedFor>>;

interface SuggestPopupProps<C> {
  readonly panel: SuggestPanel;
  readonly choices: () => readonly C[];
  readonly search?: Search<C> | undefined;
  readonly label: string;
  readonly none: string;
  readonly keys: SuggestKeys;
  readonly direction: 'ltr' | 'rtl';
  /** @param withForm whether what else can be said of it is to be asked */
  onPick(choice: C, range: Asked['range'], withForm: boolean): void;
  /** Makes what isn't there yet, of the words asked for. */
  onNew?: ((query: string, range: Asked['range']) => void) | undefined;
  /** The keys that do more than Enter, in words. */
  readonly hint: string;
  close(): void;
}

export function SuggestPopup<C extends Choice>(props: SuggestPopupProps<C>): ReactNode {
  const { panel, label, none, keys, direction, close } = props;
  const editor = useSlate();
  const [choices] = useState(props.choices);
  const [search] = useState(() => props.search);
  const asked = askedFor(editor, panel.sign, panel.start);
  const query = asked?.query ?? '';
  const pick = (choice: C, withForm = false): void => {
    const now = askedFor(editor, panel.sign, panel.start);
    if (now) props.onPick(choice, now.range, withForm);
  };
  const choosing = useChoosing(choices, query, pick, search);
  // Two words of which nothing is called are meant for the text, as is a space after none.
  const over = !asked || (choosing.rows.length === 0 && !choosing.searching && /\s/.test(query));

  useEffect(() => {
    if (over) close();
  }, [over, close]);
  useLayoutEffect(() => {
    keys.current = (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && props.onNew) {
        const now = askedFor(editor, panel.sign, panel.start);
        if (now) props.onNew(now.query, now.range);
        return true;
      }
      if (event.key !== 'Escape') return choosing.onKey(event);
      close();
      return true;
    };
    return () => {
      keys.current = null;
    };
  });
  const { id, activeId } = choosing;
  useLayoutEffect(() => {
    const text = ReactEditor.toDOMNode(editor, editor);
    const told = { 'aria-controls': id, 'aria-autocomplete': 'list', 'aria-activedescendant': activeId };
    for (const [name, value] of Object.entries(told)) if (value) text.setAttribute(name, value);
    return () => {
      for (const name of Object.keys(told)) text.removeAttribute(name);
    };
  }, [editor, id, activeId]);

  const anchor = useMemo(
    () => ({ current: { getBoundingClientRect: () => boxOfSign(editor, panel) } }),
    [editor, panel],
  );
  if (over) return null;
  return (
    <Popover.Root open onOpenChange={close}>
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Portal>
        <Popover.Content
          className="editor-panel picking"
          data-editor-panel=""
          dir={direction}
          side="bottom"
          align="start"
          sideOffset={8}
          collisionPadding={8}
          aria-label={label}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          onEscapeKeyDown={(event) => event.preventDefault()}
          onFocusOutside={(event) => {
            if (ReactEditor.hasDOMNode(editor, event.target as Node)) event.preventDefault();
          }}
        >
          <ChoiceList choosing={choosing} label={label} none={none} onPick={pick} />
          <p className="picks-none picks-keys">{props.hint}</p>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

const NOWHERE = new DOMRect();

function boxOfSign(editor: Editor, { start, sign }: SuggestPanel): DOMRect {
  try {
    const from = start.current;
    const end = from && Editor.after(editor, from, { distance: sign.length, unit: 'offset' });
    return (from && end && boxOf(editor, { anchor: from, focus: end })) || NOWHERE;
  } catch {
    // Between a change and its drawing Slate doesn't know the place.
    return NOWHERE;
  }
}
