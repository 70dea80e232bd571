/** At a point: which one of an earlier round it goes on with, and which of later rounds go on with it. */
import { numbering } from '../../../core/derived/numbering.ts';
import { pointMap } from '../../../core/document/find.ts';
import type { Point, Project } from '../../../core/document/project.ts';
import { byIdentity } from '../../../core/derived/remember.ts';
import { en } from '../../../core/messages/en.ts';
import { showPlace } from '../../state/navigation.ts';
import { useSettled } from '../../state/settled.ts';

/** Point id → those that continue it. */
const continuedBy = byIdentity((sections: Project['sections']): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  for (const { id, continues } of sections.flatMap(({ points }) => points))
    if (continues !== undefined) found.set(continues, [...(found.get(continues) ?? []), id]);
  return found;
});

export function Continuation({ point }: { point: Point }) {
  const later = useSettled(
    ({ project }) => project && continuedBy(project.sections).get(point.id)?.join(' '),
  );
  const earlier = point.continues;
  if (earlier === undefined && !later) return null;
  return (
    <p className="continuation">
      {earlier !== undefined && <To id={earlier} name={en.answer.continues} />}
      {later?.split(' ').map((id) => (
        <To key={id} id={id} name={en.answer.continuedIn} />
      ))}
    </p>
  );
}

function To({ id, name }: { id: string; name: (code: string) => string }) {
  const code = useSettled(
    ({ project }) => project && (numbering(project).pointCodes.get(id) ?? project.frozen?.points[id]),
  );
  const there = useSettled(({ project }) => !!project && pointMap(project).has(id));
  if (!there) return <span>{name(code ?? '?')}</span>;
  return (
    <button type="button" className="link" onClick={() => showPlace({ kind: 'point', id })}>
      {name(code ?? '')}
    </button>
  );
}
