import { memo, useEffect, useRef, useState } from 'react';
import { en } from '../../../core/messages/en.ts';
import type { LoadedPdf } from './pdf.ts';

interface Props {
  readonly pdf: LoadedPdf;
  readonly page: number;
  /** CSS pixels for a point. */
  readonly scale: number;
  /** Points from the top where the point at hand begins. */
  readonly marked: number | undefined;
  /** A click, in points from the top. */
  onPick(y: number): void;
}

/** One page, drawn when it comes near the view; until then an empty sheet of the right size. */
export const PageView = memo(function PageView({ pdf, page, scale, marked, onPick }: Props) {
  const sheet = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [near, setNear] = useState(false);

  useEffect(() => {
    const element = sheet.current;
    if (!element) return;
    const sight = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting ?? false), {
      root: element.parentElement,
      rootMargin: '600px',
    });
    sight.observe(element);
    return () => sight.disconnect();
  }, []);

  useEffect(() => {
    if (!near) return;
    let stopped = false;
    let cancel = () => {};
    void pdf.document.getPage(page).then((proxy) => {
      const target = canvas.current;
      if (stopped || !target) return;
      const viewport = proxy.getViewport({ scale: scale * devicePixelRatio });
      // Drawn aside and then put in place, so that an edit doesn't make the page flash.
      const buffer = document.createElement('canvas');
      buffer.width = Math.floor(viewport.width);
      buffer.height = Math.floor(viewport.height);
      const task = proxy.render({ canvas: buffer, viewport });
      cancel = () => task.cancel();
      task.promise.then(
        () => {
          if (stopped) return;
          target.width = buffer.width;
          target.height = buffer.height;
          target.getContext('2d')?.drawImage(buffer, 0, 0);
        },
        () => {},
      );
    });
    return () => {
      stopped = true;
      cancel();
    };
  }, [near, pdf, page, scale]);

  const size = { inlineSize: pdf.width * scale, blockSize: pdf.height * scale };
  return (
    <div
      ref={sheet}
      className="sheet"
      data-page={page}
      style={size}
      onClick={(event) => {
        const box = event.currentTarget.getBoundingClientRect();
        onPick((event.clientY - box.top) / scale);
      }}
    >
      <canvas ref={canvas} style={size} role="img" aria-label={en.preview.page(page, pdf.pages)} />
      {marked !== undefined && (
        <span className="page-mark" aria-hidden style={{ insetBlockStart: marked * scale - 4 }} />
      )}
    </div>
  );
});
