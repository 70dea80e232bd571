/** A picture of the project. It is fetched when it comes near the view. */
import { createContext, useContext, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { watchNear } from './watch-near.ts';

/** Gives the address of a picture, or undefined when there is none. */
type PictureSource = (asset: string) => Promise<string | undefined>;

const Source = createContext<PictureSource>(() => Promise.resolve(undefined));
export const PictureSourceProvider = Source.Provider;

interface Props {
  readonly asset: string;
  /** What it shows, in words: read aloud, and shown in its place when it isn't there. */
  readonly alternative: string;
}

export function Picture({ asset, alternative }: Props): ReactNode {
  const source = useContext(Source);
  const image = useRef<HTMLImageElement>(null);
  const [url, setUrl] = useState<string | null | undefined>(undefined);
  const [near, setNear] = useState(false);

  useLayoutEffect(() => {
    const element = image.current;
    // Once it has been near it stays.
    return element && !near
      ? watchNear(element, element.closest('.letter-scroll, .answer-scroll'), (now) => now && setNear(true))
      : undefined;
  }, [near]);
  useLayoutEffect(() => {
    if (!near) return undefined;
    let gone = false;
    void source(asset).then((found) => {
      if (!gone) setUrl(found ?? null);
    });
    return () => {
      gone = true;
    };
  }, [near, source, asset]);

  return (
    <img
      ref={image}
      src={url ?? undefined}
      alt={alternative}
      draggable={false}
      data-missing={url === null || undefined}
      onError={() => setUrl(null)}
    />
  );
}
