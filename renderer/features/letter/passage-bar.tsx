/** The small bar at a selection or a selected passage: what can be done with it, each with its key. */
import { useLayoutEffect, useRef, useState } from 'react';
import {
  Ban,
  Layers2,
  MessageSquareText,
  Network,
  Quote,
  Reply,
  Signpost,
  StickyNote,
  Tag,
  Trash2,
} from 'lucide-react';
import type { Category } from '../../../core/document/letter.ts';
import { en } from '../../../core/messages/en.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { TagLine } from '../../ui/tag-line.tsx';
import type { PassageAct } from './passage-acts.ts';

interface Props {
  /** The words that must not be covered: window coordinates in CSS pixels. */
  readonly words: {
    readonly top: number;
    readonly bottom: number;
    readonly left: number;
    readonly right: number;
  };
  readonly bounds: DOMRect;
  readonly categories: readonly Category[];
  readonly current: {
    readonly category: string;
    readonly code: string;
    readonly waived: boolean;
    readonly tags: readonly string[];
  } | null;
  /** The point that a quotation would go to: its number, and whether it isn't the one that is looked at. */
  readonly point: { readonly number: string; readonly elsewhere: boolean } | undefined;
  /** Other passages at the same place: overlapping and nested ones. */
  readonly others: readonly { readonly id: string; readonly code: string; readonly style: number }[];
  act(act: PassageAct): void;
  select(id: string): void;
  /** Escape, while a button of the bar has the focus. */
  onLeave(): void;
}

const GAP = 8;

/** What is done less often: a sign and its key each, its name when it's pointed at. */
const FURTHER = [
  { kind: 'by-master', key: 'M', icon: Network, command: en.commands['passage-by-master'] },
  { kind: 'refer', key: 'R', icon: Signpost, command: en.commands['passage-refer'] },
  { kind: 'note', key: 'N', icon: StickyNote, command: en.commands['passage-note'] },
  { kind: 'tags', key: 'T', icon: Tag, command: en.commands['passage-tags'] },
  { kind: 'comment', key: 'C', icon: MessageSquareText, command: en.commands['passage-comment'] },
  { kind: 'waive', key: 'W', icon: Ban, command: en.commands['passage-waive'] },
] as const;

export function PassageBar({
  words,
  bounds,
  categories,
  current,
  point,
  others,
  act,
  select,
  onLeave,
}: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ top: number; left: number } | null>(null);
  useLayoutEffect(() => {
    const bar = ref.current;
    if (!bar) return;
    const { width, height } = bar.getBoundingClientRect();
    const above = words.top - height - GAP;
    const top = above > bounds.top + 4 ? above : Math.min(words.bottom + GAP, bounds.bottom - height - 4);
    const middle = (words.left + words.right) / 2 - width / 2;
    setPlace({ top, left: Math.max(bounds.left + 8, Math.min(middle, bounds.right - width - 8)) });
  }, [words.top, words.bottom, words.left, words.right, bounds, others.length, current]);

  return (
    <div
      ref={ref}
      className="passage-bar floating"
      role="toolbar"
      aria-label={current ? `${en.selectionBar.title} ${current.code}` : en.selectionBar.title}
      style={place ?? { top: 0, left: 0, visibility: 'hidden' }}
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={(event) => event.key === 'Escape' && onLeave()}
    >
      <div className="row">
        {current && <span className="code">{current.code}</span>}
        <button type="button" className="primary" onClick={() => act({ kind: 'answer' })}>
          <Reply aria-hidden /> {en.selectionBar.answer} <kbd>A</kbd>
        </button>
        {point !== undefined && (
          <button
            type="button"
            title={en.selectionBar.quoteIn(point.number)}
            onClick={() => act({ kind: 'quote' })}
          >
            <Quote aria-hidden />{' '}
            {point.elsewhere ? en.selectionBar.quoteIn(point.number) : en.selectionBar.quote} <kbd>Q</kbd>
          </button>
        )}
        {FURTHER.map(({ kind, key, icon: Icon, command }) => (
          <button
            key={kind}
            type="button"
            className="further"
            title={command.replace('…', '')}
            aria-pressed={kind === 'waive' ? (current?.waived ?? false) : undefined}
            onClick={() => act({ kind })}
          >
            <Icon aria-hidden /> <span className="visually-hidden">{en.selectionBar[kind]}</span>{' '}
            <kbd>{key}</kbd>
          </button>
        ))}
        {current && (
          <IconButton name={en.selectionBar.remove} onClick={() => act({ kind: 'remove' })}>
            <Trash2 aria-hidden />
          </IconButton>
        )}
      </div>
      <div className="row categories">
        {categories.map((category, i) => (
          <button
            key={category.id}
            type="button"
            className={`category style-${category.style}`}
            aria-pressed={current?.category === category.id}
            title={en.selectionBar.category(category.name)}
            onClick={() => act({ kind: 'category', category: category.id })}
          >
            <span className="swatch" aria-hidden />
            {category.name} <kbd>{i + 1}</kbd>
          </button>
        ))}
        <TagLine tags={current?.tags} />
      </div>
      {others.length > 0 && (
        <div className="row others">
          <Layers2 aria-hidden />
          <span>{en.selectionBar.others}</span>
          {others.map((other) => (
            <button
              key={other.id}
              type="button"
              className={`style-${other.style}`}
              onClick={() => select(other.id)}
            >
              {other.code}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
