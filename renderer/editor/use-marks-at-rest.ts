import { useEffect, useState } from 'react';
import type { Editor } from 'slate';
import { ReactEditor } from 'slate-react';

/** New marks part the text anew; while an input method is at work in it they wait. */
export function useMarksAtRest<M>(editor: Editor, marks: M): M {
  const [shown, setShown] = useState(marks);
  useEffect(() => {
    let timer: number | undefined;
    const show = (): void => {
      if (ReactEditor.isComposing(editor)) timer = window.setTimeout(show, 200);
      else setShown(marks);
    };
    show();
    return () => window.clearTimeout(timer);
  }, [editor, marks]);
  return shown;
}
