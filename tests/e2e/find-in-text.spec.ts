import { expect, test, type Locator, type Page } from '@playwright/test';
import { launch, type Launched } from './support/launch';
import { clickMenuItem } from './support/menu';
import { dragOver, listed, rowsOf, selectedText, textOf } from './support/reading';

/*
 * Find in the text. The counts are those of the first editorial.
 */

let launched: Launched;
let page: Page;

test.beforeEach(async () => {
  launched = await launch({ size: { width: 1320, height: 880 } });
  page = launched.page;
});

test.afterEach(async () => {
  await launched.close();
});

const bar = (): Locator => page.getByRole('search', { name: 'Find in the text' });
const field = (): Locator => bar().getByRole('textbox', { name: 'Find' });
const status = (): Locator => bar().getByRole('status');
const shown = (): Locator => textOf(page).locator('[class*=hitShown]');

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test('[F1] Ctrl+F asks; Enter and F3 go on, with Shift back, round the ends of the text', async () => {
  await press('Control+Home', 'Control+f');
  await expect(field()).toBeFocused();
  await page.keyboard.type('korea');
  await expect(status()).toHaveText('1 of 20');
  await expect(shown()).toHaveText('Korea');
  await press('Enter');
  await expect(status()).toHaveText('2 of 20');
  await press('Shift+Enter', 'Shift+Enter');
  await expect(status()).toHaveText('20 of 20');
  await expect(shown()).toBeInViewport();
  await press('F3');
  await expect(status()).toHaveText('1 of 20');
  await bar().getByRole('button', { name: 'Previous' }).click();
  await expect(status()).toHaveText('20 of 20');
});

test('[F2] whole words and case', async () => {
  await press('Control+Home', 'Control+f');
  await page.keyboard.type('korea');
  await bar().getByRole('button', { name: 'Whole words' }).click();
  await expect(status()).toHaveText('1 of 14');
  await bar().getByRole('button', { name: 'Match case' }).click();
  await expect(status()).toHaveText('Not found');
  await field().fill('Korea');
  await expect(status()).toHaveText('1 of 14');
});

test('[F3] Esc leaves the hit selected, and a code’s key codes it', async () => {
  await press('Control+Home', 'Control+f');
  await page.keyboard.type('long-range missiles');
  await press('Escape');
  await expect(bar()).toHaveCount(0);
  await expect(textOf(page)).toBeFocused();
  expect(await selectedText(page)).toBe('long-range missiles');
  await expect(shown()).toHaveCount(0);
  await press('a');
  expect(await listed(page)).toEqual(['Actor | ¶ 3 | long-range missiles']);
  await expect(rowsOf(page)).toHaveCount(1);
});

test('[F4] what is selected is looked for, from there on', async () => {
  await dragOver(page, 'Washington', 1);
  await press('Control+f');
  await expect(field()).toHaveValue('Washington');
  await expect(status()).toHaveText(/^2 of \d+$/);
});

test('[F5] excluded parts are searched too, and it is said', async () => {
  await press('Control+Home', 'Control+f');
  await page.keyboard.type('subscribing');
  await expect(status()).toHaveText('1 of 1in an excluded part');
  await field().fill('more');
  await expect(status()).toContainText('1 in excluded parts');
});

test('[F6] the menu opens it from anywhere; closing it without a query changes nothing', async () => {
  await press('Control+Home');
  await page.getByRole('searchbox', { name: 'Filter documents' }).focus();
  await clickMenuItem(launched.app, 'find');
  await expect(field()).toBeFocused();
  await expect(status()).toHaveText('');
  await press('Escape');
  await expect(textOf(page)).toBeFocused();
  expect(await selectedText(page)).toBe('');
});
