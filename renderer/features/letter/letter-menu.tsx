/** What can be done with a whole letter, at its head. */
import { DropdownMenu } from 'radix-ui';
import { Ellipsis } from 'lucide-react';
import { en } from '../../../core/messages/en.ts';
import type { CommandId } from '../../../core/ipc/commands.ts';
import { reviewVersionFromClipboard, reviewVersionFromFile } from '../../state/letter-desk.ts';
import { deleteLetter } from '../../state/letters.ts';
import { showOriginalBeside, takeMoreFrom } from '../../state/originals.ts';
import { app } from '../../state/store.ts';
import { IconButton } from '../../ui/icon-button.tsx';

/** A line between groups is null. */
const ITEMS: readonly (readonly [CommandId, (letter: string) => unknown] | null)[] = [
  ['letter-original', (letter) => app.set({ dialog: { kind: 'original', letter } })],
  ['letter-report', (letter) => app.set({ dialog: { kind: 'notices', letter } })],
  ['letter-parts', (letter) => takeMoreFrom(letter)],
  null,
  ['letter-beside', () => app.set({ dialog: { kind: 'beside' } })],
  ['original-beside', (letter) => showOriginalBeside(letter)],
  null,
  ['version-file', (letter) => reviewVersionFromFile(letter)],
  ['version-clipboard', (letter) => reviewVersionFromClipboard(letter)],
  ['letter-split', (letter) => app.set({ dialog: { kind: 'split', letter } })],
  ['letter-join', (letter) => app.set({ dialog: { kind: 'join', letter } })],
  null,
  ['letter-remove', (letter) => deleteLetter(letter)],
];

export function LetterMenu({ letter }: { letter: string }) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <IconButton name={en.letter.more}>
          <Ellipsis aria-hidden />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="floating menu" align="end" collisionPadding={8}>
          {ITEMS.map((item, i) =>
            item === null ? (
              <DropdownMenu.Separator key={i} className="menu-line" />
            ) : (
              <DropdownMenu.Item key={item[0]} className="menu-item" onSelect={() => void item[1](letter)}>
                {en.commands[item[0]]}
              </DropdownMenu.Item>
            ),
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
