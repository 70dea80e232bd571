/** Keeps the pages up to date while the pane is shown: sets them again a moment after each edit. */
import { useCallback, useEffect, useRef } from 'react';
import { bridge } from '../../platform/bridge.ts';
import { flushJournal } from '../../state/edit.ts';
import { app, useApp, type AppState } from '../../state/store.ts';

/** Milliseconds after the last edit. */
const PAUSE = 350;

export function usePreviewPages(): AppState['preview'] & { again(): void } {
  const projectId = useApp((state) => state.project?.id);
  const beginning = useRef(() => {});

  useEffect(() => {
    if (projectId === undefined) return;
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const set = async () => {
      await flushJournal();
      if (gone) return;
      app.set({ preview: { ...app.get().preview, busy: true } });
      const outcome = await bridge.preview();
      if (gone || outcome === 'overtaken') return;
      const { failure } = app.get().preview;
      if (outcome === 'closed') {
        // What ended the press would end it again: that is tried when the writer asks for it.
        if (failure === null) await begin();
        else app.set({ preview: { ...app.get().preview, busy: false } });
        return;
      }
      app.set({
        preview: outcome.ok
          ? { pages: outcome.value, failure: null, busy: false }
          : { pages: app.get().preview.pages, failure: outcome.failure.message, busy: false },
      });
    };
    const begin = async () => {
      await flushJournal();
      const { project } = app.get();
      if (gone || !project) return;
      await bridge.openPreview(project);
      await set();
    };
    void begin();
    beginning.current = () => void begin();
    const stop = useApp.subscribe((state, before) => {
      if (state.project === before.project || state.project?.id !== projectId) return;
      clearTimeout(timer);
      timer = setTimeout(() => void set(), PAUSE);
    });
    return () => {
      gone = true;
      stop();
      clearTimeout(timer);
      void bridge.closePreview();
    };
  }, [projectId]);

  const again = useCallback(() => beginning.current(), []);
  return { ...useApp((state) => state.preview), again };
}
