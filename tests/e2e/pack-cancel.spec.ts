import { mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test, type Locator, type Page } from '@playwright/test';
import type { JournalEntry } from '../../src/core/journal/entry';
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
let before: readonly string[];

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
  await page.keyboard.press('ControlOrMeta+Shift+T');
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
  before = await scratches();
  await answerOpenDialogs(postil.app, [file('years.postilpack')]);
  await opener(postil.page).focus();
  await postil.page.keyboard.press('Enter');
  const progress = dialog(postil.page).getByRole('progressbar', {
    name: 'Looking at what years.postilpack brings …',
  });
  await expect(progress).toBeVisible();
  return progress;
}

async function expectAsBefore(): Promise<void> {
  const { page } = postil;
  await expect(dialog(page)).toHaveCount(0);
  await expect(opener(page)).toBeFocused();
  await expect(page.getByText('Stopped. Everything is as it was.')).toBeAttached();
  await expect.poll(scratches).toEqual(before);
}

/** Folders in which packs are looked at, of whatever Postil runs here. */
async function scratches(): Promise<readonly string[]> {
  const names = await readdir(tmpdir());
  return names.filter((name) => name.startsWith('postil-look-')).sort();
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
