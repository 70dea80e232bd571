/** The pages as they will be printed, kept up to date while the writer writes, following the point at hand. */
import { useEffect, useRef, useState } from 'react';
import { ChevronDown, ChevronUp, ZoomIn, ZoomOut } from 'lucide-react';
import { en } from '../../../core/messages/en.ts';
import type { PagePlace } from '../../../core/ipc/contract.ts';
import { showPlace } from '../../state/navigation.ts';
import { app, useApp, type Place } from '../../state/store.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { loadPdf, type LoadedPdf } from './pdf.ts';
import { PageView } from './page-view.tsx';
import { usePreviewPages } from './use-preview-pages.ts';
import './preview.css';

/** Of the width of the pane. */
const ZOOMS = [0.5, 0.67, 0.8, 1, 1.25, 1.5, 2] as const;
/** CSS pixels on both sides of a page together. */
const MARGINS = 56;

export function PreviewPane() {
  const { pages, failure, busy, again } = usePreviewPages();
  const [pdf, setPdf] = useState<LoadedPdf | null>(null);
  const [zoom, setZoom] = useState(0);
  const [current, setCurrent] = useState(1);
  const [width, setWidth] = useState(0);
  const scroll = useRef<HTMLDivElement>(null);
  const place = useApp((state) => state.place);
  const anchor = place ? anchorOf(place) : undefined;

  useEffect(() => {
    if (!pages) return;
    let dropped = false;
    void loadPdf(pages.pdf).then((loaded) => {
      if (dropped) loaded.destroy();
      else setPdf(loaded);
    });
    return () => {
      dropped = true;
    };
  }, [pages]);
  useEffect(() => () => pdf?.destroy(), [pdf]);

  useEffect(() => {
    const element = scroll.current;
    if (!element) return;
    const size = new ResizeObserver(() => setWidth(element.clientWidth));
    size.observe(element);
    return () => size.disconnect();
  }, []);

  // Follows the point at hand: to its page, when another place becomes current or its page moves.
  const target = pages?.places.find(({ id }) => id === anchor);
  const targetPage = target?.page;
  useEffect(() => {
    if (targetPage === undefined) return;
    scroll.current
      ?.querySelector(`[data-page="${targetPage}"]`)
      ?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  }, [anchor, targetPage, pdf]);

  const go = (by: number) => {
    const page = Math.min(Math.max(1, current + by), pages?.pages ?? 1);
    scroll.current?.querySelector(`[data-page="${page}"]`)?.scrollIntoView({ block: 'start' });
  };

  return (
    <>
      <header className="pane-head preview-head">
        <span className="preview-title" role="status">
          {busy ? en.preview.setting : pages ? en.preview.page(current, pages.pages) : en.preview.title}
        </span>
        <IconButton name={en.preview.previous} onClick={() => go(-1)}>
          <ChevronUp aria-hidden />
        </IconButton>
        <IconButton name={en.preview.next} onClick={() => go(1)}>
          <ChevronDown aria-hidden />
        </IconButton>
        <IconButton name={en.preview.zoomOut} onClick={() => setZoom(Math.max(zoom - 1, -3))}>
          <ZoomOut aria-hidden />
        </IconButton>
        <IconButton name={en.preview.zoomIn} onClick={() => setZoom(Math.min(zoom + 1, 3))}>
          <ZoomIn aria-hidden />
        </IconButton>
      </header>
      {failure && (
        <div className="preview-failure" role="alert">
          <p>
            {en.preview.failed} {failure}
          </p>
          <button type="button" className="outlined" disabled={busy} onClick={again}>
            {en.preview.again}
          </button>
        </div>
      )}
      <div
        ref={scroll}
        className="preview-scroll"
        data-pane-focus
        tabIndex={0}
        aria-label={en.preview.title}
        role="document"
        onScroll={(event) => {
          const { scrollTop, clientHeight } = event.currentTarget;
          const middle = scrollTop + clientHeight / 3;
          const shown = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-page]')].findLast(
            (page) => page.offsetTop <= middle,
          );
          setCurrent(Number(shown?.dataset.page ?? 1));
        }}
      >
        {pdf && width > 0 ? (
          Array.from({ length: pdf.pages }, (_, i) => (
            <PageView
              key={i}
              pdf={pdf}
              page={i + 1}
              scale={(Math.min(Math.max(width - MARGINS, 200), 620) / pdf.width) * (ZOOMS[zoom + 3] ?? 1)}
              marked={target?.page === i + 1 ? target.y : undefined}
              onPick={(y) => pick(pages?.places ?? [], i + 1, y)}
            />
          ))
        ) : (
          <p className="hint preview-empty">{en.preview.empty}</p>
        )}
      </div>
    </>
  );
}

/** The anchor that a place has in the publication. */
function anchorOf(place: Place): string {
  return 'id' in place ? place.id : place.kind;
}

/** The place that a click on a page belongs to: the last that begins at or above it. */
function pick(places: readonly PagePlace[], page: number, y: number): void {
  const above = places.filter((place) => place.page < page || (place.page === page && place.y <= y + 8));
  const { project } = app.get();
  for (const { id } of above.toReversed()) {
    if (id === 'introduction' || id === 'conclusion') return showPlace({ kind: id });
    for (const section of project?.sections ?? []) {
      if (section.id === id) return showPlace({ kind: 'section', id });
      if (section.points.some((point) => point.id === id)) return showPlace({ kind: 'point', id });
    }
  }
}
