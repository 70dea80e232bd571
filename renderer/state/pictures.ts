/** The project's pictures as addresses that the window can show. Each is fetched once, when it is first looked at. */
import { assetPath } from '../../core/storage/paths.ts';
import { fetchBinary } from '../platform/in-pieces.ts';
import { app, useApp } from './store.ts';

const urls = new Map<string, Promise<string | undefined>>();

/** The address of a picture, or undefined when the project has lost its bytes. */
export function pictureUrl(asset: string): Promise<string | undefined> {
  let url = urls.get(asset);
  if (!url) {
    url = fetchPicture(asset);
    urls.set(asset, url);
  }
  return url;
}

async function fetchPicture(asset: string): Promise<string | undefined> {
  const type = app.get().project?.assets.find(({ id }) => id === asset)?.mediaType;
  const bytes = type && (await fetchBinary(assetPath(asset)));
  return bytes && URL.createObjectURL(new Blob([bytes], { type }));
}

// Those of another project are let go.
useApp.subscribe(({ project }, { project: before }) => {
  if (project?.id === before?.id) return;
  for (const url of urls.values()) void url.then((known) => known && URL.revokeObjectURL(known));
  urls.clear();
});
