/**
 * What a window may do: show its own files and nothing else. The page comes over a protocol of its own; it can't
 * navigate, open windows, load anything from elsewhere or be granted a permission.
 */
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { app, protocol, session, type WebContents } from 'electron';
import { outFolder } from './folders.ts';

export const PAGE = 'pamphleteer://app/index.html';
const SCHEME = 'pamphleteer';
const HOST = 'app';

/** Styles may stand in the page: the accessible primitives set positions there. Scripts may not. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' blob: data:",
  "worker-src 'self' blob:",
  "connect-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The worker that looks up words is WebAssembly. It alone may compile some; the page and other workers may not. */
const SPELLING_WORKER = /^\/assets\/spelling-worker-[\w-]+\.js$/;
const SPELLING_POLICY = POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'");

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.aff': 'text/plain; charset=utf-8',
  '.dic': 'text/plain; charset=utf-8',
};

/** Before the application is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

export function servePage(): void {
  const root = join(outFolder, 'renderer');
  protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url);
    const file = normalize(join(root, decodeURIComponent(url.pathname)));
    const type = TYPES[extname(file)];
    if (url.host !== HOST || !file.startsWith(root + sep) || !type)
      return new Response(null, { status: 404 });
    try {
      return new Response(new Uint8Array(await readFile(file)), {
        headers: {
          'content-type': type,
          'content-security-policy': SPELLING_WORKER.test(url.pathname) ? SPELLING_POLICY : POLICY,
          'x-content-type-options': 'nosniff',
          'cross-origin-opener-policy': 'same-origin',
        },
      });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
}

/** Nothing is asked of the network, whoever asks. */
export function closeNetwork(): void {
  const { defaultSession } = session;
  // Its dictionaries would be fetched from a server; the window has its own.
  defaultSession.setSpellCheckerEnabled(false);
  defaultSession.setPermissionRequestHandler((_contents, _permission, allow) => allow(false));
  defaultSession.setPermissionCheckHandler(() => false);
  defaultSession.setDevicePermissionHandler(() => false);
  const own = new Set([`${SCHEME}:`, 'blob:', 'data:', 'devtools:']);
  const development = process.env['ELECTRON_RENDERER_URL'];
  defaultSession.webRequest.onBeforeRequest(({ url }, decide) => {
    const allowed = own.has(new URL(url).protocol) || (development !== undefined && isOf(url, development));
    decide({ cancel: !allowed });
  });
  app.on('web-contents-created', (_event, contents) => hold(contents));
}

function isOf(url: string, development: string): boolean {
  const wanted = new URL(development);
  const asked = new URL(url);
  return !app.isPackaged && asked.hostname === wanted.hostname && asked.port === wanted.port;
}

function hold(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
