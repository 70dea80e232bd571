import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CrossReferenceTarget } from '../../core/text/block.ts';
import type { ReferenceChoice } from './editor-props.ts';
import { editorMessages } from './messages.ts';
import { Picker } from './picker.tsx';

interface ReferenceFormProps {
  readonly choices: readonly ReferenceChoice[];
  onPick(target: CrossReferenceTarget): void;
  onLeave(): void;
  remove(): void;
}

export function ReferenceForm({ choices, onPick, onLeave, remove }: ReferenceFormProps): ReactNode {
  const { reference } = editorMessages;
  return (
    <div className="reference-form">
      <Picker
        label={reference.search}
        none={reference.none}
        choices={() => choices}
        onPick={({ target }) => onPick(target)}
        onLeave={onLeave}
      />
      <div className="panel-foot">
        <button type="button" className="panel-button" onClick={remove}>
          <Trash2 size={15} aria-hidden />
          {reference.remove}
        </button>
      </div>
    </div>
  );
}
