/**
 * Citation.js can fetch works from addresses. Nothing here asks it to, and nothing could come of it (the window's policy
 * admits no connection): so what it would fetch with stays out of the bundles.
 */
import type { Plugin } from 'vite';

const FETCHING = /[\\/]@citation-js[\\/]core[\\/]lib(?:-mjs)?[\\/]util[\\/]fetchFile(?:Async)?\.js$/;

const STUB = `
export function fetchFile() { throw new Error('Nothing is fetched.'); }
export async function fetchFileAsync() { throw new Error('Nothing is fetched.'); }
export function setUserAgent() {}
export default fetchFile;
`;

export function withoutFetching(): Plugin {
  return {
    name: 'without-fetching',
    enforce: 'pre',
    load: (id) =>
      FETCHING.test(id.split('?')[0] ?? id) ? { code: STUB, moduleSideEffects: false } : undefined,
  };
}
