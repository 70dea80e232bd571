/**
 * Whether elements are in or near the view. The browser knows it already of those that it draws only there
 * (`content-visibility: auto`) and tells of each change; hundreds of targets of an IntersectionObserver would cost
 * at every frame. Others share one observer for each view.
 */

interface Watch {
  readonly observer: IntersectionObserver;
  readonly told: Map<Element, (near: boolean) => void>;
}

const watches = new WeakMap<Element | Document, Watch>();

/** CSS pixels around the view that count as near; the browser's own measure is half a view. */
const MARGIN = 400;

/**
 * Tells at first and whenever it changes whether the element is near what `view` shows.
 *
 * @param view the scrolling element, or null for the window
 * @returns what ends it
 */
export function watchNear(element: Element, view: Element | null, tell: (near: boolean) => void): () => void {
  if (getComputedStyle(element).contentVisibility === 'auto') {
    let handle: number | undefined;
    const changed = (event: Event) => {
      if (event.target !== element) return;
      if (handle !== undefined) cancelAnimationFrame(handle);
      handle = undefined;
      tell(!(event as ContentVisibilityAutoStateChangeEvent).skipped);
    };
    element.addEventListener('contentvisibilityautostatechange', changed);
    // The browser tells of changes only. It doesn't know of a new element before a frame has laid it out.
    handle = requestAnimationFrame(() => {
      handle = requestAnimationFrame(() => {
        handle = undefined;
        tell(element.checkVisibility({ contentVisibilityAuto: true }));
      });
    });
    return () => {
      if (handle !== undefined) cancelAnimationFrame(handle);
      element.removeEventListener('contentvisibilityautostatechange', changed);
    };
  }
  const watch = watches.get(view ?? document) ?? begin(view);
  watches.set(view ?? document, watch);
  watch.told.set(element, tell);
  watch.observer.observe(element);
  return () => {
    watch.observer.unobserve(element);
    watch.told.delete(element);
  };
}

function begin(root: Element | null): Watch {
  const told: Watch['told'] = new Map();
  const observer = new IntersectionObserver(
    (entries) => {
      // Of several entries for one element the last is how it is now.
      const now = new Map(entries.map(({ target, isIntersecting }) => [target, isIntersecting]));
      for (const [target, near] of now) told.get(target)?.(near);
    },
    { root, rootMargin: `${MARGIN}px` },
  );
  return { observer, told };
}
