/** The patterns of source lines, with how they look under quotations of this project. */
import { useRef } from 'react';
import { parseSourcePattern, SOURCE_FIELDS, type SourceField } from '../../../core/derived/source-pattern.ts';
import { shortSourceLine, sourceLine } from '../../../core/derived/source-line.ts';
import { letterById } from '../../../core/document/find.ts';
import type { Project } from '../../../core/document/project.ts';
import { en } from '../../../core/messages/en.ts';
import { setSetting } from '../../state/points.ts';
import { useApp } from '../../state/store.ts';
import { Modal } from '../../ui/modal.tsx';

/** As the line is where there is no pattern. */
const USUAL = {
  sourceLine: '{author}, {title}, {container}, {date}, {place}',
  sourceLineShort: '{code}, {place}',
};
type Pattern = keyof typeof USUAL;

export function SourceLineDialog({ onClose }: { onClose(): void }) {
  const project = useApp((state) => state.project);
  if (!project) return null;
  return (
    <Modal
      title={en.sourceLine.title}
      onClose={onClose}
      footer={
        <button type="button" className="primary" onClick={onClose}>
          {en.sourceLine.done}
        </button>
      }
    >
      <p className="hint">{en.sourceLine.hint}</p>
      <PatternField project={project} name="sourceLine" label={en.sourceLine.first} />
      <PatternField project={project} name="sourceLineShort" label={en.sourceLine.further} />
    </Modal>
  );
}

interface FieldProps {
  readonly project: Project;
  readonly name: Pattern;
  readonly label: string;
}

function PatternField({ project, name, label }: FieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const pattern = project.settings[name] ?? '';
  const parsed = pattern.trim() === '' ? undefined : parseSourcePattern(pattern);
  const set = (value: string) => setSetting(name, value === '' ? undefined : value);
  const putIn = (part: SourceField) => {
    const { selectionStart: from, selectionEnd: to } = field.current ?? {};
    const base = pattern === '' ? USUAL[name] : pattern;
    const [start, end] =
      pattern === '' ? [base.length, base.length] : [from ?? base.length, to ?? base.length];
    const told = `{${part}}`;
    set(base.slice(0, start) + told + base.slice(end));
    field.current?.focus();
    requestAnimationFrame(() => field.current?.setSelectionRange(start + told.length, start + told.length));
  };
  return (
    <section className="source-pattern">
      <label>
        <span>{label}</span>
        <input
          ref={field}
          type="text"
          spellCheck={false}
          dir="ltr"
          value={pattern}
          placeholder={USUAL[name]}
          aria-invalid={parsed?.ok === false}
          aria-describedby={`${name}-says`}
          onChange={(event) => set(event.target.value)}
        />
      </label>
      <div className="pattern-fields" role="group" aria-label={en.sourceLine.fields}>
        {SOURCE_FIELDS.map((part) => (
          <button
            key={part}
            type="button"
            title={en.sourceLine.names[part]}
            aria-label={en.sourceLine.names[part]}
            onClick={() => putIn(part)}
          >
            {`{${part}}`}
          </button>
        ))}
        {pattern !== '' && (
          <button type="button" className="usual" onClick={() => set('')}>
            {en.sourceLine.usual}
          </button>
        )}
      </div>
      <div id={`${name}-says`} aria-live="polite">
        {parsed?.ok === false ? (
          <p className="wrong">{parsed.problem}</p>
        ) : (
          <Preview project={project} name={name} />
        )}
      </div>
    </section>
  );
}

/** Passages whose lines are shown: of letters that differ in what is known of them. */
const SHOWN = 3;

function Preview({ project, name }: { project: Project; name: Pattern }) {
  const { language } = project.settings;
  const line = name === 'sourceLine' ? sourceLine : shortSourceLine;
  const seen = new Set<string>();
  const lines = project.highlights
    .filter(({ letter }) => !seen.has(letter) && seen.add(letter))
    .slice(0, SHOWN)
    .flatMap((highlight) => {
      const letter = letterById(project, highlight.letter);
      return letter ? [line(letter, highlight, language, project.settings[name])] : [];
    });
  if (lines.length === 0) return <p className="hint">{en.sourceLine.noPassage}</p>;
  return (
    <ul className="pattern-preview" aria-label={en.sourceLine.preview}>
      {lines.map((each, i) => (
        <li key={i} dir="auto">
          {each}
        </li>
      ))}
    </ul>
  );
}
