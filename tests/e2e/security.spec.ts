import { readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launch, waitForText, type Launched } from './support/launch';
import { root } from './support/places';

/*
 * The built page, preload and protocol, attacked from where an attacker would stand: inside the page.
 */

/** The loose form of the bridge, as hostile code sees it. */
interface LooseBridge {
  readonly ask: (name: string, ...args: unknown[]) => Promise<unknown>;
  readonly on: (name: string, listener: (event: unknown) => void) => () => void;
}
type Loose = Omit<Window, 'postil'> & { readonly postil: LooseBridge };

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";

let launched: Launched;

test.beforeAll(async () => {
  launched = await launch({
    // What the page reports when it is refused something.
    allowed:
      /Content Security Policy|Failed to load resource|Not allowed to|ERR_|Permissions policy|Refused to/i,
  });
});

test.afterAll(async () => {
  await launched.close();
});

test('[SEC1] the page has nothing of Node or Electron', async () => {
  const found = await launched.page.evaluate(() =>
    [
      'require',
      'process',
      'module',
      'exports',
      'global',
      'Buffer',
      'electron',
      'ipcRenderer',
      '__dirname',
    ].filter((name) => name in window),
  );
  expect(found).toEqual([]);
});

test('[SEC2] the bridge has exactly the agreed functions and cannot be replaced', async () => {
  const { page } = launched;
  expect(await page.evaluate(() => Object.keys(window.postil).sort())).toEqual([
    'ask',
    'dropTexts',
    'on',
  ]);
  const replaced = await page.evaluate(() => {
    'use strict';
    const before = window.postil;
    const attempts = [
      () => Reflect.set(window, 'postil', {}),
      () => Reflect.set(window.postil, 'ask', () => 'mine'),
      () => Reflect.deleteProperty(window, 'postil'),
    ];
    return { done: attempts.map((attempt) => attempt()), same: window.postil === before };
  });
  expect(replaced).toEqual({ done: [false, false, false], same: true });
});

test('[SEC3] the window is isolated and sandboxed', async () => {
  const preferences = await launched.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
      getLastWebPreferences(): Record<string, unknown>;
    };
    return contents.getLastWebPreferences();
  });
  expect(preferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    experimentalFeatures: false,
  });
});

for (const target of [
  'https://example.org/',
  'file:///etc/passwd',
  'data:text/html,<p>mine</p>',
  'postil://app/assets/',
  'postil://other/index.html',
]) {
  test(`[SEC4] the window does not go to ${target}`, async () => {
    const { app, page } = launched;
    const before = page.url();
    await page.evaluate((url) => {
      window.location.href = url;
    }, target);
    await page.evaluate((url) => {
      const link = Object.assign(document.createElement('a'), { href: url });
      document.body.append(link);
      link.click();
      link.remove();
    }, target);
    await page.evaluate((url) => {
      const form = Object.assign(document.createElement('form'), { action: url, method: 'post' });
      document.body.append(form);
      form.submit();
      form.remove();
    }, target);
    const opened = await page.evaluate((url) => {
      const link = Object.assign(document.createElement('a'), { href: url, target: '_blank' });
      document.body.append(link);
      link.click();
      link.remove();
      return window.open(url) !== null;
    }, target);
    await answersStill(launched);
    expect(opened).toBe(false);
    expect(page.url()).toBe(before);
    expect(await page.evaluate(() => document.documentElement.dataset['ready'])).toBe('true');
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });
}

test('[SEC4] the window does not load its page again because the page wants it', async () => {
  const { page } = launched;
  await page.evaluate(() => {
    Object.assign(window, { before: true });
    window.location.reload();
  });
  await answersStill(launched);
  expect(await page.evaluate(() => 'before' in window)).toBe(true);
});

test('[SEC4] from an empty page the window comes back', async () => {
  const { page } = launched;
  const before = page.url();
  await page.evaluate(() => {
    window.location.href = 'about:blank';
  });
  await page.waitForURL(before);
  await waitForText(page);
});

test('[SEC5] frames and embedded pages stay empty', async () => {
  const frames = await launched.page.evaluate(async () => {
    const frame = Object.assign(document.createElement('iframe'), {
      src: 'postil://app/index.html',
    });
    const webview = document.createElement('webview');
    webview.setAttribute('src', 'postil://app/index.html');
    const object = Object.assign(document.createElement('object'), {
      data: 'postil://app/index.html',
    });
    document.body.append(frame, webview, object);
    await new Promise((done) => setTimeout(done, 300));
    const reached = frame.contentDocument?.getElementById('root') ?? null;
    const isPlain = webview instanceof HTMLUnknownElement || webview.constructor === HTMLElement;
    for (const element of [frame, webview, object]) element.remove();
    return { reached: reached !== null, isPlain };
  });
  expect(frames).toEqual({ reached: false, isPlain: true });
});

for (const [name, args] of [
  ['no.such.request', []],
  ['__proto__', []],
  ['toString', []],
  ['texts.drop', [['/etc']]],
  ['app.start', ['one too many']],
  ['document.text', []],
  ['document.text', ['../../etc/passwd']],
  ['document.text', [{ toString: 'x' }]],
  ['document.place', ['000', { offset: -1, fraction: 0, furthest: 0 }]],
  ['document.place', ['000', { offset: 0, fraction: 0, furthest: 0, more: 1 }]],
  ['command.perform', [{ kind: 'annotation.explode' }, 1]],
  ['command.perform', [{ kind: 'coder.rename', coderId: 'x', name: '' }, 1]],
  ['command.perform', [{ kind: 'coder.rename', coderId: 'x', name: 'X' }, 'one']],
  ['command.perform', [null, 1]],
  ['settings.change', [{ theme: 'pink' }]],
  ['coder.choose', ['CON']],
  ['sets.export', [{ includeTexts: 'yes' }]],
  ['sets.export', [{ includeTexts: true, file: '/tmp/mine.json' }]],
  ['sets.confirmImport', [0.5]],
  ['codebook.export', ['/etc/passwd']],
  ['codebook.chooseImport', ['/etc/passwd']],
  ['codebook.confirmImport', [1]],
  ['codebook.confirmImport', [0.5, false]],
  ['codebook.confirmImport', [1, 'yes']],
  ['codebook.confirmImport', [1, false, true]],
  ['past.deeds', ['../other']],
  ['backups.list', ['../../journals']],
  ['past.compare', [{ kind: 'backup', name: 'x', folder: '/etc' }]],
  ['past.restore', [{ kind: 'moment', stamp: 'x' }, '/tmp/mine']],
  ['pack.write', ['coder', 'x', '/tmp/mine']],
  ['pack.confirm', [0.5, {}]],
  ['pack.confirm', [1, { key: 1 }]],
  ['pack.takeBack', ['/tmp/mine']],
  ['unmatched.look', ['/tmp/mine']],
  ['looking.cancel', ['/tmp/mine']],
  ['unmatched.settle', [1, { key: ['x'] }]],
  ['methods.save', ['/tmp/mine', { withGamma: true }]],
  ['methods.save', ['', { withGamma: 'yes' }]],
  ['snapshot.take', [1]],
  ['agreement.figures', ['../other', { withIntervals: true, withGamma: true }]],
  ['agreement.figures', ['', true]],
] as const) {
  test(`[SEC6] refused at the door: ${name} ${JSON.stringify(args)}`, async () => {
    const answer = await launched.page.evaluate(
      ([request, given]) =>
        (window as unknown as Loose).postil.ask(request, ...given).then(
          () => 'answered',
          (error: unknown) => String(error),
        ),
      [name, args] as const,
    );
    expect(answer).toMatch(/No such request|Refused/);
    await answersStill(launched);
  });
}

for (const depth of [150, 2_000]) {
  test(`[SEC7] a nest of ${depth} batches is refused, and the app lives on`, async () => {
    const answer = await launched.page.evaluate(async (levels) => {
      let command: unknown = { kind: 'coder.rename', coderId: 'x', name: 'X' };
      for (let i = 0; i < levels; i += 1) {
        command = { kind: 'batch', purpose: 'import', size: 1, commands: [command] };
      }
      try {
        return JSON.stringify(
          await (window as unknown as Loose).postil.ask('command.perform', command, 1),
        );
      } catch (error) {
        return `rejected: ${String(error)}`;
      }
    }, depth);
    expect(answer).toMatch(/^rejected: |"ok":false/);
    await answersStill(launched);
  });
}

test('[SEC8] steps that are the main process’s own are refused with a sentence', async () => {
  const before = await serialOf(launched);
  const answers = await launched.page.evaluate(async () => {
    const commands = [
      { kind: 'batch', purpose: 'documents', size: 0, commands: [] },
      { kind: 'document.remove', documentId: '000' },
      { kind: 'project.describe', id: 'other', title: 'Other' },
    ];
    const { ask } = (window as unknown as Loose).postil;
    return Promise.all(commands.map((command) => ask('command.perform', command, 1)));
  });
  for (const answer of answers) {
    expect(answer).toMatchObject({ ok: false, fault: { code: 'main.fault.notFromWindow' } });
  }
  expect(await serialOf(launched)).toBe(before);
});

test('[SEC9] the page cannot listen to other channels, and gets no event object', async () => {
  const outcome = await launched.page.evaluate(async () => {
    const { on, ask } = (window as unknown as Loose).postil;
    let refused = '';
    try {
      on('ELECTRON_BROWSER_RENDERER', () => undefined);
    } catch (error) {
      refused = String(error);
    }
    const heard: unknown[][] = [];
    const stop = on('coder.chosen', (...given: unknown[]) => heard.push(given));
    const start = (await ask('app.start')) as { project: { coderId: string } };
    await ask('coder.choose', start.project.coderId);
    await new Promise((done) => setTimeout(done, 100));
    stop();
    await ask('coder.choose', start.project.coderId);
    await new Promise((done) => setTimeout(done, 100));
    return { refused, heard, coderId: start.project.coderId };
  });
  expect(outcome.refused).toContain('No such event');
  expect(outcome.heard).toEqual([[outcome.coderId]]);
});

test('[SEC10] another window with the same page and preload gets no answer', async () => {
  const answer = await launched.app.evaluate(
    async ({ BrowserWindow }, preload) => {
      const other = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      try {
        await other.loadURL('postil://app/index.html');
        return (await other.webContents.executeJavaScript(
          "postil.ask('app.start').then(() => 'answered', (error) => String(error))",
        )) as string;
      } finally {
        other.destroy();
      }
    },
    join(root, 'out', 'preload', 'index.cjs'),
  );
  expect(answer).toContain('not from Postil');
});

for (const path of [
  '/../main/index.js',
  '/%2e%2e/main/index.js',
  '/%2e%2e%2fmain%2findex.js',
  '/..%5cmain%5cindex.js',
  '/assets/%2e%2e/%2e%2e/main/index.js',
  '/assets%2f..%2f..%2fmain%2findex.js',
  '/index.html%00.js',
  '/index.html%2500',
  '/index.html:stream',
  '/C:/Windows/win.ini',
  '//etc/passwd',
  '/etc/passwd',
  '/assets',
  '/assets/',
  '/',
  '/%',
  '/nothing.js',
]) {
  test(`[SEC11] not served: postil://app${path}`, async () => {
    expect(await get(launched, `postil://app${path}`)).toMatchObject({
      status: 404,
      body: 'Not found',
    });
  });
}

test('[SEC11] not served: other hosts and other methods', async () => {
  expect((await get(launched, 'postil://other/index.html')).status).toBe(404);
  expect((await get(launched, 'postil://app/index.html', 'POST')).status).toBe(404);
});

test('[SEC12] every answer carries the policy and its type', async () => {
  const assets = readdirSync(join(root, 'out', 'renderer', 'assets'));
  expect(assets.length).toBeGreaterThan(2);
  const types: Record<string, string> = {
    html: 'text/html; charset=utf-8',
    js: 'text/javascript; charset=utf-8',
    css: 'text/css; charset=utf-8',
    map: 'application/json; charset=utf-8',
    woff2: 'font/woff2',
  };
  for (const path of ['index.html', ...assets.map((name) => `assets/${name}`)]) {
    const { status, headers } = await get(launched, `postil://app/${path}`);
    expect([path, status], path).toEqual([path, 200]);
    expect(headers, path).toMatchObject({
      'content-security-policy': POLICY,
      'x-content-type-options': 'nosniff',
      'content-type': types[path.slice(path.lastIndexOf('.') + 1)],
    });
  }
  const refused = await get(launched, 'postil://app/nothing');
  expect(refused.headers['content-security-policy']).toBe(POLICY);
});

test('[SEC13] neither eval nor markup from text runs', async () => {
  const outcome = await launched.page.evaluate(async () => {
    const loose = window as unknown as Record<string, unknown>;
    // In a turn of its own: a debugger's evaluation is allowed more than the page.
    const evaluated = await new Promise((done) => {
      setTimeout(() => {
        try {
          done(Reflect.construct(Function, ['return "ran"']));
        } catch (error) {
          done((error as Error).name);
        }
      });
    });
    const place = document.createElement('div');
    document.body.append(place);
    const script = document.createElement('script');
    script.textContent = 'window.fromInline = true';
    const remote = Object.assign(document.createElement('script'), {
      src: 'data:text/javascript,window.fromData = true',
    });
    place.append(script, remote);
    const markup = document.createElement('div');
    place.append(markup);
    markup.insertAdjacentHTML('beforeend', '<img src="x:" onerror="window.fromHandler = true">');
    markup.insertAdjacentHTML('beforeend', '<p id="styled" style="color: rgb(1, 2, 3)">x</p>');
    await new Promise((done) => setTimeout(done, 200));
    const colour = getComputedStyle(document.getElementById('styled') as HTMLElement).color;
    place.remove();
    const ran = ['fromInline', 'fromData', 'fromHandler'].filter((name) => name in loose);
    return { evaluated, ran, styled: colour === 'rgb(1, 2, 3)' };
  });
  expect(outcome).toEqual({ evaluated: 'EvalError', ran: [], styled: false });
});

test('[SEC14] pictures in data: addresses are shown', async () => {
  const width = await launched.page.evaluate(
    () =>
      new Promise((done) => {
        const picture = new Image();
        picture.onload = () => {
          done(picture.naturalWidth);
        };
        picture.onerror = () => {
          done(0);
        };
        picture.src =
          'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
      }),
  );
  expect(width).toBe(1);
});

test('[SEC15] every permission is denied', async () => {
  const outcome = await launched.page.evaluate(async () => {
    const nameOf = (act: () => Promise<unknown>): Promise<string> =>
      act().then(
        () => 'granted',
        (error: unknown) => (error as Error).name,
      );
    const states = await Promise.all(
      ['notifications', 'geolocation', 'camera', 'microphone', 'clipboard-read', 'midi'].map(
        async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
      ),
    );
    return {
      states: [...new Set(states)],
      notification: await Notification.requestPermission(),
      camera: await nameOf(() => navigator.mediaDevices.getUserMedia({ video: true })),
      screen: await nameOf(() => navigator.mediaDevices.getDisplayMedia({ video: true })),
      clipboard: await nameOf(() => navigator.clipboard.readText()),
      place: await new Promise((done) => {
        navigator.geolocation.getCurrentPosition(
          () => {
            done('granted');
          },
          (error) => {
            done(error.code);
          },
        );
      }),
    };
  });
  expect(outcome.states).toEqual(['denied']);
  expect(outcome.notification).toBe('denied');
  expect(outcome.camera).not.toBe('granted');
  expect(outcome.screen).not.toBe('granted');
  expect(outcome.clipboard).toBe('NotAllowedError');
  expect(outcome.place).toBe(1);
});

test.describe('a server beside the app', () => {
  let server: Server;
  let address: string;
  let requests: string[];

  test.beforeAll(async () => {
    requests = [];
    server = createServer((request, response) => {
      requests.push(request.url ?? '');
      response.setHeader('access-control-allow-origin', '*').end('hello');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  test.afterAll(async () => {
    await new Promise((done) => server.close(done));
  });

  test('[SEC16] hears nothing from the page, whatever the page tries', async () => {
    expect(await (await fetch(`${address}/control`)).text()).toBe('hello');
    const outcome = await launched.page.evaluate(async (base) => {
      const outcomeOf = (act: Promise<unknown>): Promise<string> =>
        act.then(
          () => 'answered',
          () => 'refused',
        );
      const loads = (element: HTMLElement): Promise<unknown> =>
        new Promise((done, fail) => {
          element.onload = done;
          element.onerror = fail;
          document.body.append(element);
        }).finally(() => {
          element.remove();
        });
      const socket = (): Promise<unknown> =>
        new Promise((done, fail) => {
          const open = new WebSocket(base.replace('http', 'ws'));
          open.onopen = done;
          open.onerror = fail;
        });
      navigator.sendBeacon(`${base}/beacon`, 'x');
      const link = Object.assign(document.createElement('link'), {
        rel: 'prefetch',
        href: `${base}/prefetch`,
      });
      document.head.append(link);
      const tries = [
        fetch(`${base}/fetch`),
        fetch(`${base}/no-cors`, { mode: 'no-cors' }),
        fetch('https://example.org/'),
        fetch('file:///etc/passwd'),
        fetch('postil://app/index.html'),
        loads(Object.assign(new Image(), { src: `${base}/image` })),
        loads(Object.assign(document.createElement('script'), { src: `${base}/script` })),
        loads(
          Object.assign(document.createElement('link'), {
            rel: 'stylesheet',
            href: `${base}/style`,
          }),
        ),
        import(/* @vite-ignore */ `${base}/module.js`),
        new FontFace('mine', `url(${base}/font)`).load(),
        socket(),
      ];
      const outcomes = await Promise.all(tries.map(outcomeOf));
      link.remove();
      return outcomes;
    }, address);
    expect(new Set(outcome)).toEqual(new Set(['refused']));
    expect(requests).toEqual(['/control']);
  });

  test('[SEC17] hears nothing from the window’s session even without a policy', async () => {
    const outcome = await launched.app.evaluate(async ({ session }, base) => {
      const tries = [
        `${base}/session`,
        'https://example.org/',
        'file:///etc/passwd',
        'postil://app/index.html',
      ];
      return Promise.all(
        tries.map((url) =>
          session.defaultSession.fetch(url).then(
            () => 'answered',
            () => 'refused',
          ),
        ),
      );
    }, address);
    expect(outcome).toEqual(['refused', 'refused', 'refused', 'answered']);
    expect(requests).toEqual(['/control']);
  });
});

async function answersStill(running: Launched): Promise<void> {
  const title = await running.page.evaluate(async () => {
    const start = await window.postil.ask('app.start');
    return start.project !== undefined;
  });
  expect(title).toBe(true);
}

function serialOf(running: Launched): Promise<number | undefined> {
  return running.page.evaluate(async () => (await window.postil.ask('app.start')).project?.serial);
}

/** Asks as the network layer does, below any policy of the page. */
function get(
  running: Launched,
  url: string,
  method = 'GET',
): Promise<{ status: number; headers: Record<string, string>; body: string }> {
  return running.app.evaluate(
    async ({ session }, [address, verb]) => {
      const response = await session.defaultSession.fetch(address, { method: verb });
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: response.status === 200 ? '' : await response.text(),
      };
    },
    [url, method] as const,
  );
}
