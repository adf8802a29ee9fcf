import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { answerOpenDialogs } from './support/dialogs';
import { hashAll } from './support/disk';
import { Drag } from './support/drop';
import { launch, waitForText, type Launched } from './support/launch';
import { readMenuItem } from './support/menu';
import { asOrdinaryUser } from './support/ordinary-user';
import { chooseProject, closeDialog, messagesOf, noticesOf, titlesOf } from './support/projects';
import { dragOver, rowsOf, textOf, waitUntilSaved } from './support/reading';

/*
 * Folders that are no project, or no whole one: what the window says, and that nothing on disk changes.
 */

let folder: string;
/** A project with an annotation on its first document. */
let good: string;
let set: string;
/** An app with another project open, into which the bad ones are to be opened. */
let busy: Launched;

test.beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'postil-bad-')));
  await chmod(folder, 0o755);
  const userData = join(folder, 'settings');
  const maker = await launch({ userData, size: { width: 1360, height: 900 } });
  await dragOver(maker.page, 'Washington must not insert itself');
  await maker.page.keyboard.press('s');
  await maker.page.keyboard.press('Escape');
  await expect(rowsOf(maker.page)).toHaveCount(1);
  await waitUntilSaved(maker.page);
  await maker.quit();
  good = join(userData, 'projects', 'sample');
  const [coder = ''] = await readdir(join(good, 'coders'));
  set = join('coders', coder, '000.json');
  busy = await launch({ userData: join(folder, 'busy'), size: { width: 1360, height: 900 } });
});

test.afterAll(async () => {
  await busy.close();
  await rm(folder, { recursive: true, force: true });
});

async function edit(path: string, change: (content: string) => string): Promise<void> {
  const before = await readFile(path, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  await writeFile(path, after);
}

interface BadProject {
  readonly name: string;
  /** Makes a bad one of a copy of the good one. */
  readonly spoil: (copy: string) => Promise<unknown>;
  /** What is wrong, and what to do. */
  readonly says: readonly [what: RegExp, remedy: RegExp];
  /** Where, below the folder; the folder itself when absent. */
  readonly where?: () => string;
}

/** Folders that there is nothing to show of. */
const BAD: readonly BadProject[] = [
  {
    name: 'missing',
    spoil: (copy) => rm(copy, { recursive: true }),
    says: [
      /The project folder .* is not there\./,
      /open it at its new place, or connect the drive/,
    ],
  },
  {
    name: 'a file',
    spoil: async (copy) => {
      await rm(copy, { recursive: true });
      await writeFile(copy, 'not a folder');
    },
    says: [/is a file\. A project is a folder/, /choose the folder that holds project\.json/],
  },
  {
    name: 'no project at all',
    spoil: async (copy) => {
      await rm(copy, { recursive: true });
      await mkdir(copy);
      await writeFile(join(copy, 'letter.txt'), 'Dear reader');
    },
    says: [/is not a Postil project: it holds no project\.json/, /Choose another folder, or make/],
  },
  {
    name: 'newer than the app',
    spoil: (copy) =>
      edit(join(copy, 'project.json'), (json) => json.replace(/("formatVersion": )\d+/, '$199')),
    where: () => 'project.json',
    says: [
      /was written by a newer Postil \(format 99; this one reads up to \d+\)/,
      /Update Postil/,
    ],
  },
];

for (const [i, { name, spoil, says, where }] of BAD.entries()) {
  const prepare = async (): Promise<string> => {
    const copy = join(folder, `bad-${String(i)}`);
    await rm(copy, { recursive: true, force: true });
    await cp(good, copy, { recursive: true });
    await spoil(copy);
    return copy;
  };
  const hashBelow = async (path: string): Promise<Record<string, string> | string> =>
    hashAll(path).catch(() => readFile(path, 'utf8').catch(() => 'missing'));

  test(`[B1] opened while another project is open: ${name}`, async () => {
    const { app, page } = busy;
    const copy = await prepare();
    const before = await hashBelow(copy);
    await waitUntilSaved(page);
    const own = await hashAll(join(folder, 'busy', 'projects'));
    await chooseProject(app, copy);
    const alert = messagesOf(page).getByRole('alert');
    await expect(alert).toHaveCount(1);
    for (const sentence of says) await expect(alert).toHaveText(sentence);
    await expect(alert).toContainText(join(copy, where?.() ?? ''));
    await alert.getByRole('button', { name: 'Close' }).click();
    await expect(alert).toHaveCount(0);
    // The open project stays open, and is as it was.
    await expect(titlesOf(page)).toHaveCount(3);
    await expect(textOf(page)).toContainText('Washington must not insert itself');
    expect(await hashBelow(copy)).toEqual(before);
    expect(await hashAll(join(folder, 'busy', 'projects'))).toEqual(own);
  });

  test(`[B2] opened at the start: ${name}`, async () => {
    const copy = await prepare();
    const before = await hashBelow(copy);
    const launched = await launch({ project: copy, waitForText: false });
    const { app, page } = launched;
    const alert = page.getByRole('main').getByRole('alert');
    await expect(page.getByRole('heading', { name: 'No project is open' })).toBeVisible();
    for (const sentence of says) await expect(alert).toHaveText(sentence);
    await expect(alert).toContainText(join(copy, where?.() ?? ''));
    expect(await hashBelow(copy)).toEqual(before);
    // What the page offers leads on.
    await answerOpenDialogs(app, [good]);
    await page.getByRole('button', { name: 'Open Project…' }).click();
    await waitForText(page);
    await expect(titlesOf(page)).toHaveCount(3);
    expect(await hashBelow(copy)).toEqual(before);
    await launched.close();
  });
}

interface DamagedProject {
  readonly name: string;
  readonly spoil: (copy: string) => Promise<unknown>;
  /** The file that is damaged, below the folder. */
  readonly file: () => string;
  /** What the window says when it is open; nothing when absent. */
  readonly says?: RegExp;
  /** Texts and annotations that are shown. */
  readonly texts: number;
  readonly rows: number;
  /** The damaged file is put aside. */
  readonly setAside: boolean;
}

/** Projects with damage, of which the journals hold everything but the texts. */
const DAMAGED: readonly DamagedProject[] = [
  {
    name: 'half-written',
    spoil: (copy) => rm(join(copy, 'project.json')),
    file: () => 'project.json',
    says: /project\.json.*is not there.*opened with what the journals of its coders hold/,
    texts: 3,
    rows: 1,
    setAside: false,
  },
  {
    name: 'without its codebook',
    spoil: (copy) => rm(join(copy, 'codebook.json')),
    file: () => 'codebook.json',
    says: /codebook\.json.*is not there.*opened with what the journals of its coders hold/,
    texts: 3,
    rows: 1,
    setAside: false,
  },
  {
    name: 'cut off in the middle',
    spoil: (copy) => edit(join(copy, 'project.json'), (json) => json.slice(0, json.length / 2)),
    file: () => 'project.json',
    says: /is damaged\..*This is not valid JSON.*opened with what the journals/,
    texts: 3,
    rows: 1,
    setAside: true,
  },
  {
    name: 'with a set that is no JSON',
    spoil: (copy) => edit(join(copy, set), (json) => json.slice(0, -20)),
    file: () => set,
    says: /is damaged\..*This is not valid JSON.*1 annotation of this set from the journals/,
    texts: 3,
    rows: 1,
    setAside: true,
  },
  {
    name: 'with a set that holds __proto__',
    spoil: (copy) =>
      edit(join(copy, set), (json) => json.replace('"memo":', '"__proto__": {}, "memo":')),
    file: () => set,
    says: /is damaged\..*“__proto__” is not allowed here.*1 annotation/,
    texts: 3,
    rows: 1,
    setAside: true,
  },
  {
    name: 'with a quote that was changed by hand, which the journal knows better',
    spoil: (copy) =>
      edit(join(copy, set), (json) => json.replace('"Washington must', '"Pyongyang must!')),
    file: () => set,
    says: /was changed outside Postil, or is damaged: 1 value in it was never entered here/,
    texts: 3,
    rows: 1,
    setAside: true,
  },
  {
    name: 'with a text changed outside',
    spoil: (copy) =>
      edit(join(copy, 'documents', '000.txt'), (text) => text.replace('Washington', 'Pyongyang')),
    file: () => join('documents', '000.txt'),
    says: /The text of “The United States.*” was changed outside Postil.*Put “.*” back from a copy/,
    texts: 2,
    rows: 0,
    setAside: false,
  },
  {
    name: 'without one of its texts',
    spoil: (copy) => rm(join(copy, 'documents', '001.txt')),
    file: () => join('documents', '001.txt'),
    says: /The text of “As U\.S\. President.*” is missing.*put it back from a copy/,
    texts: 2,
    rows: 1,
    setAside: false,
  },
];

/** A file's content but for the line of the journal that was last when it was written. */
function contentOf(json = '{}'): unknown {
  return { ...(JSON.parse(json) as object), lastLine: 0 };
}

for (const { name, spoil, file, says, texts, rows, setAside } of DAMAGED) {
  test(`[B5] opens with all that is good, and says what is not: ${name}`, async () => {
    const copy = await mkdtemp(join(folder, 'damaged-'));
    await cp(good, copy, { recursive: true });
    await spoil(copy);
    const path = join(copy, file());
    const spoilt = await readFile(path, 'utf8').catch(() => undefined);
    const { app, page } = busy;
    await waitUntilSaved(page);
    await chooseProject(app, copy);
    if (says !== undefined) {
      await expect(noticesOf(page).getByRole('listitem')).toHaveCount(1);
      await expect(noticesOf(page).getByRole('listitem')).toHaveText(says);
      await expect(noticesOf(page)).toContainText(path);
      await closeDialog(page);
    }
    await expect(titlesOf(page)).toHaveCount(texts);
    await expect(rowsOf(page)).toHaveCount(rows);
    // A text is nobody's to change; everything else is whole again.
    const isText = file().startsWith('documents');
    const readIt = (): Promise<string | undefined> => readFile(path, 'utf8').catch(() => undefined);
    if (isText) expect(await readIt()).toBe(spoilt);
    else {
      const whole = contentOf(await readFile(join(good, file()), 'utf8'));
      await expect.poll(async () => contentOf(await readIt())).toEqual(whole);
    }
    await waitUntilSaved(page);
    const aside = await readdir(join(copy, 'set-aside')).catch(() => []);
    expect(aside).toHaveLength(setAside ? 1 : 0);
    for (const one of aside) {
      expect(await readFile(join(copy, 'set-aside', one), 'utf8')).toBe(spoilt);
    }
    await chooseProject(app, good);
    await expect(titlesOf(page)).toHaveCount(3);
  });
}

test('[B3] a project that can only be read opens with a warning, and what cannot be saved is said', async () => {
  test.skip(process.platform === 'win32', 'Windows keeps permissions in another way.');
  const copy = join(folder, 'read-only');
  await cp(good, copy, { recursive: true });
  for (const name of ['', ...Object.keys(await hashAll(copy))]) {
    const path = join(copy, name);
    await chmod(path, (await isFolder(path)) ? 0o555 : 0o444);
  }
  const before = await hashAll(copy);
  const launched = await launch({ size: { width: 1360, height: 900 } });
  const { app, page } = launched;
  await asOrdinaryUser(app, async () => {
    await chooseProject(app, copy);
    await expect(noticesOf(page).getByRole('listitem')).toHaveText([
      `The project was opened, but nothing can be saved in “${copy}”. Copy the project to a folder of your own before you change anything.`,
    ]);
    await closeDialog(page);
    // It can be read.
    await expect(rowsOf(page)).toHaveCount(1);
    await expect(page.locator('[data-save=saved]')).toBeVisible();
    expect(await hashAll(copy)).toEqual(before);
    // And what one does all the same is kept on the page, and said not to be on disk.
    await dragOver(page, 'two countries');
    await page.keyboard.press('a');
    await page.keyboard.press('Escape');
    await expect(rowsOf(page)).toHaveCount(2);
    await expect(page.getByRole('banner')).toContainText('Not saved');
    await expect(
      page.getByRole('alert').filter({ hasText: `You have no right to write “${copy}` }),
    ).toBeVisible();
    // Nor has this person a right to the app's own folder, where backups go.
    await expect(
      messagesOf(page).getByText(/^No backup could be made: You have no right/),
    ).toBeVisible();
    await expect(page.locator('[data-save=saved]')).toHaveCount(0);
    // It is not left behind without a word.
    await chooseProject(app, good);
    await expect(
      messagesOf(page).getByRole('alert').filter({
        hasText:
          'The open project could not be saved, so it stays open. You have no right to write',
      }),
    ).toBeVisible();
    await expect(rowsOf(page)).toHaveCount(2);
  });
  expect(await hashAll(copy)).toEqual(before);
  // With the rights back, Try Again saves. Else the folder could not be removed either.
  for (const name of ['', ...Object.keys(before)]) await chmod(join(copy, name), 0o755);
  await page.getByRole('button', { name: 'Try Again' }).click();
  await waitUntilSaved(page);
  // All that is new is the journal of this Postil.
  const added = Object.keys(await hashAll(copy)).filter((name) => !(name in before));
  expect(added).toEqual([expect.stringMatching(/^coders.[0-9a-f-]+.journal-[a-z0-9]+\.jsonl$/)]);
  await launched.close();
});

test('[B4] without a project nothing can be added, and dropping says what to do first', async () => {
  const launched = await launch({ project: join(folder, 'nowhere'), waitForText: false });
  const { app, page } = launched;
  await expect(page.getByRole('heading', { name: 'No project is open' })).toBeVisible();
  for (const id of ['add-texts', 'import', 'export']) {
    expect(await readMenuItem(app, id), id).toMatchObject({ enabled: false });
  }
  const text = join(good, 'documents', '000.txt');
  await (await Drag.over(page, { files: [text] })).drop();
  await expect(messagesOf(page).getByRole('alert')).toContainText(
    'No project is open. Open one with File > Open Project, or make a new one.',
  );
  await launched.close();
});

async function isFolder(path: string): Promise<boolean> {
  return readdir(path).then(
    () => true,
    () => false,
  );
}
