/** What can be done with a part. */
import { DropdownMenu } from 'radix-ui';
import { ArrowDown, ArrowUp, Check, Trash2 } from 'lucide-react';
import type { Section } from '../../../core/document/project.ts';
import { en } from '../../../core/messages/en.ts';
import { deleteSection, setSectionLetter, shiftSectionBy } from '../../state/points.ts';
import { app } from '../../state/store.ts';
import { MoreMenu } from './more-menu.tsx';

/** Stands for "no letter" among the ids of letters, none of which is empty. */
const NONE = '';

export function PartMenu({ section }: { section: Section }) {
  return (
    <MoreMenu className="part-menu" label={en.answer.moreOfPart}>
      <Items section={section} />
    </MoreMenu>
  );
}

function Items({ section }: { section: Section }) {
  const letters = app.get().project?.letters ?? [];
  return (
    <>
      <DropdownMenu.Item className="menu-item" onSelect={() => shiftSectionBy(section.id, -1)}>
        {en.answer.moveUp} <ArrowUp aria-hidden size={14} />
      </DropdownMenu.Item>
      <DropdownMenu.Item className="menu-item" onSelect={() => shiftSectionBy(section.id, 1)}>
        {en.answer.moveDown} <ArrowDown aria-hidden size={14} />
      </DropdownMenu.Item>
      <DropdownMenu.Separator className="menu-line" />
      <DropdownMenu.Label className="menu-label">{en.answer.respondsTo}</DropdownMenu.Label>
      <DropdownMenu.RadioGroup
        className="menu-scroll"
        value={section.letter ?? NONE}
        onValueChange={(letter) => setSectionLetter(section.id, letter === NONE ? undefined : letter)}
      >
        {[
          { id: NONE, name: en.answer.noLetter },
          ...letters.map(({ id, code, item }) => ({
            id,
            name: `${code}  ${item.title || en.untitledLetter}`,
          })),
        ].map(({ id, name }) => (
          <DropdownMenu.RadioItem key={id} className="menu-item" value={id}>
            <span className="cut" dir="auto">
              {name}
            </span>
            <DropdownMenu.ItemIndicator>
              <Check aria-hidden size={14} />
            </DropdownMenu.ItemIndicator>
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
      <DropdownMenu.Separator className="menu-line" />
      <DropdownMenu.Item className="menu-item" onSelect={() => deleteSection(section.id)}>
        {en.commands['section-remove']} <Trash2 aria-hidden size={14} />
      </DropdownMenu.Item>
    </>
  );
}
