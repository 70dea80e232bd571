import { inlineText } from '../../core/text/inline.ts';
import type { Atom } from '../../core/text/block.ts';
import type { AnswerEditorProps } from './editor-props.ts';
import { editorMessages } from './messages.ts';

/** An atom for other programs' clipboards. */
export function plainAtom(props: AnswerEditorProps, atom: Atom): string {
  switch (atom.type) {
    case 'note':
      return editorMessages.note.plain(inlineText(atom.body));
    case 'note-mark':
      return '';
    case 'citation':
      return props.describeCitation(atom).text;
    case 'cross-reference':
      return props.describeReference(atom).text;
  }
}
