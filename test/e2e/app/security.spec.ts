/** The window can't be made to run, fetch, open or ask anything that isn't ours; letters bring nothing in but words. */
import { expect, test } from '@playwright/test';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import * as desk from '../support/desk.ts';
import { answerDialogs, questions } from '../support/dialogs.ts';
import { HOSTILE } from '../support/hostile.ts';
import { inMain } from '../support/in-main.ts';
import { launchApp, type RunningApp } from '../support/launch.ts';
import { statement } from '../support/letters.ts';
import type { Bridge } from '../../../core/ipc/contract.ts';

/** The page's own side, as a function that runs there sees it. */
interface Bridged {
  readonly pamphleteer: Bridge;
}

let running: RunningApp;
test.beforeAll(async () => {
  running = await launchApp();
  await desk.newProject(running);
});
test.afterAll(() => running?.close());

const windows = () => inMain(running.app)(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
const canary = () => running.window.evaluate(() => (globalThis as { canary?: unknown }).canary);

test('the page has neither Node nor a way round the bridge', async () => {
  const found = await running.window.evaluate(() => ({
    require: typeof (globalThis as { require?: unknown }).require,
    process: typeof (globalThis as { process?: unknown }).process,
    bridge: Object.keys((globalThis as unknown as Bridged).pamphleteer)
      .sort()
      .join(' '),
    frozen: Object.isFrozen((globalThis as unknown as Bridged).pamphleteer),
  }));
  expect(found).toMatchObject({ require: 'undefined', process: 'undefined' });
  expect(found.bridge).not.toMatch(/invoke|send|ipc/i);
  const preferences = await inMain(running.app)(({ BrowserWindow }) => {
    const { sandbox, contextIsolation, nodeIntegration, webSecurity, webviewTag } = (
      BrowserWindow.getAllWindows()[0]!.webContents as unknown as {
        getLastWebPreferences(): Record<string, boolean>;
      }
    ).getLastWebPreferences();
    return { contextIsolation, nodeIntegration, webSecurity, webviewTag: webviewTag ?? false, sandbox };
  });
  expect(preferences).toMatchObject({
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    sandbox: true,
  });
});

test('nothing is fetched from elsewhere, and no script is made from text', async () => {
  const outcomes = await running.window.evaluate(async () => {
    const load = (element: HTMLElement, address: string, attribute = 'src') =>
      new Promise<string>((resolve) => {
        element.onload = () => resolve('loaded');
        element.onerror = () => resolve('refused');
        element.setAttribute(attribute, address);
        document.head.append(element);
      });
    const asked = (act: () => unknown) =>
      Promise.resolve()
        .then(act)
        .then(
          () => 'allowed',
          () => 'refused',
        );
    const inline = document.createElement('script');
    inline.textContent = 'window.canary = 1';
    document.head.append(inline);
    const style = Object.assign(document.createElement('link'), { rel: 'stylesheet' });
    return {
      fetch: await asked(() => fetch('https://evil.example/')),
      file: await asked(() => fetch('file:///etc/passwd')),
      socket: await asked(
        () =>
          new Promise((resolve, reject) => {
            const socket = new WebSocket('wss://evil.example/');
            socket.onopen = resolve;
            socket.onerror = reject;
          }),
      ),
      image: await load(document.createElement('img'), 'https://evil.example/a.png'),
      script: await load(document.createElement('script'), 'https://evil.example/a.js'),
      data: await load(document.createElement('script'), 'data:text/javascript,window.canary=1'),
      style: await load(style, 'https://evil.example/a.css', 'href'),
      eval: await asked(() => Function('return 1')()),
      outside: await asked(async () => {
        const answer = await fetch('pamphleteer://app/..%2f..%2fpackage.json');
        if (!answer.ok) throw new Error('refused');
      }),
    };
  });
  expect([...new Set(Object.values(outcomes))], JSON.stringify(outcomes)).toEqual(['refused']);
  expect(await canary()).toBeUndefined();
});

test('the bundles hold nothing to fetch works with', async () => {
  const files = await Promise.all(
    ['main', 'renderer'].map(async (part) => {
      const folder = join('out', part);
      const names = await readdir(folder, { recursive: true });
      return names.filter((name) => /\.[cm]?js$/.test(name)).map((name) => join(folder, name));
    }),
  );
  const fetching: string[] = [];
  let citing = 0;
  for (const file of files.flat()) {
    const text = await readFile(file, 'utf8');
    if (text.includes('@bibtex')) citing++;
    // Citation.js's own words, and those of the two packages that it fetches with.
    if (/Server responded with|node-fetch cannot load|Request input should be a URL/.test(text))
      fetching.push(file);
  }
  expect(citing).toBeGreaterThan(1);
  expect(fetching).toEqual([]);
});

test('no permission is given', async () => {
  const states = await running.window.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'];
    const answers = names.map(async (name) => {
      const { state } = await navigator.permissions.query({ name: name as PermissionName });
      return `${name} ${state}`;
    });
    const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'media granted',
      () => 'media denied',
    );
    return [...(await Promise.all(answers)), `notification ${await Notification.requestPermission()}`, media];
  });
  expect(states.filter((state) => !state.endsWith(' denied'))).toEqual([]);
});

test('the main process refuses arguments that it doesn’t expect', async () => {
  const refused = await running.window.evaluate(async () => {
    const bridge = (globalThis as unknown as Bridged).pamphleteer as unknown as Record<
      string,
      (...values: unknown[]) => Promise<unknown>
    >;
    const lists = ['letters', 'highlights', 'sections', 'introduction', 'conclusion', 'references', 'assets'];
    const project = Object.fromEntries(lists.map((list) => [list, []]));
    const tries: readonly (readonly [string, ...unknown[]])[] = [
      ['openRecent', '../../etc/passwd'],
      ['openRecent', 7],
      ['openRecent'],
      ['restore', '..'],
      ['discard', '../..'],
      ['discard', '/'],
      ['save', { entries: [{ path: '../evil', text: '' }], title: '', as: 'same' }],
      ['save', { entries: [{ path: 'project.json', text: 1 }], title: '', as: 'same' }],
      ['save', { entries: [], title: '', as: '/tmp/evil' }],
      ['save', null],
      ['addBinary', '../evil', new Uint8Array()],
      ['addBinary', 'assets/ok', 'no bytes'],
      ['readBinary', 'originals/../../x', 0],
      ['exportProject', 'exe', {}],
      ['exportProject', 'html', {}],
      ['exportProject', 'annotations', {}, { withNotes: true }],
      ['exportProject', 'annotations', project, { withNotes: 'all' }],
      ['exportProject', 'annotations', project, { withNotes: true, letter: '../x' }],
      ['chooseAnnotations', '/etc/passwd'],
      ['openPreview', 'project'],
      ['journal', 'all'],
      ['journal', [{ type: 'evil' }]],
      ['journal', 'all', true],
      ['addBinary', 'assets/ok', new Uint8Array(2), { at: 1, of: 3 }],
      ['addBinary', 'assets/ok', new Uint8Array(2), { at: 0, of: 1 }],
      ['readChosen', '/etc/passwd', 0],
      ['beginProject', []],
      ['openBytes', { name: 1, bytes: new Uint8Array() }],
      ['openLink', {}],
      ['setMenu', { disabled: ['rm'], checked: [], labels: {} }],
      ['setDocumentState', { title: 'x' }],
      ['askToSave'],
      ['confirm', 'really'],
      ['perform', 'shell'],
      ['start', 'too much'],
    ];
    const passed: string[] = [];
    for (const [name, ...values] of tries) {
      const call = bridge[name];
      const answer = call ? await call(...values).then(() => 'passed', String) : 'no such call';
      if (!answer.includes('refused')) passed.push(`${name} ${JSON.stringify(values)}: ${answer}`);
    }
    return passed;
  });
  expect(refused).toEqual([]);
});

test('links ask before they leave, and only addresses of the web and of mail do', async () => {
  const { app, window } = running;
  await desk.pasteLetter(running, statement);
  await inMain(app)(({ shell }) => {
    const kept = globalThis as { opened?: string[] };
    kept.opened = [];
    shell.openExternal = async (url) => void kept.opened?.push(url);
  });
  const opened = () => inMain(app)(() => (globalThis as { opened?: string[] }).opened ?? []);
  const link = desk.letterText(window).getByRole('link', { name: 'the council’s page' });
  await answerDialogs(app, { button: 'Cancel' });
  await link.click();
  await expect
    .poll(() => questions(app))
    .toEqual(['Open this address in your web browser? https://council.quillhaven.example/figures']);
  expect(await opened()).toEqual([]);
  await answerDialogs(app, { button: 'Open' });
  await link.click();
  await expect.poll(opened).toEqual(['https://council.quillhaven.example/figures']);
  await window.evaluate(async () => {
    for (const url of ['javascript:alert(1)', 'file:///etc/passwd', 'smb://evil.example/x', 'nonsense'])
      await (globalThis as unknown as Bridged).pamphleteer.openLink(url);
  });
  expect(await opened()).toHaveLength(1);
});

/** Hostile letters pasted at once. */
const FEW = 5;

type Node = DefaultTreeAdapterTypes.Node;

/** Elements and attributes of a page that could run or fetch something. */
function dangers(html: string): string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if ('attrs' in node) {
      const { tagName, attrs } = node;
      if (
        /^(script|iframe|object|embed|form|input|button|base|template|math|use|video|audio|foreignobject)$/.test(
          tagName,
        )
      )
        found.push(tagName);
      for (const { name, value } of attrs) {
        if (/^on|^(srcdoc|formaction|ping|background)$/.test(name)) found.push(`${tagName} ${name}`);
        if (
          /^(href|src|xlink:href|action)$/.test(name) &&
          !/^(#|https?:|mailto:|data:(image|font)\/)/.test(value)
        )
          found.push(`${tagName} ${name}=${value}`);
        if (/evil\.example/.test(value)) found.push(`${tagName} ${name}=${value}`);
      }
    }
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return found;
}

test('hostile letters bring their words in and nothing else, in the window and in the web page', async ({}, info) => {
  const { app, window } = running;
  await desk.newProject(running);
  const html = HOSTILE.map(
    (vector, i) => `<p>Before ${i}.</p>${vector}\n-->'"></style></p><p>After ${i}.</p>`,
  ).join('\n');
  await desk.pasteLetter(running, { html: `<div>${html}</div>`, text: 'plain' });
  // Each at the beginning of some letter too, where a parser is in another state.
  for (let i = 0; i < HOSTILE.length; i += FEW) {
    const vectors = HOSTILE.slice(i, i + FEW).map((vector) => `${vector}<p>Some words.</p>`);
    await desk.pasteLetter(running, { html: vectors.join(''), text: 'plain' });
  }

  const outline = desk.pane(window, 'outline').locator('.letter-row');
  await expect(outline).toHaveCount(HOSTILE.length / FEW + 1);
  for (let i = 0; i <= HOSTILE.length / FEW; i++) {
    await outline.nth(i).click();
    await expect(outline.nth(i)).toHaveAttribute('aria-current', 'true');
    await expect(desk.letterText(window)).toContainText(i === 0 ? 'After 0.' : 'Some words.');
    expect(dangers(await desk.letterText(window).locator('article').innerHTML())).toEqual([]);
  }
  await outline.first().click();
  await desk.letterText(window).press('Control+a');
  for (const words of ['Before 0.', 'a promise', 'a veil', 'a cell', 'a forged passage', 'After 10.'])
    await expect(desk.letterText(window)).toContainText(words);
  expect(await window.locator('#root').count()).toBe(1);

  // The same into an answer.
  await desk.answerWithClipboard(running, { html: `<div>${html}</div>`, text: 'plain' });
  const answer = await desk.answerOf(window, 1);
  await expect(answer).toContainText('Before 1.');
  expect(dangers(await answer.innerHTML())).toEqual([]);
  expect(await canary()).toBeUndefined();
  expect(await windows()).toBe(1);

  const path = info.outputPath('hostile.html');
  await answerDialogs(app, { save: path });
  await window.keyboard.press('Control+Shift+e');
  await expect(desk.messages(window)).toContainText('Exported to hostile.html', { timeout: 60_000 });
  const page = await readFile(path, 'utf8');
  expect(page).toContain('After 1.');
  expect(dangers(page)).toEqual([]);
});

// Last, for the driver waits for a navigation that is refused.
test('no window opens and the page stays where it is', async () => {
  const here = () =>
    inMain(running.app)(async ({ BrowserWindow }) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!;
      const shown = "document.querySelector('[data-pane=outline]') !== null";
      return [webContents.getURL(), (await webContents.executeJavaScript(shown)) as boolean];
    });
  const before = await here();
  expect(before[1]).toBe(true);
  await inMain(running.app)(async ({ BrowserWindow }) => {
    await BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript(`
      open('https://evil.example/');
      open('about:blank');
      const link = Object.assign(document.createElement('a'), { href: 'https://evil.example/', target: '_blank' });
      document.body.append(link);
      link.click();
      link.target = '';
      link.click();
      link.remove();
      location.href = 'https://evil.example/';
      location.href = 'file:///etc/passwd';
      new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))).then(() => true);
    `);
  });
  expect(await here()).toEqual(before);
  expect(await windows()).toBe(1);
});
