import { mkdtemp, realpath, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { launch, type Launched } from './support/launch';
import { dragOver, listed, rowsOf, waitUntilSaved } from './support/reading';

/*
 * Two Postils, as at two computers, on one project folder.
 */

let folder: string;
let project: string;
let here: Launched;
let there: Launched;

test.beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), 'postil-two-')));
  here = await launch({ userData: join(folder, 'here'), size: { width: 1360, height: 900 } });
  project = join(folder, 'here', 'projects', 'sample');
  there = await launch({
    userData: join(folder, 'there'),
    project,
    size: { width: 1360, height: 900 },
  });
});

test.afterAll(async () => {
  await there.close();
  await here.close();
  await rm(folder, { recursive: true, force: true });
});

async function annotate({ page }: Launched, passage: string, key: string): Promise<void> {
  await dragOver(page, passage);
  await page.keyboard.press(key);
  await page.keyboard.press('Escape');
}

test('[S6] what one does comes to the other, and both at once come to the same', async () => {
  await annotate(here, 'Washington must not insert itself', 's');
  await expect(rowsOf(there.page)).toHaveCount(1);
  await Promise.all([
    annotate(here, 'the two countries are moving toward reconciliation', 's'),
    annotate(there, 'is not isolated and backed into a corner', 'p'),
  ]);
  await expect(rowsOf(here.page)).toHaveCount(3);
  await expect(rowsOf(there.page)).toHaveCount(3);
  expect(await listed(here.page)).toEqual(await listed(there.page));
  await waitUntilSaved(here.page);
  await waitUntilSaved(there.page);
});

test('[S4] [S7] a folder that is away takes nothing from the page, and is caught up when it is back', async () => {
  const away = join(folder, 'away');
  await rename(project, away);
  await annotate(there, 'Washington must not insert itself', 'a');
  await expect(there.page.locator('[data-save=here]')).toHaveText('Saved on this computer');
  await expect(there.page.getByRole('alert')).toContainText('not in the project’s folder');
  await there.page.screenshot({ path: 'test-results/saved-here.png' });
  await expect(rowsOf(there.page)).toHaveCount(4);
  await expect(rowsOf(here.page)).toHaveCount(3);
  await rename(away, project);
  // By itself: the button might go away while one reaches for it.
  await waitUntilSaved(there.page);
  await expect(rowsOf(here.page)).toHaveCount(4);
});
