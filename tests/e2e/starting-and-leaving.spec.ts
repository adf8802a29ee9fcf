import { spawn } from 'node:child_process';
import {
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import type { AnnotationId, CodeId, Timestamp } from '../../src/core/ids';
import { createSelector } from '../../src/core/text/quote';
import { createSpan } from '../../src/core/text/span';
import { answerMessageBoxes, answerOpenDialogs, answerSaveDialogs } from './support/dialogs';
import { launch, waitForText, type Launched } from './support/launch';
import { clickMenuItem, readMenuItem } from './support/menu';
import { findElectron, root } from './support/places';
import { waitUntilSaved } from './support/reading';

/*
 * The app as a program: how it starts, what it remembers, what it does when it is told to go.
 */

let folder: string;
let running: Launched[];

test.beforeEach(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'postil-start-')));
  running = [];
});

test.afterEach(async () => {
  for (const launched of running) await launched.app.close().catch(() => undefined);
  await rm(folder, { recursive: true, force: true });
});

async function start(settings: Parameters<typeof launch>[0] = {}): Promise<Launched> {
  const launched = await launch({ userData: join(folder, 'settings'), ...settings });
  running.push(launched);
  return launched;
}

/** Takes this computer's own journals away from the app, which then can keep nothing here; the answer gives them back. */
async function takeJournals({ userData }: Launched): Promise<() => Promise<void>> {
  const journals = join(userData, 'journals');
  await rename(journals, join(folder, 'taken'));
  await writeFile(journals, '');
  return async () => {
    await rm(journals);
    await rename(join(folder, 'taken'), journals);
  };
}

const sampleSet = async (page: Page): Promise<string> => {
  const project = await openProject(page);
  return join(project.folder, 'coders', project.coderId, '000.json');
};

async function openProject(page: Page) {
  const { project } = await page.evaluate(() => window.postil.ask('app.start'));
  if (project === undefined) throw new Error('No project is open');
  return project;
}

/** Adds a stance on the first words of the first editorial, as the window would. */
async function code(page: Page, id: string): Promise<void> {
  const { coderId } = await openProject(page);
  const text = await page.evaluate(() => window.postil.ask('document.text', '000' as never));
  if (!text.ok) throw new Error(text.fault.text);
  const at = '2026-01-01T00:00:00.000Z' as Timestamp;
  const annotation = {
    id: id as AnnotationId,
    documentId: '000' as never,
    coderId,
    codeId: 'stance' as CodeId,
    pieces: [createSelector(text.value, createSpan(0, 17))] as const,
    parts: [],
    attributes: {},
    memo: '',
    createdAt: at,
    modifiedAt: at,
    codebookRevision: 1,
  };
  const answer = await page.evaluate(
    (given) =>
      window.postil.ask('command.perform', { kind: 'annotation.add', annotation: given }, -1),
    annotation,
  );
  expect(answer).toMatchObject({ ok: true });
}

test('[L1] quitting right after a step loses nothing, and the next start is where one was', async () => {
  const first = await start();
  const set = await sampleSet(first.page);
  await first.page.evaluate(() => window.postil.ask('document.open', '004' as never));
  await first.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 60, width: 900, height: 620 });
  });
  await code(first.page, 'a1');
  await first.quit();
  expect(await readFile(set, 'utf8')).toContain('"id": "a1"');

  const second = await start();
  expect((await openProject(second.page)).openDocument).toBe('004');
  const bounds = await second.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBounds(),
  );
  expect(bounds).toMatchObject({ width: 900, height: 620 });
  await second.quit();
});

test('[L2] a memo that is still being typed is kept when one quits', async () => {
  const first = await start();
  const set = await sampleSet(first.page);
  await first.page.evaluate(() => {
    // Stands for any field of the window: it gives its text away when it loses the focus.
    const field = document.createElement('textarea');
    document.body.append(field);
    field.focus();
    field.addEventListener('blur', () => {
      void window.postil.ask('document.open', '001' as never);
    });
  });
  await code(first.page, 'a1');
  await first.quit();
  expect(await readFile(set, 'utf8')).toContain('"a1"');
  const second = await start();
  expect((await openProject(second.page)).openDocument).toBe('001');
  await second.quit();
});

test('[L3] closing the window is quitting', async () => {
  const launched = await start();
  await code(launched.page, 'a1');
  const ended = launched.app.waitForEvent('close');
  await launched.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.close();
  });
  await ended;
});

test('[L4] when saving fails it asks: Cancel stays, Try Again saves', async () => {
  const launched = await start({ allowed: /./ });
  const { folder: project } = await openProject(launched.page);
  const set = await sampleSet(launched.page);
  const aside = join(folder, 'aside');
  const giveJournalsBack = await takeJournals(launched);
  await rename(project, aside);
  await code(launched.page, 'a1');
  await quitAndBeAsked(launched, 'cancel');
  await code(launched.page, 'a2');

  await rename(aside, project);
  await giveJournalsBack();
  await answerMessageBoxes(launched.app, 0);
  await launched.quit();
  const saved = await readFile(set, 'utf8');
  expect(saved).toContain('"a1"');
  expect(saved).toContain('"a2"');
});

test('[L4] when saving fails it asks: Quit Anyway leaves, and makes no half project', async () => {
  const launched = await start({ allowed: /./ });
  const { folder: project } = await openProject(launched.page);
  await takeJournals(launched);
  await rename(project, join(folder, 'aside'));
  await code(launched.page, 'a1');
  const ended = launched.app.waitForEvent('close');
  await quitAndBeAsked(launched, 'quit');
  await ended;
  expect(await readdir(join(project, '..'))).toEqual([]);
});

test('[L4] when only the folder is away, quitting keeps the work here and the next start puts it there', async () => {
  const first = await start();
  const { folder: project } = await openProject(first.page);
  const set = await sampleSet(first.page);
  await rename(project, join(folder, 'aside'));
  await code(first.page, 'a1');
  await expect(first.page.locator('[data-save=here]')).toHaveText('Saved on this computer');
  await expect(first.page.getByRole('alert')).toContainText(
    'Your work is saved on this computer, but not in the project’s folder',
  );
  await first.quit();

  await rename(join(folder, 'aside'), project);
  const second = await start();
  await waitUntilSaved(second.page);
  expect(await readFile(set, 'utf8')).toContain('"a1"');
  await second.quit();
});

test('[L5] a project that is gone is said at the start, and the window offers another', async () => {
  const first = await start();
  const { folder: project } = await openProject(first.page);
  await first.quit();
  await rename(project, join(folder, 'moved'));
  const second = await start({ waitForText: false });
  const answer = await second.page.evaluate(() => window.postil.ask('app.start'));
  expect(answer.project).toBeUndefined();
  expect(answer.fault?.text).toContain(project);
  await answerOpenDialogs(second.app, [join(folder, 'moved')]);
  await clickMenuItem(second.app, 'open-project');
  await waitForText(second.page);
  await second.quit();
});

test('[L6] new, recent and missing projects', async () => {
  const launched = await start({ allowed: /./ });
  const { page, app } = launched;
  const fresh = join(folder, 'My R&D texts');
  await answerSaveDialogs(app, fresh);
  expect(await page.evaluate(() => window.postil.ask('project.create'))).toEqual({ ok: true });
  expect((await openProject(page)).folder).toBe(fresh);
  expect(JSON.parse(await readFile(join(fresh, 'project.json'), 'utf8'))).toMatchObject({
    title: 'My R&D texts',
  });
  expect(await windowTitle(launched)).toBe('My R&D texts');

  await answerSaveDialogs(app, fresh);
  expect(await page.evaluate(() => window.postil.ask('project.create'))).toMatchObject({
    ok: false,
  });

  const sample = join(folder, 'settings', 'projects', 'sample');
  await clickRecent(launched, sample);
  await expect.poll(() => windowTitle(launched)).toBe('North Korea diplomacy 2000');
  await rm(fresh, { recursive: true });
  await page.evaluate(() => {
    window.postil.on('notice', (fault) => Object.assign(window, { noticed: fault.code }));
  });
  await clickRecent(launched, fresh.replace('&', '&&'));
  await expect
    .poll(() => page.evaluate(() => (window as { noticed?: string }).noticed))
    .toBe('main.fault.recentGone');
  expect(await recentLabels(launched)).toEqual([sample]);
  expect((await openProject(page)).folder).toBe(sample);
  await launched.quit();
});

test('[L7] the Edit menu names the step, and its items go to the window', async () => {
  const launched = await start();
  expect(await readMenuItem(launched.app, 'undo')).toMatchObject({ label: 'Undo', enabled: false });
  await code(launched.page, 'a1');
  await expect
    .poll(() => readMenuItem(launched.app, 'undo'))
    .toMatchObject({ label: 'Undo Add Stance', enabled: true });
  await clickMenuItem(launched.app, 'undo');
  await expect
    .poll(() => readMenuItem(launched.app, 'redo'))
    .toMatchObject({ label: 'Redo Add Stance', enabled: true });
  await launched.quit();
});

test('[L8] the theme is the settings’, and is remembered', async () => {
  const first = await start();
  const dark = (launched: Launched) =>
    launched.page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  await clickMenuItem(first.app, 'theme-dark');
  await expect.poll(() => dark(first)).toBe(true);
  await expect.poll(() => readMenuItem(first.app, 'theme-dark')).toMatchObject({ checked: true });
  await first.quit();
  const second = await start();
  expect(await dark(second)).toBe(true);
  await second.quit();
});

test('[L9] a window whose process dies comes back with everything', async () => {
  const launched = await start({ allowed: /./ });
  await code(launched.page, 'a1');
  const back = launched.app.evaluate(
    ({ BrowserWindow }) =>
      new Promise<string>((done) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.once('did-finish-load', () => {
          const ready = `new Promise((done) => { const look = () => document.documentElement.dataset.ready === 'true'
            ? postil.ask('app.start').then((start) => done(start.project.snapshot)) : setTimeout(look, 50); look(); })`;
          void contents.executeJavaScript(ready).then((snapshot: unknown) => {
            done(snapshot as string);
          });
        });
        contents?.forcefullyCrashRenderer();
      }),
  );
  expect(await back).toContain('"id":"a1"');
});

test('[L10] a second start with the same settings shows the first window and ends', async () => {
  const launched = await start();
  const executable = findElectron() ?? '';
  const args = [root, `--user-data-dir=${launched.userData}`];
  const code = await exitCode(
    executable,
    process.getuid?.() === 0 ? ['--no-sandbox', ...args] : args,
  );
  expect(code).toBe(0);
  expect(
    await launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length),
  ).toBe(1);
  await launched.quit();
});

test('[L11] --smoke writes a picture and touches nobody’s settings; without a text it fails', async () => {
  const picture = join(folder, 'out.png');
  const executable = findElectron() ?? '';
  const base = process.getuid?.() === 0 ? ['--no-sandbox', root] : [root];
  expect(await exitCode(executable, [...base, '--smoke', picture])).toBe(0);
  expect((await stat(picture)).size).toBeGreaterThan(20_000);
  const nowhere = await exitCode(executable, [
    ...base,
    '--smoke',
    picture,
    '--project',
    join(folder, 'nowhere'),
  ]);
  expect(nowhere).toBe(1);
  expect(await exitCode(executable, [...base, '--smoke', join(folder, 'no', 'where.png')])).toBe(1);
});

test('[L12] annotation sets go out through the dialog and come back', async () => {
  const launched = await start();
  const { page, app } = launched;
  await code(page, 'a1');
  const file = join(folder, 'sets.json');
  await answerSaveDialogs(app, file);
  const exported = await page.evaluate(() =>
    window.postil.ask('sets.export', { includeTexts: true }),
  );
  expect(exported).toEqual({
    ok: true,
    value: { fileName: 'sets.json', documents: 3, annotations: 1 },
  });
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
    format: 'postil-annotation-sets',
  });

  await answerSaveDialogs(app, undefined);
  expect(
    await page.evaluate(() => window.postil.ask('sets.export', { includeTexts: true })),
  ).toEqual({ ok: true });

  await answerOpenDialogs(app, [file]);
  const preview = await page.evaluate(() => window.postil.ask('sets.chooseImport'));
  expect(preview).toMatchObject({
    ok: true,
    value: { fileName: 'sets.json', added: 0, unchanged: 1 },
  });
  await writeFile(file, '{');
  expect(await page.evaluate(() => window.postil.ask('sets.chooseImport'))).toMatchObject({
    ok: false,
    fault: { fileName: 'sets.json', total: 1 },
  });
  await launched.quit();
});

test('[L13] damaged settings are set aside and said, and the app starts', async () => {
  const first = await start();
  await first.quit();
  const file = join(first.userData, 'settings.json');
  await writeFile(file, 'not json');
  const second = await start();
  expect(await readFile(`${file}.damaged-1`, 'utf8')).toBe('not json');
  await expect(second.page.getByText(/settings\.json/)).toBeVisible();
  await second.quit();
});

test('[L14] the window’s scripts begin with room for what they make, and flags that one gives hold', async () => {
  const launched = await start({ args: ['--js-flags=--random-seed=1'] });
  const flags = await launched.app.evaluate(({ app }) =>
    app.commandLine.getSwitchValue('js-flags'),
  );
  expect(flags).toMatch(/^--initial-old-space-size=256 .*--random-seed=1$/);
  await launched.quit();
});

/** Quits, and answers the question whether to. */
async function quitAndBeAsked(launched: Launched, answer: 'cancel' | 'quit'): Promise<void> {
  const asked = await launched.app.evaluate(
    ({ app, dialog }, response) =>
      new Promise<string>((done) => {
        dialog.showMessageBox = (...given: unknown[]) => {
          done((given.at(-1) as { message: string }).message);
          return Promise.resolve({ response, checkboxChecked: false });
        };
        app.quit();
      }),
    answer === 'cancel' ? 2 : 1,
  );
  expect(asked).toBe('Your latest changes are not saved yet.');
}

function windowTitle(launched: Launched): Promise<string | undefined> {
  return launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());
}

/** The recent projects in the File menu, as folders. */
function recentLabels(launched: Launched): Promise<string[]> {
  return launched.app.evaluate(({ Menu }) => {
    const file = Menu.getApplicationMenu()?.items[0]?.submenu;
    const recent = file?.items.find((item) => item.label === 'Open Recent')?.submenu;
    return (recent?.items ?? []).map((item) => item.label).filter((label) => label.includes('/'));
  });
}

async function clickRecent(launched: Launched, label: string): Promise<void> {
  await launched.app.evaluate(({ Menu }, wanted) => {
    const file = Menu.getApplicationMenu()?.items[0]?.submenu;
    const recent = file?.items.find((item) => item.label === 'Open Recent')?.submenu;
    const item = recent?.items.find((one) => one.label === wanted);
    if (item === undefined) throw new Error(`Not in the list: ${wanted}`);
    (item.click as () => void)();
  }, label);
}

function exitCode(executable: string, args: readonly string[]): Promise<number | null> {
  return new Promise((done, fail) => {
    const child = spawn(executable, args, { stdio: 'ignore' });
    child.on('exit', done);
    child.on('error', fail);
  });
}
