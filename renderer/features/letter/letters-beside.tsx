/** Two letters beside each other, or one above the other where there isn't room; each is read and answered fully. */
import { X } from 'lucide-react';
import { useLayoutEffect, useRef, useState, type ComponentType, type ReactNode, type RefObject } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import type { Letter } from '../../../core/document/letter.ts';
import { en } from '../../../core/messages/en.ts';
import { closeHalf } from '../../state/beside.ts';
import { app, useApp } from '../../state/store.ts';

export interface HalfProps {
  readonly more?: ReactNode;
  onEscape?(): void;
}

interface Props {
  /** The one that is in use. */
  readonly current: Letter;
  readonly other: Letter;
  readonly Half: ComponentType<HalfProps & { readonly letter: Letter }>;
}

/** CSS pixels of the pane from which on two letters have room side by side. */
const ROOM = 600;

const HALVES = ['first', 'second'] as const;

export function LettersBeside({ current, other, Half }: Props) {
  const otherFirst = useApp((state) => state.besideFirst);
  const box = useRef<HTMLDivElement>(null);
  const isWide = useIsWide(box);
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({
    id: 'letters-beside',
    panelIds: [...HALVES],
    storage: localStorage,
  });
  const letters = otherFirst ? [other, current] : [current, other];
  const use = (letter: Letter) => {
    if (app.get().letter !== letter.id) app.set({ letter: letter.id });
  };
  return (
    <div ref={box} className="letters-beside">
      <Group
        orientation={isWide ? 'horizontal' : 'vertical'}
        defaultLayout={defaultLayout}
        onLayoutChanged={onLayoutChanged}
      >
        {letters.flatMap((letter, i) => [
          ...(i > 0
            ? [
                <Separator
                  key="divider"
                  className={isWide ? 'divider' : 'divider level'}
                  aria-label={en.beside.resize}
                />,
              ]
            : []),
          <Panel key={HALVES[i]} id={HALVES[i]} defaultSize="50%" minSize="20%">
            <section
              className="half"
              data-half={letter.id}
              data-current={letter === current || undefined}
              aria-label={en.beside.half(letter.code)}
              onFocusCapture={() => use(letter)}
              onMouseDownCapture={() => use(letter)}
            >
              <Half
                letter={letter}
                onEscape={() => closeHalf(letter.id)}
                more={
                  <button
                    type="button"
                    className="icon"
                    title={en.beside.close(letter.code)}
                    aria-label={en.beside.close(letter.code)}
                    onClick={() => closeHalf(letter.id)}
                  >
                    <X aria-hidden />
                  </button>
                }
              />
            </section>
          </Panel>,
        ])}
      </Group>
    </div>
  );
}

function useIsWide(box: RefObject<HTMLElement | null>): boolean {
  const [isWide, setIsWide] = useState(true);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setIsWide(element.clientWidth >= ROOM);
    measure();
    const size = new ResizeObserver(measure);
    size.observe(element);
    return () => size.disconnect();
  }, [box]);
  return isWide;
}
