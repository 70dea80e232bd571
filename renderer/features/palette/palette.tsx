/** Find anything: commands, letters, points, works, tags, and words in letters and answers. */
import { useMemo, useRef, useState } from 'react';
import { Command } from 'cmdk';
import { Dialog } from 'radix-ui';
import { COMMANDS, type CommandId, type MenuState } from '../../../core/ipc/commands.ts';
import { en } from '../../../core/messages/en.ts';
import { numbering } from '../../../core/derived/numbering.ts';
import { searchProject, type Hit } from '../../../core/find/search.ts';
import { searchTags, type Tagged } from '../../../core/find/tagged.ts';
import { changeMap, highlightMap, pointMap } from '../../../core/document/find.ts';
import { putCaret, showLetter, showPassage, showPlace } from '../../state/navigation.ts';
import { app, useApp } from '../../state/store.ts';
import { keepFocus } from '../../ui/keep-focus.ts';
import { keyText } from '../../ui/key-text.ts';
import { TagLine } from '../../ui/tag-line.tsx';
import './palette.css';

/** More hits than this are counted, not listed. */
const LISTED = 40;
const TAGGED = 12;

interface Props {
  run(command: CommandId): void;
  /** What the menu shows at this moment: the box offers the same. */
  menu(): MenuState;
}

export function Palette(props: Props) {
  const open = useApp((state) => state.dialog?.kind === 'palette');
  return open ? <OpenPalette {...props} /> : null;
}

function OpenPalette({ run, menu }: Props) {
  const project = useApp((state) => state.project);
  const [query, setQuery] = useState('');
  const [{ disabled, labels }] = useState(menu);
  const close = () => app.set({ dialog: null });
  const [bringBack] = useState(keepFocus);
  const chosen = useRef<() => void>(undefined);
  /** Acts when the focus is back where it was. */
  const choose = (act: () => void) => () => {
    chosen.current = act;
    close();
  };
  const hits = useMemo(
    () =>
      project && query.trim().length > 1 ? searchProject(project, query, LISTED) : { hits: [], more: 0 },
    [project, query],
  );
  const tagged = useMemo(
    () => (project ? searchTags(project, query, TAGGED) : { hits: [], more: 0 }),
    [project, query],
  );
  const numbers = project && numbering(project);
  return (
    <Dialog.Root open onOpenChange={(next) => !next && close()}>
      <Dialog.Portal>
        <Dialog.Overlay className="scrim" />
        <Dialog.Content
          className="palette floating"
          aria-describedby={undefined}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            bringBack();
            chosen.current?.();
          }}
        >
          <Dialog.Title className="visually-hidden">{en.commands.find}</Dialog.Title>
          <Command label={en.commands.find} filter={matches} loop>
            <Command.Input value={query} onValueChange={setQuery} placeholder={en.palette.placeholder} />
            <Command.List>
              {hits.hits.length + tagged.hits.length === 0 && (
                <Command.Empty>{en.palette.none}</Command.Empty>
              )}
              {project && project.letters.length > 0 && (
                <Command.Group heading={en.palette.letters}>
                  {project.letters.map((letter) => (
                    <Command.Item
                      key={letter.id}
                      value={`letter ${letter.code} ${letter.item.title ?? ''} ${letter.id}`}
                      onSelect={choose(() => showLetter(letter.id))}
                    >
                      <span className="number">{letter.code}</span>{' '}
                      <span dir="auto">{letter.item.title || en.untitledLetter}</span>
                    </Command.Item>
                  ))}
                </Command.Group>
              )}
              {project && (
                <Command.Group heading={en.palette.points}>
                  {[...pointMap(project).values()].map(({ point }) => (
                    <Command.Item
                      key={point.id}
                      value={`point ${numbers?.pointCodes.get(point.id)} ${point.title} ${point.id}`}
                      onSelect={choose(() => {
                        showPlace({ kind: 'point', id: point.id });
                        putCaret({ of: 'answer', id: point.id });
                      })}
                    >
                      <span className="number">{numbers?.pointCodes.get(point.id)}</span>{' '}
                      <span dir="auto">{point.title || en.outline.untitledPoint}</span>
                    </Command.Item>
                  ))}
                </Command.Group>
              )}
              <Command.Group heading={en.palette.commands}>
                {(Object.keys(COMMANDS) as CommandId[]).map((command) => {
                  const name = labels[command] ?? en.commands[command];
                  return (
                    <Command.Item
                      key={command}
                      value={`command ${name} ${command}`}
                      disabled={disabled.includes(command)}
                      onSelect={choose(() => run(command))}
                    >
                      <span className="grow">{name.replace('…', '')}</span>
                      {keyText(command) && <kbd>{keyText(command)}</kbd>}
                    </Command.Item>
                  );
                })}
              </Command.Group>
              {tagged.hits.length > 0 && (
                <Command.Group heading={en.palette.tagged} forceMount>
                  {tagged.hits.map(({ kind, id, tags }) => (
                    <Command.Item
                      key={id}
                      forceMount
                      value={`tagged ${id} ${query}`}
                      onSelect={choose(() => goToTagged(kind, id))}
                    >
                      <span className="number">
                        {(kind === 'point' ? numbers?.pointCodes : numbers?.passageCodes)?.get(id)}
                      </span>
                      <span className="grow hit" dir="auto">
                        {wordsOfTagged(kind, id)}
                      </span>
                      <TagLine tags={tags} />
                    </Command.Item>
                  ))}
                  {tagged.more > 0 && <p className="hint more">{en.palette.moreTagged(tagged.more)}</p>}
                </Command.Group>
              )}
              {hits.hits.length > 0 && (
                <Command.Group heading={en.palette.text} forceMount>
                  {hits.hits.map((hit, i) => (
                    <Command.Item
                      key={i}
                      forceMount
                      value={`hit ${i} ${query}`}
                      onSelect={choose(() => goTo(hit))}
                    >
                      <span className="grow hit" dir="auto">
                        {hit.before}
                        <mark>{hit.found}</mark>
                        {hit.after}
                      </span>
                      <span className="hint">{whereOf(hit)}</span>
                    </Command.Item>
                  ))}
                  {hits.more > 0 && <p className="hint more">{en.palette.more(hits.more)}</p>}
                </Command.Group>
              )}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );

  function wordsOfTagged(kind: Tagged['kind'], id: string): string {
    if (!project) return '';
    if (kind === 'passage') return highlightMap(project).get(id)?.quote ?? '';
    return pointMap(project).get(id)?.point.title || en.outline.untitledPoint;
  }

  function whereOf({ ref }: Hit): string {
    switch (ref.of) {
      case 'letter':
        return en.palette.inLetter(project?.letters.find(({ id }) => id === ref.id)?.code ?? '');
      case 'answer':
        return en.palette.inPoint(numbers?.pointCodes.get(ref.id) ?? '');
      case 'change': {
        const point = project && changeMap(project).get(ref.id)?.point.id;
        return en.palette.inPoint(numbers?.pointCodes.get(point ?? '') ?? '');
      }
      case 'lead':
        return en.palette.inText(en.answer.part(numbers?.sectionNumbers.get(ref.id) ?? ''));
      case 'introduction':
        return en.palette.inText(en.answer.introduction);
      case 'conclusion':
        return en.palette.inText(en.answer.conclusion);
    }
  }
}

/** Every word of the query stands in the item; those that begin with the query come first. Ids don't count. */
function matches(value: string, query: string): number {
  const name = value.replace(/ \S+$/, '').replace(/^\S+ /, '').toLowerCase();
  const wanted = query.trim().toLowerCase();
  if (!wanted.split(/\s+/).every((word) => name.includes(word))) return 0;
  return name.startsWith(wanted) ? 1 : 0.5;
}

function goToTagged(kind: Tagged['kind'], id: string): void {
  if (kind === 'passage') return showPassage(id);
  showPlace({ kind: 'point', id });
  putCaret({ of: 'answer', id });
}

function goTo({ ref, range }: Hit): void {
  if (ref.of === 'letter') showLetter(ref.id, range);
  else putCaret(ref, { anchor: range.start, focus: range.end });
}
