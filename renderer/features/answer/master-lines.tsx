/** Under a point: what answers it elsewhere. At a master response: the places that it answers. */
import { X } from 'lucide-react';
import { crossReferenceText } from '../../../core/derived/cross-reference.ts';
import { masterUses } from '../../../core/derived/masters.ts';
import { numbering } from '../../../core/derived/numbering.ts';
import type { Point, Project } from '../../../core/document/project.ts';
import { publicationWords } from '../../../core/export/words.ts';
import { en } from '../../../core/messages/en.ts';
import { withdraw } from '../../state/masters.ts';
import { showPassage, showPlace } from '../../state/navigation.ts';
import { useSettled } from '../../state/settled.ts';
import { app } from '../../state/store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import './master-lines.css';

/** Places that are named; the rest are counted. */
const NAMED = 60;

/** "See Master Response 2": each with a way there and a way to take it back. */
export function SeeLine({ point }: { point: Point }) {
  const texts = useSettled(({ project }) => (project && point.seeMaster ? seeTexts(project, point) : ''));
  if (!point.seeMaster || texts === null) return null;
  const all = texts.split('\n');
  return (
    <p className="see-line">
      <span>{en.masters.see}</span>
      {point.seeMaster.map((id, i) => {
        const text = all[i] ?? '';
        return (
          <span key={id} className={text === '' ? 'see missing' : 'see'}>
            {text === '' ? (
              <span className="gone">{en.masters.gone}</span>
            ) : (
              <button
                type="button"
                title={en.masters.goTo(text)}
                onClick={() => showPlace({ kind: 'point', id })}
              >
                {text}
              </button>
            )}
            <IconButton
              name={en.masters.withdraw(text || en.masters.gone)}
              onClick={() => withdraw({ kind: 'point', id: point.id }, id)}
            >
              <X aria-hidden />
            </IconButton>
          </span>
        );
      })}
    </p>
  );
}

function seeTexts(project: Project, { seeMaster = [] }: Point): string {
  const words = publicationWords(project.settings.language);
  return seeMaster
    .map((id) => {
      const { text, found } = crossReferenceText(project, { kind: 'point', id }, words, 'title');
      return found ? text : '';
    })
    .join('\n');
}

/** "Answers A1-3, A2-1, 4": each leads there. */
export function UsesLine({ point }: { point: Point }) {
  const use = useSettled(({ project }) => project && masterUses(project).get(point.id));
  const codes = useSettled(({ project }) => project && numbering(project).passageCodes);
  const pointCodes = useSettled(({ project }) => project && numbering(project).pointCodes);
  const passages = new Set(use?.passages);
  const places = [
    ...[...(codes ?? [])]
      .filter(([id]) => passages.has(id))
      .map(([id, code]) => ({ id, code, go: () => showPassage(id) })),
    ...(use?.points ?? []).map((id) => ({
      id,
      code: en.answer.point(pointCodes?.get(id) ?? ''),
      go: () => showPlace({ kind: 'point', id }),
    })),
  ];
  return (
    <p className="uses-line">
      {places.length === 0 ? (
        <span>{en.masters.answersNothing}</span>
      ) : (
        <>
          <span>{en.masters.answers}</span>
          {places.slice(0, NAMED).map(({ id, code, go }) => (
            <button key={id} type="button" className="code" title={en.masters.goTo(code)} onClick={go}>
              {code}
            </button>
          ))}
          {places.length > NAMED && <span>+ {places.length - NAMED}</span>}
        </>
      )}
      <button
        type="button"
        className="choose"
        onClick={() => app.set({ dialog: { kind: 'master-places', point: point.id } })}
      >
        {en.masters.choosePlaces}
      </button>
    </p>
  );
}
