/** What can be done with what is selected in the outline. The commands are those of the menu bar, and told with their keys. */
import { ContextMenu } from 'radix-ui';
import { Check } from 'lucide-react';
import { numbering } from '../../../core/derived/numbering.ts';
import { outlineSelection, selectedPoints } from '../../../core/operations/outline-select.ts';
import { GROUPINGS } from '../../../core/operations/outline-arrange.ts';
import { SECTION_PLACES } from '../../../core/document/project.ts';
import { en } from '../../../core/messages/en.ts';
import {
  canNest,
  duplicateSelected,
  groupBy,
  mergeSelected,
  moveSelectedTo,
  nestSelected,
  removeSelected,
  setMatter,
  shiftSelected,
  sortByPlace,
} from '../../state/outline.ts';
import { outlineIds } from '../../state/outline-view.ts';
import { app } from '../../state/store.ts';

export function OutlineMenu() {
  const { project } = app.get();
  if (!project) return null;
  const ids = outlineIds(project);
  const { sections } = outlineSelection(project, ids);
  const points = selectedPoints(project, ids);
  const numbers = numbering(project).sectionNumbers;
  const place = project.sections.find(({ id }) => id === sections[0])?.place;
  return (
    <>
      <Item name={en.answer.moveUp} keys="Alt+↑" run={() => shiftSelected(-1)} />
      <Item name={en.answer.moveDown} keys="Alt+↓" run={() => shiftSelected(1)} />
      <Item name={en.commands['outline-in']} keys="Alt+→" run={() => nestSelected(1)} off={!canNest(1)} />
      <Item name={en.commands['outline-out']} keys="Alt+←" run={() => nestSelected(-1)} off={!canNest(-1)} />
      <ContextMenu.Sub>
        <ContextMenu.SubTrigger className="menu-item" disabled={points.length === 0}>
          {en.outline.moveTo} <span aria-hidden>›</span>
        </ContextMenu.SubTrigger>
        <ContextMenu.Portal>
          <ContextMenu.SubContent className="floating menu menu-scroll" collisionPadding={8}>
            {project.sections.map(({ id, title }) => (
              <ContextMenu.Item key={id} className="menu-item" onSelect={() => moveSelectedTo(id)}>
                <span className="cut" dir="auto">
                  {[numbers.get(id), title || en.outline.untitledPart].filter(Boolean).join('  ')}
                </span>
              </ContextMenu.Item>
            ))}
          </ContextMenu.SubContent>
        </ContextMenu.Portal>
      </ContextMenu.Sub>
      <ContextMenu.Separator className="menu-line" />
      <Item name={en.commands['outline-duplicate']} keys="Ctrl+D" run={() => duplicateSelected()} />
      <Item name={en.commands['outline-merge']} run={() => mergeSelected()} off={points.length < 2} />
      <Item name={en.commands['outline-sort']} run={sortByPlace} />
      <ContextMenu.Sub>
        <ContextMenu.SubTrigger className="menu-item">
          {en.submenus.group} <span aria-hidden>›</span>
        </ContextMenu.SubTrigger>
        <ContextMenu.Portal>
          <ContextMenu.SubContent className="floating menu" collisionPadding={8}>
            {GROUPINGS.map((by) => (
              <Item key={by} name={en.commands[`outline-group-${by}`]} run={() => groupBy(by)} />
            ))}
          </ContextMenu.SubContent>
        </ContextMenu.Portal>
      </ContextMenu.Sub>
      {sections.length > 0 && (
        <>
          <ContextMenu.Separator className="menu-line" />
          {[SECTION_PLACES[0], undefined, SECTION_PLACES[1]].map((each) => (
            <ContextMenu.CheckboxItem
              key={each ?? 'part'}
              className="menu-item"
              checked={place === each}
              onSelect={() => setMatter(each)}
            >
              {en.commands[`matter-${each ?? 'part'}`]}
              <ContextMenu.ItemIndicator>
                <Check aria-hidden size={14} />
              </ContextMenu.ItemIndicator>
            </ContextMenu.CheckboxItem>
          ))}
        </>
      )}
      <ContextMenu.Separator className="menu-line" />
      <Item name={en.commands['outline-remove']} keys="Del" run={() => removeSelected()} />
    </>
  );
}

function Item({ name, keys, run, off }: { name: string; keys?: string; run(): void; off?: boolean }) {
  return (
    <ContextMenu.Item className="menu-item" disabled={off ?? false} onSelect={run}>
      {name}
      {keys && <kbd>{keys}</kbd>}
    </ContextMenu.Item>
  );
}
