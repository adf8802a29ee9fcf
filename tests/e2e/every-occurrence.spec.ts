import { expect, test, type Locator, type Page } from '@playwright/test';
import type { Actor } from '../../src/core/register/actor';
import { seriousFindings } from './support/axe';
import { launch, type Launched } from './support/launch';
import { clickMenuItem } from './support/menu';
import { messagesOf } from './support/projects';
import { dragOver, rowsOf, selectedText, waitUntilSaved } from './support/reading';

/*
 * Every occurrence of some words: found in the whole corpus, looked through by key, annotated in one step.
 */

test.describe.configure({ mode: 'serial' });

let launched: Launched;

test.beforeAll(async () => {
  launched = await launch({ size: { width: 1320, height: 880 } });
});

test.afterAll(async () => {
  await launched.close();
});

function pageOf(page: Page): Locator {
  return page.getByRole('region', { name: 'Every occurrence' });
}

function listOf(page: Page): Locator {
  return page.getByRole('listbox', { name: 'Passages' });
}

/** The rows on the screen; only those exist. */
function hitsOf(page: Page): Locator {
  return listOf(page).getByRole('option');
}

/** The register as main has it. */
async function actorsKept(page: Page): Promise<readonly string[]> {
  const answer = await page.evaluate(() => window.postil.ask('project.reload'));
  if (!answer.ok) throw new Error(answer.fault.text);
  const { actors } = JSON.parse(answer.value.snapshot) as { actors: readonly Actor[] };
  return actors.map(({ label }) => label);
}

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await launched.page.keyboard.press(key);
}

test('[O1] Ctrl+Shift+F lists every occurrence of the selection in the whole corpus', async () => {
  const { page } = launched;
  await dragOver(page, 'North Korea');
  await press('Control+Shift+f');
  await expect(pageOf(page)).toContainText('26 passages in 3 documents');
  await expect(listOf(page)).toBeFocused();
  await expect(hitsOf(page).first()).toHaveText(
    /^¶ 1The United States and North Korea do not have diplomatic relations\./,
  );
  await expect(hitsOf(page).first()).toHaveAttribute('aria-setsize', '26');
  await expect(pageOf(page)).toContainText('26 of 26 ticked');
  await page.screenshot({ path: 'test-results/occurrences.png' });
});

test('[O2] by key alone: untick one, set the code, annotate the rest in one step', async () => {
  const { page } = launched;
  await press('ArrowDown', 'Space');
  await expect(hitsOf(page).nth(1)).toHaveAttribute('aria-selected', 'false');
  await expect(pageOf(page)).toContainText('25 of 26 ticked');
  await press('Tab', 'ArrowDown', 'End', 'Enter');
  await expect(pageOf(page).getByRole('button', { name: /^Actor Code/ })).toBeFocused();
  await press('Tab');
  await expect(page.getByRole('button', { name: 'Entity not set' })).toBeFocused();
  await press('Enter');
  await page.keyboard.type('DPRK');
  await press('Enter');
  await expect(page.getByRole('button', { name: 'Entity DPRK' })).toBeFocused();
  expect(await actorsKept(page)).toEqual([]);
  await page.screenshot({ path: 'test-results/occurrences-form.png' });
  await press('Tab', 'Tab', 'Enter');
  await expect(messagesOf(page)).toContainText('Annotated 25 passages as Actor');
  await expect(pageOf(page)).toContainText('26 passages in 3 documents · 25 coded already');
  await expect(hitsOf(page).first()).toContainText('coded already');
  await expect(hitsOf(page).first()).toHaveAttribute('aria-disabled', 'true');
  await expect(hitsOf(page).first()).toHaveAttribute('aria-selected', 'false');
  await expect(pageOf(page)).toContainText('1 of 26 ticked');
  await expect(rowsOf(page)).toHaveCount(11);
  expect(await actorsKept(page)).toEqual(['DPRK']);
  await waitUntilSaved(page);
});

test('[O3] Undo takes all of it back at once', async () => {
  const { page } = launched;
  await messagesOf(page).getByRole('button', { name: 'Undo' }).click();
  await expect(pageOf(page)).toContainText('26 of 26 ticked');
  await expect(rowsOf(page)).toHaveCount(0);
  await expect(messagesOf(page)).toContainText('Undone: Annotate 25 Occurrences');
  // The actor that was made in the form came with them, and goes with them.
  expect(await actorsKept(page)).toEqual([]);
});

test('[O4] Enter goes to the passage, Back finds the list as it was', async () => {
  const { page } = launched;
  await listOf(page).focus();
  await press('Home', 'End', 'Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'The new year is starting out well for North Korea',
  );
  await expect.poll(() => selectedText(page)).toBe('North Korea');
  await press('a', 'Escape');
  await page.getByRole('button', { name: 'Back', exact: true }).click();
  await expect(listOf(page)).toBeFocused();
  await expect(hitsOf(page).last()).toHaveAttribute('aria-posinset', '26');
  await expect(hitsOf(page).last()).toContainText('coded already');
  await expect(pageOf(page)).toContainText('25 of 26 ticked');
});

test('[O5] Ctrl+A ticks none and all; what is coded stays unticked', async () => {
  const { page } = launched;
  await press('Control+a');
  await expect(pageOf(page)).toContainText('0 of 26 ticked');
  await expect(page.getByRole('button', { name: 'Annotate 0 Passages' })).toBeDisabled();
  await press('Control+a');
  await expect(pageOf(page)).toContainText('25 of 26 ticked');
  await press('End', 'Space');
  await expect(pageOf(page)).toContainText('25 of 26 ticked');
});

test('[O6] what stands in an excluded region is left out and counted', async () => {
  const { page } = launched;
  const field = page.getByRole('searchbox', { name: 'Look for' });
  await field.fill('quality journalism | misinformation');
  await expect(pageOf(page)).toContainText('Nothing found · 6 in excluded regions left out');
  await expect(pageOf(page)).toContainText('It stands only in excluded regions');
});

test('[O7] a regular expression finds, and one that cannot be read is refused with the place', async () => {
  const { page } = launched;
  const field = page.getByRole('searchbox', { name: 'Look for' });
  await page.getByRole('button', { name: /What is typed/ }).click();
  await page.getByRole('option', { name: 'Regular expression' }).click();
  await field.fill('(Mr. ');
  await expect(page.getByRole('alert')).toHaveText(
    'The “(” at character 1 is never closed. Add “)”, or write “\\(” for the sign itself.',
  );
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await field.fill('Mr\\. (Kim|Jo)');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await expect(pageOf(page)).toContainText(/passages in \d documents/);
  await field.fill('(a+)+$');
  await expect(pageOf(page)).toContainText(/found|passages/);
});

test('[O8] in this document only, by parts of words and by case', async () => {
  const { page } = launched;
  const field = page.getByRole('searchbox', { name: 'Look for' });
  await page.getByRole('button', { name: /What is typed/ }).click();
  await page.getByRole('option', { name: 'Text', exact: true }).click();
  await page.getByRole('button', { name: /^Whole corpus/ }).click();
  await page.getByRole('option', { name: 'This document' }).click();
  await field.fill('north kore');
  await expect(pageOf(page)).toContainText('It stands nowhere here.');
  await page.getByRole('button', { name: 'Search for Parts of Words Too' }).click();
  await expect(pageOf(page)).toContainText(/passages in 1 document/);
  await pageOf(page).getByText('Match case').click();
  await expect(pageOf(page)).toContainText('It stands nowhere here.');
  await press('Escape');
  await clickMenuItem(launched.app, 'every-occurrence');
  await expect(field).toHaveValue('north kore');
});

for (const theme of ['light', 'dark'] as const) {
  test(`[O9] ${theme}: axe finds nothing serious on the page`, async () => {
    const { page } = launched;
    await clickMenuItem(launched.app, `theme-${theme}`);
    await expect
      .poll(() => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches))
      .toBe(theme === 'dark');
    await page.getByRole('searchbox', { name: 'Look for' }).fill('Seoul');
    await expect(hitsOf(page).first()).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
  });
}
