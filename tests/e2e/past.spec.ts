import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { seriousFindings } from './support/axe';
import { answerSaveDialogs } from './support/dialogs';
import { launch, type Launched } from './support/launch';
import { clickMenuItem } from './support/menu';
import { dragOver, rowsOf, waitUntilSaved } from './support/reading';

/*
 * [S8] What was done is there to be read, and any moment of it, or a backup, to be had again as a copy.
 */

test.describe.configure({ mode: 'serial' });

const FIRST = 'no U.S. president should visit Pyongyang';
const THIRD = 'visit Seoul';
const SECOND = 'Kim Jong Il has lived up to his agreement to visit Seoul';

let launched: Launched;
let folder: string;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'postil-past-'));
  launched = await launch();
  const { page } = launched;
  const documents = page.getByRole('navigation', { name: 'Documents' });
  await documents.getByRole('button', { name: /^As U\.S\. President/ }).click();
  for (const [passage, key] of [
    [FIRST, 's'],
    [SECOND, 'p'],
  ] as const) {
    await dragOver(page, passage);
    await page.keyboard.press(key);
    await page.keyboard.press('Escape');
  }
  await waitUntilSaved(page);
});

test.afterAll(async () => {
  await launched.close();
  await rm(folder, { recursive: true, force: true });
});

/** In either theme. */
async function expectNothingSerious(): Promise<void> {
  const { app, page } = launched;
  for (const theme of ['light', 'dark'] as const) {
    await clickMenuItem(app, `theme-${theme}`);
    await expect
      .poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
      .toBe(theme === 'dark');
    expect(await seriousFindings(page), theme).toEqual([]);
  }
}

test('[S8] the history says in sentences who did what, and how a moment differs from now', async () => {
  const { page } = launched;
  await page.keyboard.press('ControlOrMeta+z');
  await expect(rowsOf(page)).toHaveCount(1);
  await page.keyboard.press('ControlOrMeta+Shift+h');
  const history = page.getByRole('listbox', { name: 'History' });
  await expect(history.getByRole('option')).toHaveCount(4);
  await expect(history.getByRole('option').nth(0)).toContainText('undid “Add Precondition”');
  await expect(history.getByRole('option').nth(2)).toContainText(`coded “${FIRST}” as Stance`);
  await history.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const pane = page.getByRole('region', { name: 'What is different' });
  await expect(pane).toContainText('has 1 annotation that the project does not have now');
  await expect(pane.getByRole('listitem').last()).toContainText(`Precondition “${SECOND}”`);
  await expectNothingSerious();
});

test('[S8] a moment is restored as a copy, and the project stays as it is', async () => {
  const { app, page } = launched;
  await answerSaveDialogs(app, join(folder, 'As it was'));
  await page.getByRole('button', { name: 'Restore as a Copy…' }).click();
  await expect(page.getByRole('button', { name: 'Open the Copy' })).toBeVisible();
  await expect(rowsOf(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Open the Copy' }).click();
  await expect(page.getByRole('banner')).toContainText('As it was');
  await page.keyboard.press('Escape');
  await expect(rowsOf(page)).toHaveCount(2);
});

test('[S8] backups are listed with why and what, and one is restored as a copy', async () => {
  const { app, page } = launched;
  // The copy is a project of its own, with a first backup of its own.
  await dragOver(page, THIRD);
  await page.keyboard.press('s');
  await page.keyboard.press('Escape');
  await waitUntilSaved(page);
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('Backups');
  await page.keyboard.press('Enter');
  const backups = page.getByRole('listbox', { name: 'Backups' });
  await page.getByRole('button', { name: 'Back Up Now' }).click();
  await expect(backups.getByRole('option').first()).toContainText('You asked for it');
  await expect(backups.getByRole('option').first()).toContainText('3 annotations, 3 texts');
  await expect(backups.getByRole('option').last()).toContainText('Once a day · 2 annotations');
  await backups.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  const pane = page.getByRole('region', { name: 'What is different' });
  await expect(pane).toContainText('does not have 1 annotation that the project has now');
  await expectNothingSerious();
  await answerSaveDialogs(app, join(folder, 'At the start'));
  await page.getByRole('button', { name: 'Restore as a Copy…' }).click();
  await expect(page.getByRole('button', { name: 'Open the Copy' })).toBeVisible();
  expect(await readdir(folder)).toEqual(['As it was', 'At the start']);
  await answerSaveDialogs(app, undefined);
  await page.getByRole('button', { name: 'Restore as a Copy…' }).click();
  await expect(page.getByRole('button', { name: 'Restore as a Copy…' })).toBeEnabled();
});

test('[S8] a project that is lost is had again from its backups, with no other project open', async () => {
  const first = await launch();
  const { page, userData } = first;
  await dragOver(page, 'extradite Japanese Red Army terrorists');
  await page.keyboard.press('s');
  await page.keyboard.press('Escape');
  await waitUntilSaved(page);
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('Back Up Now');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Backed up the project').first()).toBeVisible();
  await first.quit();
  await rm(join(userData, 'projects', 'sample'), { recursive: true });

  const again = await launch({ userData, waitForText: false });
  await again.page.getByRole('button', { name: 'From a Backup…' }).click();
  const backups = again.page.getByRole('listbox', { name: 'Backups' });
  await backups.getByRole('option').first().click();
  await expect(again.page.getByRole('button', { name: 'Back Up Now' })).toHaveCount(0);
  expect(await seriousFindings(again.page)).toEqual([]);
  await answerSaveDialogs(again.app, join(folder, 'Back'));
  await again.page.getByRole('button', { name: 'Restore as a Copy…' }).click();
  await again.page.getByRole('button', { name: 'Open the Copy' }).click();
  await expect(again.page.getByRole('banner')).toContainText('Back');
  await again.page.keyboard.press('Escape');
  await expect(rowsOf(again.page)).toHaveCount(1);
  await again.quit();
  await rm(userData, { recursive: true, force: true });
});

test('[S12] the report for the maintainers is shown whole before it is saved, and says no words of a text', async () => {
  const { app, page } = launched;
  await clickMenuItem(app, 'save-report');
  const dialog = page.getByRole('dialog', { name: 'Report for the Maintainers' });
  const preview = dialog.getByRole('region', { name: 'All that is in it' });
  await expect(preview).toContainText('"annotations": 3');
  await expect(preview).not.toContainText('Pyongyang');
  await expectNothingSerious();
  const shown = await preview.textContent();
  await answerSaveDialogs(app, join(folder, 'report.json'));
  await dialog.getByRole('button', { name: 'Save…' }).click();
  await expect(dialog).toBeHidden();
  expect(await readFile(join(folder, 'report.json'), 'utf8')).toBe(shown);
});
