/** Two texts beside each other, or one above the other where there isn't room: two letters, or a letter and a version of it. */
import { X } from 'lucide-react';
import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ComponentType,
  type ReactNode,
  type RefObject,
} from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import { linkedPlaces } from '../../../core/anchoring/linked-places.ts';
import { letterById } from '../../../core/document/find.ts';
import type { Letter } from '../../../core/document/letter.ts';
import { en } from '../../../core/messages/en.ts';
import type { RichText } from '../../../core/text/block.ts';
import { closeBeside, closeHalf, isLinked, marksBeside } from '../../state/beside.ts';
import { useSettled } from '../../state/settled.ts';
import { app, useApp, type BesideVersion } from '../../state/store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { HalfContext, LinkedScroll, type HalfIndex } from './linked-scroll.ts';
import { VersionHalf } from './version-half.tsx';
import type { ComparedWith } from './open-letter.tsx';

export interface HalfProps {
  readonly more?: ReactNode;
  onEscape?(): void;
  /** What differs from the version beside it. */
  readonly compared?: ComparedWith;
}

type Half = ComponentType<HalfProps & { readonly letter: Letter }>;

interface Props {
  /** The one that is in use. */
  readonly current: Letter;
  readonly other: Letter;
  readonly Half: Half;
}

/** CSS pixels of the pane from which on two letters have room side by side. */
const ROOM = 600;

const HALVES = ['first', 'second'] as const;

const NO_TEXT: RichText = [];

/** A letter's text when it isn't being typed in. */
function useSettledBlocks({ id, blocks }: Letter): RichText {
  return useSettled(({ project }) => (project ? letterById(project, id)?.blocks : undefined)) ?? blocks;
}

/** Each letter is read and answered fully. */
export function LettersBeside({ current, other, Half }: Props) {
  const otherFirst = useApp((state) => state.besideFirst);
  const letters = otherFirst ? ([other, current] as const) : ([current, other] as const);
  const texts = [useSettledBlocks(letters[0]), useSettledBlocks(letters[1])] as const;
  const use = (letter: Letter) => {
    if (app.get().letter !== letter.id) app.set({ letter: letter.id });
  };
  const half = (letter: Letter) => (
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
          <IconButton name={en.beside.close(letter.code)} onClick={() => closeHalf(letter.id)}>
            <X aria-hidden />
          </IconButton>
        }
      />
    </section>
  );
  return <Beside texts={texts} lead={otherFirst ? 1 : 0} halves={[half(letters[0]), half(letters[1])]} />;
}

/** A letter, and another text of it after it. */
export function VersionBeside({
  letter,
  version,
  Half,
}: {
  readonly letter: Letter;
  readonly version: BesideVersion;
  readonly Half: Half;
}) {
  const blocks = useSettledBlocks(letter);
  const marks = marksBeside(version, blocks);
  const side = version.kind === 'new' ? 'before' : 'after';
  return (
    <Beside
      texts={[blocks, version.blocks]}
      lead={0}
      halves={[
        <section
          key="letter"
          className="half"
          data-half={letter.id}
          data-current
          aria-label={en.beside.half(letter.code)}
        >
          <Half
            letter={letter}
            onEscape={() => closeBeside(app.get())}
            compared={{ marks: marks[side], side }}
          />
        </section>,
        <section
          key="version"
          className="half"
          data-half="version"
          aria-label={en.beside.versions[version.kind](letter.code)}
        >
          <VersionHalf letter={letter} version={version} marks={marks} />
        </section>,
      ]}
    />
  );
}

interface BesideProps {
  readonly texts: readonly [RichText, RichText];
  /** The half that is where the reader wants it, when they begin to be scrolled together. */
  readonly lead: HalfIndex;
  readonly halves: readonly [ReactNode, ReactNode];
}

function Beside({ texts, lead, halves }: BesideProps) {
  const box = useRef<HTMLDivElement>(null);
  const isWide = useIsWide(box);
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({
    id: 'letters-beside',
    panelIds: [...HALVES],
    storage: localStorage,
  });
  const [link] = useState(() => new LinkedScroll());
  const contexts = useMemo(() => ([0, 1] as const).map((index) => ({ link, index })), [link]);
  const linked = useApp((state) => isLinked(state) === true);
  const [one, other] = linked ? texts : [NO_TEXT, NO_TEXT];
  const places = useMemo(() => (linked ? linkedPlaces(one, other) : null), [linked, one, other]);
  const first = useRef(lead);
  useEffect(() => {
    first.current = lead;
  }, [lead]);
  useEffect(() => link.link(places, first.current), [link, places]);
  return (
    <div ref={box} className="letters-beside">
      <Group
        orientation={isWide ? 'horizontal' : 'vertical'}
        defaultLayout={defaultLayout}
        onLayoutChanged={onLayoutChanged}
      >
        {halves.flatMap((half, i) => [
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
            <HalfContext value={contexts[i] ?? null}>{half}</HalfContext>
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
