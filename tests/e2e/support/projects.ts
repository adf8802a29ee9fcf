import { expect, type ElectronApplication, type Locator, type Page } from '@playwright/test';
import { answerOpenDialogs, answerSaveDialogs } from './dialogs';
import { clickMenuItem } from './menu';

/** File > New Project in this folder; resolves when the empty project is in the window. */
export async function startProject(
  app: ElectronApplication,
  page: Page,
  folder: string,
): Promise<void> {
  await answerSaveDialogs(app, folder);
  await clickMenuItem(app, 'new-project');
  await expect(page.getByRole('heading', { name: 'This project has no texts yet' })).toBeVisible();
}

/** File > Open Project with this folder chosen. */
export async function chooseProject(app: ElectronApplication, folder: string): Promise<void> {
  await answerOpenDialogs(app, [folder]);
  await clickMenuItem(app, 'open-project');
}

/** File > Add Texts with these files (and folders, as on a Mac) chosen. */
export async function addTexts(app: ElectronApplication, paths: readonly string[]): Promise<void> {
  await answerOpenDialogs(app, paths);
  await clickMenuItem(app, 'add-texts');
}

/** The titles in the list of documents. */
export function titlesOf(page: Page): Locator {
  return page
    .getByRole('navigation', { name: 'Documents' })
    .getByRole('listitem')
    .locator('button:first-child > span > span:first-child');
}

/** The dialog with what was noticed. */
export function noticesOf(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Please note' });
}

/** Closes the dialog that is open with its own button, not the cross. */
export async function closeDialog(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Close' }).last().click();
  await expect(page.locator('[role=dialog], [role=alertdialog]')).toHaveCount(0);
}

/** The messages at the edge of the window. */
export function messagesOf(page: Page): Locator {
  return page.getByRole('region', { name: 'Messages' });
}
