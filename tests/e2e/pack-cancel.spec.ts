import { mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import type { CoderId, DeviceId, ProjectId } from '../../src/core/ids';
import type { JournalEntry } from '../../src/core/journal/entry';
import { encodeHead } from '../../src/storage/journal/journal-head';
import { encodeLine } from '../../src/storage/journal/journal-line';
import { readPack, writePack } from '../../src/storage/packs/pack-file';
import { seriousFindings } from './support/axe';
import { answerOpenDialogs, answerSaveDialogs } from './support/dialogs';
import { launch, type Launched } from './support/launch';
import { messagesOf } from './support/projects';
import { dragOver, rowsOf, waitUntilSaved } from './support/reading';

/*
 * A pack with so much work in it that looking at it takes a while: one sees how far it is, and can leave it.
 */

test.describe.configure({ mode: 'serial' });

/** Acts of a coder over years. */
const ACTS = 60_000;

let folder: string;
let postil: Launched;

const file = (name: string): string => join(folder, name);
const dialog = (page: Page): Locator => page.getByRole('dialog');
const opener = (page: Page): Locator => page.getByRole('button', { name: 'Open a Pack…' });

test.beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'postil-pack-cancel-')));
  postil = await launch({ userData: file('user'), size: { width: 1320, height: 880 } });
  const { page, app } = postil;
  await dragOver(page, 'Washington must not insert itself');
  await page.keyboard.press('s');
  await page.keyboard.press('Escape');
  await waitUntilSaved(page);
  await openTeam();
  await answerSaveDialogs(app, file('mine.postilpack'));
  await page.getByRole('button', { name: 'Send Back My Work…' }).click();
  await expect(messagesOf(page).getByText('Wrote mine.postilpack')).toBeVisible();
  await writeLongPack(file('mine.postilpack'), file('years.postilpack'));
});

test.afterAll(async () => {
  await postil.close();
  await rm(folder, { recursive: true, force: true });
});

/** The pack with its last annotation made many times more. */
async function writeLongPack(from: string, to: string): Promise<void> {
  const pack = await readPack(from);
  if (!pack.ok) throw new Error(pack.fault.text);
  const files = new Map(pack.value.files);
  const [name = ''] = [...files.keys()].filter((one) => one.endsWith('.jsonl'));
  const bytes = Buffer.from(files.get(name) ?? []);
  const lines = bytes.toString('utf8').trimEnd().split('\n');
  const { hash, line, prev, ...last } = JSON.parse(lines.at(-1) ?? '') as JournalEntry & {
    readonly hash: string;
    readonly line: number;
    readonly prev: string;
  };
  expect(prev).not.toBe('');
  const [change] = last.changes.filter((one) => 'put' in one && one.put[0] === 'annotation');
  if (change === undefined || !('put' in change)) throw new Error('The last act is no annotation.');
  const added: Buffer[] = [bytes];
  let previous = hash;
  for (let n = 0; n < ACTS; n += 1) {
    const id = `later-${String(n)}`;
    const stamp = last.stamp.replace(/-\d{6}-/u, `-${String(n + 100).padStart(6, '0')}-`);
    const { step: _step, ...rest } = last;
    const entry = {
      ...rest,
      stamp,
      changes: [{ put: ['annotation', id], as: { ...change.as, id } }],
    };
    const next = encodeLine(line + 1 + n, previous, JSON.stringify(entry));
    previous = next.hash;
    added.push(next.bytes);
  }
  files.set(name, new Uint8Array(Buffer.concat(added)));
  const { bodyHash: _seal, ...facts } = pack.value.head;
  const written = await writePack(to, facts, files);
  if (!written.ok) throw new Error(written.fault.text);
}

async function look(): Promise<Locator> {
  await answerOpenDialogs(postil.app, [file('years.postilpack')]);
  await opener(postil.page).focus();
  await postil.page.keyboard.press('Enter');
  const progress = dialog(postil.page).getByRole('progressbar', {
    name: 'Looking at what years.postilpack brings …',
  });
  await expect(progress).toBeVisible();
  await expect.poll(scratches).toHaveLength(1);
  return progress;
}

async function expectAsBefore(): Promise<void> {
  const { page } = postil;
  await expect(dialog(page)).toHaveCount(0);
  await expect(opener(page)).toBeFocused();
  await expect(page.getByText('Stopped. Everything is as it was.')).toBeAttached();
  await expect.poll(scratches).toEqual([]);
}

/** Folders in which packs are looked at. */
async function scratches(): Promise<readonly string[]> {
  const names = await readdir(file('user/scratch')).catch(() => []);
  return names.sort();
}

test('[PK15] how far looking is, is said in words, and Cancel leaves it', async () => {
  const { page } = postil;
  const progress = await look();
  await expect(progress).toHaveAttribute('aria-valuetext', /coder 1 of 1|files|together/u);
  await page.screenshot({ path: test.info().outputPath('looking.png') });
  await expect(dialog(page).getByRole('button', { name: 'Cancel' })).toBeFocused();
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await expectAsBefore();
});

test('[PK15] Escape leaves it too, and looked at again it says what it would bring', async () => {
  const { page } = postil;
  await look();
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expectAsBefore();

  await look();
  await expect(dialog(page)).toContainText('60,000 annotations would be added', {
    timeout: 60_000,
  });
  await expect(dialog(page).getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(opener(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(rowsOf(page)).toHaveCount(1);
});

test('[PK18] closing the window while a pack is looked at leaves nothing behind', async () => {
  await openTeam();
  await look();
  const gone = postil.app.waitForEvent('close');
  await postil.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.close();
  });
  await gone;
  expect(await scratches()).toEqual([]);
  await openAgain();
});

test('[PK18] so does quitting, and the next start where the app was killed', async () => {
  await look();
  await postil.quit();
  expect(await scratches()).toEqual([]);
  await openAgain();

  await look();
  const gone = postil.app.waitForEvent('close');
  postil.app.process().kill('SIGKILL');
  await gone;
  expect(await scratches()).toHaveLength(1);
  await openAgain();
  await expect.poll(scratches).toEqual([]);
});

async function openTeam(): Promise<void> {
  await postil.page.keyboard.press('ControlOrMeta+Shift+T');
  await expect(opener(postil.page)).toBeVisible();
}

async function openAgain(): Promise<void> {
  postil = await launch({ userData: file('user'), size: { width: 1320, height: 880 } });
  await openTeam();
}

test('[PK19] looking for what does not match can be left too', async () => {
  const { page } = postil;
  const look = page.getByRole('button', { name: 'Look for It…' });
  await writeLongJournal(file('user/projects/sample'));
  for (const leave of [() => page.keyboard.press('Escape'), () => cancelIn(page)]) {
    await look.press('Enter');
    const progress = dialog(page).getByRole('progressbar', { name: /does not match/u });
    await expect(progress).toBeVisible();
    await expect(dialog(page).getByRole('button', { name: 'Cancel' })).toBeFocused();
    await leave();
    await expect(dialog(page)).toHaveCount(0);
    await expect(look).toBeFocused();
    await expect(page.getByText('Stopped. Everything is as it was.')).toBeAttached();
  }
  await look.press('Enter');
  await expect(messagesOf(page).getByText('Everything matches')).toBeVisible({ timeout: 60_000 });
});

async function cancelIn(page: Page): Promise<void> {
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
}

/** What the coder did for years at another computer: one memo, written anew again and again. */
async function writeLongJournal(project: string): Promise<void> {
  const coders = join(project, 'coders');
  const names = await readdir(coders);
  const [coder = ''] = names;
  expect(names).toHaveLength(1);
  const own = join(coders, coder);
  const [name = ''] = (await readdir(own)).filter((one) => one.endsWith('.jsonl'));
  const lines = (await readFile(join(own, name), 'utf8')).trimEnd().split('\n');
  const { projectId } = JSON.parse(lines[0] ?? '') as { readonly projectId: ProjectId };
  const acts = lines.slice(1).map((line) => JSON.parse(line) as JournalEntry);
  const changes = acts.flatMap((act) => act.changes);
  const added = changes.find((one) => 'put' in one && one.put[0] === 'annotation');
  if (added === undefined || !('put' in added)) throw new Error('Nothing was coded.');
  const head = { projectId, coderId: coder as CoderId, deviceId: 'elsewhere' as DeviceId };
  let { hash, bytes } = encodeHead(head);
  const all = [bytes];
  for (let n = 0; n < ACTS; n += 1) {
    const stamp = `2000-10-21T09:00:00.000Z-${String(n).padStart(6, '0')}-elsewhere`;
    const memo = `Looked at again, for the ${String(n)}th time.`;
    const change = { edit: added.put, set: { memo }, clear: [] };
    const entry = { stamp, reason: 'perform', coderId: coder, name: 'Memo', changes: [change] };
    ({ hash, bytes } = encodeLine(n + 2, hash, JSON.stringify(entry)));
    all.push(bytes);
  }
  await writeFile(join(own, 'journal-elsewhere.jsonl'), Buffer.concat(all));
}
