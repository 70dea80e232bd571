/** What can be done with a part. */
import { DropdownMenu } from 'radix-ui';
import { ArrowDown, ArrowUp, Check, ChevronRight, Trash2 } from 'lucide-react';
import type { Section } from '../../../core/document/project.ts';
import { en } from '../../../core/messages/en.ts';
import { blockText } from '../../../core/text/canonical.ts';
import { deleteSection, setSectionLetter, setSectionTie, shiftSectionBy } from '../../state/points.ts';
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
  const { project } = app.get();
  const letters = project?.letters ?? [];
  const headings = (letters.find(({ id }) => id === section.letter)?.blocks ?? []).filter(
    ({ type }) => type === 'heading',
  );
  const topics = new Set(
    [section.topic, ...(project?.categories.map(({ name }) => name) ?? [])].filter(
      (name) => name !== undefined,
    ),
  );
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
      {headings.length > 0 && (
        <Choice
          label={en.answer.heading}
          none={en.answer.wholeLetter}
          value={section.heading}
          choices={headings.map((block) => ({ id: block.id, name: blockText(block) }))}
          onChange={(heading) => setSectionTie(section.id, 'heading', heading)}
        />
      )}
      <Choice
        label={en.answer.topic}
        none={en.answer.noTopic}
        value={section.topic}
        choices={[...topics].map((name) => ({ id: name, name }))}
        onChange={(topic) => setSectionTie(section.id, 'topic', topic)}
      />
      <DropdownMenu.Separator className="menu-line" />
      <DropdownMenu.Item className="menu-item" onSelect={() => deleteSection(section.id)}>
        {en.commands['section-remove']} <Trash2 aria-hidden size={14} />
      </DropdownMenu.Item>
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  /** For choosing nothing. */
  readonly none: string;
  readonly value: string | undefined;
  readonly choices: readonly { readonly id: string; readonly name: string }[];
  onChange(id: string | undefined): void;
}

/** A menu within the menu, of one of many. */
function Choice({ label, none, value, choices, onChange }: ChoiceProps) {
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className="menu-item">
        {label} <ChevronRight aria-hidden size={14} />
      </DropdownMenu.SubTrigger>
      <DropdownMenu.Portal>
        <DropdownMenu.SubContent className="floating menu menu-scroll" collisionPadding={8}>
          <DropdownMenu.RadioGroup
            value={value ?? NONE}
            onValueChange={(id) => onChange(id === NONE ? undefined : id)}
          >
            {[{ id: NONE, name: none }, ...choices].map(({ id, name }) => (
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
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  );
}
